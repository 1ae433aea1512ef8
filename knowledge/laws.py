"""The acts that articles cite: their addresses and which sections exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError
from knowledge.fields import read_rows

_REF = re.compile(r"^(?P<act>.+?) § (?P<section>\d+(?:-\d+)?(?: ?[a-z])?)$")


class UnknownLaw(KnowledgeError):
    """A reference names an act or section that is not in laws.yaml."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act; `sections` holds the numbers without spaces, e.g. "9-3a"."""

    name: str
    lovdata_id: str  # "lov/1999-03-26-17"
    sections: frozenset[str]


@dataclass(frozen=True)
class Laws:
    """Every act an article may cite."""

    acts: dict[str, Act]

    @classmethod
    def read(cls, path: Path) -> Laws:
        """Read laws.yaml; raises ContentError naming the act and the key that cannot be used."""
        rows = read_rows(path, "the act", needed=("id", "sections"))
        return cls(
            {
                name: Act(name, fields.text("id"), frozenset(_bare(section) for section in fields.texts("sections")))
                for name, fields in rows.items()
            }
        )

    def parse(self, ref: str) -> tuple[Act, str]:
        """Split `husleieloven § 9-8` into act and section; raises UnknownLaw when either does not exist."""
        match = _REF.match(ref)
        if not match:
            raise UnknownLaw(f"{ref!r} is not of the form 'husleieloven § 9-8'")
        act = self.acts.get(match["act"])
        if act is None:
            raise UnknownLaw(f"{ref!r}: the act {match['act']!r} is not in laws.yaml")
        if _bare(match["section"]) not in act.sections:
            raise UnknownLaw(f"{ref!r}: {act.name} has no § {match['section']}")
        return act, match["section"]

    def url(self, ref: str) -> str:
        """Lovdata's address of the section; raises UnknownLaw.

        Section addresses carry no space: § 9-3 a is `§9-3a`.
        """
        act, section = self.parse(ref)
        return f"https://lovdata.no/{act.lovdata_id}/§{_bare(section)}"


def _bare(section: str) -> str:
    """A section number without spaces: acts print "9-3 a", regulations also "5a"."""
    return section.replace(" ", "")
