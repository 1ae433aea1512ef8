"""spaCy component for sections of law: "§ 9-8", "9-8 i husleieloven", "section 9-5 of the tenancy act", "المادة 9-8"."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlu.entities.reading import Found, Reading

LAW_SECTION = "law_section"
FACTORY = "bovett_sections"
DEFAULT_ACT = "husleieloven"  # what most people here ask about
_NEAR = 4  # tokens between a section and its act
_UNKNOWN_ACT = re.compile(r"\w+(?:loven|lova)")
_LETTER = re.compile(r"[a-z]")
_NUMBER = re.compile(r"\d+")
_COUNTED = ("UNIT", "KR", "MEASURE", "THOUSAND", "TIME")


def find_sections(doc: Doc) -> Doc:
    """Find the sections that exist in laws.yaml."""
    reading = Reading.of(doc)
    for place, token in enumerate(reading.tokens):
        if token.tag in ("SECTION", "NUMBER"):
            found = _section(reading, place)
            reading.found.extend([found] if found else [])
    return doc


Language.component(FACTORY, func=find_sections)


def _section(reading: Reading, place: int) -> Found | None:
    act_at = _act_near(reading, place)
    if not _is_meant(reading, place, act_at) or (act_at is None and _is_of_unknown_act(reading, place)):
        return None
    act = DEFAULT_ACT if act_at is None else reading.tokens[act_at].value
    number, end = _number(reading, place, act)
    if number not in _sections(reading, act):
        return None
    first = place - 1 if reading.tag(place - 1) == "SIGN" else place
    if act_at is not None:
        first, end = min(first, act_at), max(end, act_at + 1)
    return Found(LAW_SECTION, f"{act} § {number}", first, end)


def _sections(reading: Reading, act: str) -> frozenset[str]:
    acts = reading.knowledge.laws.acts
    return acts[act].sections if act in acts else frozenset()


def _act_near(reading: Reading, place: int) -> int | None:
    """Where the nearest act stands; of two as near the one before, as in "husleieloven § 9-8 og tvfl. § 4-18"."""
    acts = [at for at in _near(reading, place) if reading.tag(at) == "ACT"]
    return min(acts, key=lambda at: (abs(at - place), at), default=None)


def _is_of_unknown_act(reading: Reading, place: int) -> bool:
    """Whether an act that is not ours is named: "avhendingslova § 4-3" must not become a section of our own."""
    return any(_UNKNOWN_ACT.fullmatch(reading.tokens[at].folded) for at in _near(reading, place))


def _near(reading: Reading, place: int) -> range:
    return range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(reading.tokens)))


def _is_meant(reading: Reading, place: int, act_at: int | None) -> bool:
    """Whether the number is meant as a section: "2-3 uker", "9-11 personer" and "jobber 9-5" are not."""
    after = reading.tag(place + 1)
    if after in _COUNTED or reading.tag(place - 1) == "CLOCK":
        return False
    if reading.tag(place - 1) == "SIGN":
        return True
    if reading.tag(place) == "NUMBER":
        return False
    if act_at is not None or any(token.tag == "SIGN" for token in reading.tokens):
        return True
    lexicon, tokens = reading.knowledge.lexicon, reading.tokens
    fits_before = place == 0 or tokens[place - 1].folded in lexicon.before_section
    return fits_before and (after != "WORD" or tokens[place + 1].folded in lexicon.after_section)


def _number(reading: Reading, place: int, act: str) -> tuple[str, int]:
    """The number as Laws writes it, "9-3a", and the end of its tokens."""
    number = "-".join(str(int(digits)) for digits in _NUMBER.findall(reading.tokens[place].text))
    if reading.tag(place + 1) and _LETTER.fullmatch(reading.tokens[place + 1].folded):
        lettered = number + reading.tokens[place + 1].folded
        if lettered in _sections(reading, act):
            return lettered, place + 2
    return number, place + 1
