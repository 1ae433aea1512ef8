"""The public page with the widget, and the health of the service."""

from flask import Blueprint

pages = Blueprint("pages", __name__)

from web.pages import health, home  # noqa: E402, F401 - the routes register themselves
