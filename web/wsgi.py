"""What gunicorn serves."""

from __future__ import annotations

import logging
import os

from knowledge.settings import Settings
from web import create_app

_settings = Settings.from_env(os.environ)
logging.basicConfig(level=_settings.log_level)
app = create_app(_settings)
