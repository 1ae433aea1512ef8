"""A message as the NLU understood it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_QUESTION_MARKS = re.compile(r"[?؟]")
_LONGEST_ASIDE = 4  # words: "3. mars?" is an answer, a longer message with a question mark asks something


@dataclass(frozen=True, slots=True)
class Said:
    """A message as the NLU understood it."""

    text: str
    intent: str
    entities: tuple[Mapping[str, Any], ...] = ()

    def entity(self, name: str) -> Any:
        """The value of the first entity of that name, or None."""
        return next((entity["value"] for entity in self.entities if entity["entity"] == name), None)

    def only_entity(self, name: str) -> Mapping[str, Any] | None:
        """The entity of that name, where all of them say the same; else None."""
        found = [entity for entity in self.entities if entity["entity"] == name]
        return found[0] if len({str(entity["value"]) for entity in found}) == 1 else None

    def beside(self, entity: Mapping[str, Any]) -> str:
        """The text without what the entity was read from; nothing where that is not known."""
        start, end = entity.get("start"), entity.get("end")
        return "" if start is None or end is None else f"{self.text[:start]} {self.text[end:]}"

    @property
    def is_question(self) -> bool:
        """Whether it asks something of its own."""
        return bool(_QUESTION_MARKS.search(self.text)) and len(self.text.split()) > _LONGEST_ASIDE
