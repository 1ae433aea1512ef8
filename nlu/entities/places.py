"""spaCy component for the municipalities that a message names: "i Bergen", "у Бергені", "بأوسلو", "Trondhiem".

It would rather miss a place than send a person to the wrong office.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from knowledge.municipalities import LONGEST_NAME, SHORTEST_TYPED, Municipality, has_capital
from knowledge.place_names import Named
from knowledge.place_sounds import LATIN, script_of
from knowledge.place_words import folded
from nlu.entities.reading import Found, Reading

MUNICIPALITY = "municipality"
FACTORY = "bovett_places"
_LONG = 7  # letters from which a misspelt name without a capital is not some other word
_ARABIC_ARTICLE = "ال"  # no Norwegian name has it
_SENTENCE_ENDS = ("DOT", "MARK", "DASH")  # a word after them may begin with a capital whatever it is


def find_places(doc: Doc) -> Doc:
    """Find municipalities."""
    reading = Reading.of(doc)
    words = [place for place, token in enumerate(reading.tokens) if token.text[0].isalpha()]
    done = 0  # everything before this token belongs to a place already
    for index, first in enumerate(words):
        place = _place_at(reading, words[index : index + LONGEST_NAME]) if first >= done else None
        if place:
            reading.found.append(place)
            done = place.end
    return doc


Language.component(FACTORY, func=find_places)


def _place_at(reading: Reading, words: Sequence[int]) -> Found | None:
    """The longest name made of the first of these words."""
    first, names = words[0], reading.knowledge.municipalities.names
    longest = len(words) if names.begins_longer_name(reading.tokens[first].folded) else 1
    for length in range(longest, 0, -1):
        end = words[length - 1] + 1
        if end - first >= 2 * length:
            continue  # more than hyphens between the words
        name = "".join(reading.tokens[at].folded for at in words[:length])
        named = names.named(name, SHORTEST_TYPED)
        place = _called(named, reading, first, end) if named else _misspelt(name, reading, first, end)
        if place:
            return Found(MUNICIPALITY, _value(place), first, end)
        if named and length > 1:
            return None  # "Os kommune" leaves open which Os is meant
    return None


def _value(place: Municipality) -> dict[str, str]:
    value = {"number": place.number, "name": place.name}
    return value | {"district": place.district} if place.district else value


def _called(named: Named, reading: Reading, first: int, end: int) -> Municipality | None:
    return _only(named, reading, end) if _is_meant(named, reading, first, end) else None


def _misspelt(name: str, reading: Reading, first: int, end: int) -> Municipality | None:
    is_word = end - first == 1 and reading.tag(first) == "WORD"
    if is_word and _is_written_as_name(name, reading, first):
        return reading.knowledge.municipalities.names.surely(name)
    return None


def _is_meant(named: Named, reading: Reading, first: int, end: int) -> bool:
    """Whether a word that is the name of a place is used as one."""
    lexicon, is_capital = reading.knowledge.lexicon, has_capital(reading.tokens[first].text)
    if named.is_asked and len(named.places) == 1:
        return _is_before_place_word(reading, end) or (_is_after_place_word(reading, first) and is_capital)
    is_likely = end - first > 1 or _stands_out(reading, first, end)
    if named.form in lexicon.capital_only:
        return is_likely and is_capital
    return is_likely or named.form not in lexicon.ordinary


def _is_written_as_name(name: str, reading: Reading, first: int) -> bool:
    """Whether a word stands out enough to be a misspelt name, or one in letters that know no capitals."""
    text = reading.tokens[first].text
    if script_of(name) == LATIN:
        return _stands_out(reading, first, first + 1) and (len(name) >= _LONG or text[0].isupper())
    return _is_after_place_word(reading, first) and has_capital(text) and not name.startswith(_ARABIC_ARTICLE)


def _is_before_place_word(reading: Reading, end: int) -> bool:
    return end < len(reading.tokens) and reading.tokens[end].folded in reading.knowledge.lexicon.after_place


def _is_after_place_word(reading: Reading, first: int) -> bool:
    return first > 0 and reading.tokens[first - 1].folded in reading.knowledge.lexicon.before_place


def _stands_out(reading: Reading, first: int, end: int) -> bool:
    """Whether a word beside it marks a name, or a capital that neither a sentence nor a first name explains."""
    lexicon, tokens = reading.knowledge.lexicon, reading.tokens
    is_capital = tokens[first].text[0].isupper() and not tokens[first].text.isupper()
    if _is_before_place_word(reading, end):
        return True
    if first == 0:
        return is_capital and (end == len(tokens) or tokens[end].folded in lexicon.after_capital)
    before = tokens[first - 1]
    if before.folded in lexicon.before_person:
        return False
    if before.folded in lexicon.before_place:
        return True
    return is_capital and before.tag not in _SENTENCE_ENDS and not before.text[0].isupper()


def _only(named: Named, reading: Reading, end: int) -> Municipality | None:
    """The one place meant; of several with one name, the one whose county is told, or that is called municipality."""
    places = named.places
    if len(places) > 1:
        places = reading.knowledge.municipalities.in_told_counties(places, [token.folded for token in reading.tokens])
    if len(places) > 1 and _is_before_place_word(reading, end):
        places = tuple(place for place in places if named.form in map(folded, place.official))
    return places[0] if len(places) == 1 else None
