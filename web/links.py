"""Which addresses may become a link: the same rule as the widget's own, in web/frontend/src/dom.js."""

from __future__ import annotations

import re

# A path of ours, but not "//host", nor what browsers read as that: "/\\host", or a tab or line break between the two.
_OURS = re.compile(r"/(?![/\\\s])[^\x00-\x1f\x7f]*|/")
_OTHERS = re.compile(r"(?:https?://[^\s/\\]|mailto:|tel:)[^\x00-\x1f\x7f]*", re.IGNORECASE)


def safe_href(address: object) -> str:
    r"""The address if it is one of the web, of mail, of a telephone or a path of ours; else an empty text.

    >>> safe_href("https://lovdata.no/"), safe_href("/letters/protest?locale=nb#paid=1"), safe_href("tel:112")
    ('https://lovdata.no/', '/letters/protest?locale=nb#paid=1', 'tel:112')
    >>> [safe_href(bad) for bad in ("javascript:alert(1)", "//evil.example", "/\\evil.example", "data:text/html,x", None)]
    ['', '', '', '', '']
    """
    if not isinstance(address, str):
        return ""
    return address if _OURS.fullmatch(address) or _OTHERS.fullmatch(address) else ""
