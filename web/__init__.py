"""The Flask front: chat API, page and widget. Everything that comes from the internet passes here first."""

from __future__ import annotations

from contextlib import suppress

from flask import Flask

from knowledge.settings import Settings
from web.desk import WebDesk


def create_app(settings: Settings) -> Flask:
    """The web application for these settings; raises ContentError or MessageMissing when content is unusable."""
    from web.chat import chat
    from web.compression import compress
    from web.errors import register_error_handlers
    from web.front_door import guard_front_door
    from web.headers import add_security_headers
    from web.pages import pages
    from web.pages.letters import letters
    from web.widget_builds import WidgetMissing

    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = settings.body_limit
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.extensions["bovett"] = desk = WebDesk.open(settings)
    with suppress(WidgetMissing):  # the pages work without it
        desk.widgets.keep()
    guard_front_door(app, settings)
    app.register_blueprint(chat)
    app.register_blueprint(pages)
    app.register_blueprint(letters)
    register_error_handlers(app)
    app.after_request(compress)  # what is named first runs last
    app.after_request(add_security_headers)
    return app
