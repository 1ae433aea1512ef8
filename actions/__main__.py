"""The action server on loopback: `python -m actions`.

rasa_sdk's own command listens on every address of the machine; ours must not.
"""

from __future__ import annotations

import logging
import os

from rasa_sdk.endpoint import create_app

from actions.desk import open_desk
from knowledge.errors import IndexMissing
from knowledge.settings import Settings


def main() -> None:
    """Serve until stopped; content and index are opened before the first request."""
    settings = Settings.from_env(os.environ)
    logging.basicConfig(level=settings.log_level)
    desk = open_desk()
    try:
        desk.search()
    except IndexMissing as error:
        logging.getLogger(__name__).error("%s", error)  # the server still serves: emergencies need no index
    app = create_app("actions", cors_origins=None)
    app.run(host="127.0.0.1", port=settings.actions_port, access_log=False)


if __name__ == "__main__":
    main()
