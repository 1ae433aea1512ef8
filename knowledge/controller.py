"""Who is responsible for what a person tells: the controller, in the words of the law on personal data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.fields import Fields

_STATEMENT = re.compile(r"https://[^\s()\[\]{}<>]+")
_EMAIL = re.compile(r"[^\s@()\[\]{}<>]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NAME = re.compile(r"[^\[\]{}<>\n]+")  # nothing that could be taken for a link or a placeholder


@dataclass(frozen=True, slots=True)
class Controller:
    """An organisation, with its privacy statement or the e-mail address that answers about privacy."""

    name: str
    address: str

    @property
    def message(self) -> str:
        """The catalogue key of the sentences that name it."""
        return "page.controller.statement" if _STATEMENT.fullmatch(self.address) else "page.controller.email"


def read_controller(fields: Fields) -> Controller | None:
    """The controller that a site names, or None; raises ContentError."""
    if fields.row.get("controller") is None:
        return None
    row = fields.mapping("controller", ("name", "address"), more=())
    name, address = row.text("name").strip(), row.text("address").strip()
    if not _NAME.fullmatch(name):
        raise row.error(f"name must be one line without brackets of the kinds [] {{}} <>, not {name!r}")
    if not _STATEMENT.fullmatch(address) and not _EMAIL.fullmatch(address):
        raise row.error(
            f"address must be that of a privacy statement (https://…) or an e-mail address, not {address!r}"
        )
    return Controller(name, address)
