"""Who is responsible for a site: the controller, in the words of the law on personal data, and for its accessibility."""

from __future__ import annotations

import re
from dataclasses import dataclass
from operator import mul

from knowledge.fields import Fields

_STATEMENT = re.compile(r"https://[^\s()\[\]{}<>]+")
_EMAIL = re.compile(r"[^\s@()\[\]{}<>]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NUMBER = re.compile(r"\d{3} ?\d{3} ?\d{3}")
_NUMBER_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)  # Brønnøysundregistrene: the sum must divide by 11
_NAME = re.compile(r"[^\[\]{}<>\n]+")  # nothing that could be taken for a link or a placeholder


@dataclass(frozen=True, slots=True)
class Controller:
    """An organisation, with its privacy statement or the e-mail address that answers about privacy."""

    name: str
    address: str
    number: str | None = None  # of the organisation, as it is written: 991 825 827
    feedback: str | None = None  # a page or an e-mail address for those who cannot use something

    @property
    def message(self) -> str:
        """The catalogue key of the sentences that name it."""
        return "page.controller.statement" if _STATEMENT.fullmatch(self.address) else "page.controller.email"

    @property
    def owner_message(self) -> str:
        """The catalogue key of the line that names it in the accessibility statement."""
        return "page.owner.named" if self.number is None else "page.owner.numbered"

    @property
    def feedback_address(self) -> str:
        """Where to tell it what cannot be used; empty where only a privacy statement is known."""
        return self.feedback or ("" if _STATEMENT.fullmatch(self.address) else self.address)

    @property
    def feedback_message(self) -> str:
        """The catalogue key of the sentence that says so."""
        if not self.feedback_address:
            return "page.feedback.named"
        return "page.feedback.page" if _STATEMENT.fullmatch(self.feedback_address) else "page.feedback.email"


def read_controller(fields: Fields) -> Controller | None:
    """The controller that a site names, or None; raises ContentError."""
    if fields.row.get("controller") is None:
        return None
    row = fields.mapping("controller", ("name", "address"), more=("number", "feedback"))
    name, address = row.text("name").strip(), row.text("address").strip()
    if not _NAME.fullmatch(name):
        raise row.error(f"name must be one line without brackets of the kinds [] {{}} <>, not {name!r}")
    if not _STATEMENT.fullmatch(address) and not _EMAIL.fullmatch(address):
        raise row.error(
            f"address must be that of a privacy statement (https://…) or an e-mail address, not {address!r}"
        )
    feedback = row.text_or("feedback", None)
    if feedback is not None and not _STATEMENT.fullmatch(feedback) and not _EMAIL.fullmatch(feedback):
        raise row.error(f"feedback must be a page (https://…) or an e-mail address, not {feedback!r}")
    return Controller(name, address, _number(row), feedback)


def _number(row: Fields) -> str | None:
    """The number in groups of three, or None; raises ContentError where a digit must be wrong."""
    if row.row.get("number") is None:
        return None
    number = str(row.row["number"])  # without quotes, YAML reads 991825827 as a number
    digits = number.replace(" ", "")
    sum_is_right = _NUMBER.fullmatch(number) and not sum(map(mul, map(int, digits), _NUMBER_WEIGHTS)) % 11
    if not sum_is_right:
        raise row.error(f"number must be an organisation number of nine digits, not {number!r}")
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
