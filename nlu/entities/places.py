"""spaCy component for the municipalities that a message names: "i Bergen", "у Бергені", "بأوسلو", "Trondhiem".

It would rather miss a place than send a person to the wrong office.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlu.entities.lexicon import folded
from nlu.entities.municipalities import Municipality
from nlu.entities.reading import Found, Reading

MUNICIPALITY = "municipality"
FACTORY = "bovett_places"
_LONGEST_NAME = 3  # words, as Evje og Hornnes
_LONG = 7  # letters from which a misspelt name without a capital is not some other word
_SENTENCE_ENDS = ("DOT", "MARK", "DASH")  # a word after them may begin with a capital whatever it is


def find_places(doc: Doc) -> Doc:
    """Find municipalities."""
    reading = Reading.of(doc)
    words = [place for place, token in enumerate(reading.tokens) if token.text[0].isalpha()]
    done = 0  # everything before this token belongs to a place already
    for index, first in enumerate(words):
        place = _place_at(reading, words[index : index + _LONGEST_NAME]) if first >= done else None
        if place:
            reading.found.append(place)
            done = place.end
    return doc


Language.component(FACTORY, func=find_places)


def _place_at(reading: Reading, words: Sequence[int]) -> Found | None:
    """The longest name made of the first of these words."""
    first = words[0]
    longest = len(words) if reading.knowledge.municipalities.begins_longer_name(reading.tokens[first].folded) else 1
    for length in range(longest, 0, -1):
        end = words[length - 1] + 1
        if end - first >= 2 * length:
            continue  # more than hyphens between the words
        name = " ".join(reading.tokens[at].folded for at in words[:length])
        row = _only(_called(name, reading, first, length), reading)
        if row:
            return Found(MUNICIPALITY, {"number": row.number, "name": row.name}, first, end)
    return None


def _called(name: str, reading: Reading, first: int, length: int) -> list[Municipality]:
    municipalities = reading.knowledge.municipalities
    is_likely = length > 1 or _stands_out(reading, first)
    exact, rows = municipalities.named(name)
    if rows or municipalities.typed_as(name):
        return (rows or municipalities.typed_as(name)) if _is_meant(exact, reading, first, is_likely) else []
    is_long = len(name) >= _LONG or reading.tokens[first].text[0].isupper()
    may_have_slips = is_likely and is_long and length == 1 and reading.tag(first) == "WORD"
    return municipalities.nearly_named(name) if may_have_slips else []


def _is_meant(name: str, reading: Reading, first: int, is_likely: bool) -> bool:
    """Whether a word that is the name of a place is used as one."""
    lexicon = reading.knowledge.lexicon
    if name in lexicon.capital_only:
        return is_likely and reading.tokens[first].text[0].isupper()
    return is_likely or name not in lexicon.ordinary


def _stands_out(reading: Reading, first: int) -> bool:
    """Whether a word beside it marks a name, or a capital that neither a sentence nor a first name explains."""
    lexicon, tokens = reading.knowledge.lexicon, reading.tokens
    is_capital = tokens[first].text[0].isupper() and not tokens[first].text.isupper()
    after = tokens[first + 1].folded if first + 1 < len(tokens) else ""
    if after in lexicon.after_place:
        return True
    if first == 0:
        return is_capital and (not after or after in lexicon.after_capital)
    before = tokens[first - 1]
    if before.folded in lexicon.before_person:
        return False
    if before.folded in lexicon.before_place:
        return True
    return is_capital and before.tag not in _SENTENCE_ENDS and not before.text[0].isupper()


def _only(rows: Sequence[Municipality], reading: Reading) -> Municipality | None:
    """The one municipality meant; of two with one name, the one whose county is told as well."""
    if len(rows) < 2:
        return rows[0] if rows else None
    text = " ".join(token.folded for token in reading.tokens)
    told = [row for row in rows if " ".join(map(folded, row.county.split())) in text]
    return told[0] if len(told) == 1 else None
