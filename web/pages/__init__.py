"""The public pages: the conversation with and without scripts, the articles, the pages around; the health of the service."""

from flask import Blueprint

from web.links import safe_href
from web.pages.letter_offer import letter_address, letter_fields
from web.prose import isolated

pages = Blueprint("pages", __name__)
pages.add_app_template_filter(isolated)
pages.add_app_template_filter(letter_fields)
pages.add_app_template_filter(letter_address)
pages.add_app_template_filter(safe_href)

from web.pages import (  # noqa: E402 - the routes register themselves
    articles,  # noqa: F401
    form_chat,  # noqa: F401
    form_feedback,  # noqa: F401
    form_keeping,  # noqa: F401
    health,  # noqa: F401
    home,  # noqa: F401
    public_pages,  # noqa: F401
    shown,  # noqa: F401
    sitemap,  # noqa: F401
)
