"""Sections of law: "§ 9-8", "9-8 i husleieloven", "section 9-5 of the tenancy act", "المادة 9-8"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from knowledge.laws import Laws
from nlu.entities.lexer import TOKENS, Token
from nlu.entities.patterns import FOUND, Found, tag_at

LAW_SECTION = "law_section"
DEFAULT_ACT = "husleieloven"  # what most people here ask about, and alone in numbering its sections like 9-8
_NEAR = 4  # tokens between a section and its act
_GLUED_LETTER = re.compile(r"[a-z]")
_NUMBER = re.compile(r"\d+")
_COUNTED = ("UNIT", "KR", "MEASURE", "THOUSAND", "TIME")


class SectionFinder:
    """spaCy component; finds only sections that exist."""

    def __init__(self, laws: Laws, after_section: frozenset[str]) -> None:
        self._laws = laws
        self._after_section = after_section

    def __call__(self, doc: Doc) -> Doc:
        """Find sections."""
        tokens = doc.user_data[TOKENS]
        found = [self._section(tokens, place) for place, token in enumerate(tokens) if token.tag in ("SECTION", "NUMBER")]
        doc.user_data.setdefault(FOUND, []).extend(each for each in found if each)
        return doc

    def _section(self, tokens: Sequence[Token], place: int) -> Found | None:
        act_at = _act_near(tokens, place)
        if not self._is_section(tokens, place, act_at):
            return None
        act = tokens[act_at].value if act_at is not None else DEFAULT_ACT
        number, end = self._number(tokens, place, act)
        if number not in self._sections(act):
            return None
        first = place - 1 if tag_at(tokens, place - 1) == "SIGN" else place
        if act_at is not None:
            first, end = min(first, act_at), max(end, act_at + 1)
        return Found(LAW_SECTION, f"{act} § {number}", first, end)

    def _sections(self, act: str) -> frozenset[str]:
        return self._laws.acts[act].sections if act in self._laws.acts else frozenset()

    def _is_section(self, tokens: Sequence[Token], place: int, act_at: int | None) -> bool:
        """Whether the number is meant as a section: "2-3 uker" and "9-11 rom" are not."""
        if tag_at(tokens, place + 1) in _COUNTED or tag_at(tokens, place - 1) == "CLOCK":
            return False
        if tag_at(tokens, place - 1) == "SIGN":
            return True
        if tokens[place].tag == "NUMBER":
            return False
        if act_at is not None or any(token.tag == "SIGN" for token in tokens):
            return True
        return tag_at(tokens, place + 1) != "WORD" or tokens[place + 1].folded in self._after_section

    def _number(self, tokens: Sequence[Token], place: int, act: str) -> tuple[str, int]:
        """The number as laws.yaml prints it, "9-3 a", and the end of its tokens."""
        number = "-".join(str(int(digits)) for digits in _NUMBER.findall(tokens[place].text))
        if place + 1 < len(tokens) and _GLUED_LETTER.fullmatch(tokens[place + 1].folded):
            lettered = f"{number} {tokens[place + 1].folded}"
            if lettered in self._sections(act):
                return lettered, place + 2
        return number, place + 1


def _act_near(tokens: Sequence[Token], place: int) -> int | None:
    """Where the nearest act stands; of two as near the one before, as in "husleieloven § 9-8 og tvfl. § 4-18"."""
    nearby = range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(tokens)))
    acts = [at for at in nearby if tokens[at].tag == "ACT"]
    return min(acts, key=lambda at: (abs(at - place), at), default=None)
