"""spaCy component for dates: "3. mars", "12.3", "forrige fredag", "two weeks ago", "أمس"."""

# No postponed annotations here: spaCy reads those of factories at run time and cannot resolve names.
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from spacy.language import Language

from nlu.entities.calendar import date_of, full_year, last_weekday, nearest, next_weekday, shifted, weekday_of_week
from nlu.entities.patterns import PatternFinder, Reader
from nlu.entities.reading import Found, Reading, Token

DATE = "date"
FACTORY = "bovett_dates"
_DAYS = ("NUMBER", "ORDINAL")
_DAY = "|".join(_DAYS)
# Languages in which the month may stand first. In Norwegian "i mars 3 ganger" is no date.
_MONTH_FIRST = ("en", "xx")
# Languages in which "weeks ago" is short for some weeks, not one.
_NUMBER_NEEDED = ("nb", "en", "fa")
_NEAR = 4  # tokens from a weekday in which a word like "må" makes it a coming one
_AGO_IS_LAST = ("fa",)  # جمعه پیش: last Friday
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6
_ANY_START = (_MONDAY, _SATURDAY, _SUNDAY)
_WEEK_STARTS = {"nb": (_MONDAY,)}  # in which day a week begins, where all agree
_COUNTED = ("UNIT", "KR", "MEASURE", "OF", "THOUSAND")
_FEW = 1000  # of any unit; more is no date in anyone's life


def create(nlp: Language, name: str) -> PatternFinder:
    """The component for the language of the pipeline."""
    named = [f"WEEKDAY? COMMA? OF* {_DAY} DOT? OF* UNIT? MONTH DOT? COMMA? YEAR?"]
    if nlp.lang in _MONTH_FIRST:
        named.append(f"WEEKDAY? COMMA? MONTH DOT? OF? {_DAY} COMMA? YEAR?")
    number = "COUNT|NUMBER" if nlp.lang in _NUMBER_NEEDED else "COUNT|NUMBER?"
    ago = "|AGO" if nlp.lang in _AGO_IS_LAST else ""
    readers: list[tuple[Reader, list[str]]] = [
        (_written, ["WEEKDAY? OF* ISO|DMY"]),
        (_day_and_month, ["WEEKDAY? OF* DM"]),
        (_named, named),
        (_weekday, ["LAST|NEXT OF* WEEKDAY", f"WEEKDAY LAST|NEXT{ago}", "WEEKDAY"]),
        (partial(_weekday_of_week, _WEEK_STARTS.get(nlp.lang, _ANY_START)), _weekdays_of_weeks(ago)),
        (_day, ["DAY"]),
        (_ago, [f"{number} UNIT AGO", "SINCE COUNT|NUMBER? UNIT"]),
        (_ahead, ["IN COUNT|NUMBER? UNIT"]),
    ]
    return PatternFinder(nlp.vocab, readers)


def _weekdays_of_weeks(ago: str) -> list[str]:
    weeks = ("LAST|NEXT UNIT", f"UNIT LAST|NEXT{ago}")
    between = "WORD|IN|OF|UNIT?"
    return [pattern for week in weeks for pattern in (f"WEEKDAY {between} {week}", f"{week} {between} WEEKDAY")]


Language.factory(FACTORY, func=create)


def _found(when: date | None, first: int, end: int) -> Found | None:
    return Found(DATE, when.isoformat(), first, end) if when else None


def _digits(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _value(tokens: Iterable[Token], tag: str) -> int:
    """The value of the first token so tagged, or 0."""
    return next((int(token.value) for token in tokens if token.tag == tag), 0)


def _written(reading: Reading, first: int, end: int) -> Found | None:
    """2026-03-12, 12.03.2026, 12/3/26."""
    last = reading.tokens[end - 1]
    one, two, three = _digits(last.text)
    day, month, year = (three, two, one) if last.tag == "ISO" else (one, two, three)
    return _found(date_of(day, month, full_year(year, reading.today)), first, end)


def _day_and_month(reading: Reading, first: int, end: int) -> Found | None:
    """12.3 or 12/3, the day first as is usual in Norway; 3/25 can only be the other way round."""
    if _is_time_or_number(reading, end - 1):
        return None
    text = reading.tokens[end - 1].text
    day, month = _digits(text)
    if "/" in text and month > 12:
        day, month = month, day
    return _found(nearest(day, month, reading.today), first, end)


def _is_time_or_number(reading: Reading, place: int) -> bool:
    """Whether 12.10 is an hour, a decimal, a fraction or a section rather than day and month."""
    before = reading.tag(place - 2) if reading.tag(place - 1) == "DOT" else reading.tag(place - 1)
    return before in ("CLOCK", "SIGN", "KR") or reading.tag(place + 1) in _COUNTED


def _named(reading: Reading, first: int, end: int) -> Found | None:
    """3. mars, 1-го березня 2026, March 3rd."""
    matched = reading.tokens[first:end]
    if matched[-1].tag == "NUMBER" and reading.tag(end) in _COUNTED:
        return None
    day = next(_digits(token.text)[0] for token in matched if token.tag in _DAYS)
    month, year = _value(matched, "MONTH"), _value(matched, "YEAR")
    return _found(date_of(day, month, year) if year else nearest(day, month, reading.today), first, end)


def _weekday(reading: Reading, first: int, end: int) -> Found | None:
    """A bare weekday is the latest one, since people tell when something happened, or the coming one, if a guide asks so."""
    repeats = first - 2 if reading.tag(first - 1) == "UNIT" else first - 1  # كل يوم جمعة: every day of Friday
    if reading.tag(repeats) == "EVERY":
        return None
    matched = reading.tokens[first:end]
    tags, weekday = {token.tag for token in matched}, _value(matched, "WEEKDAY")
    latest, coming = last_weekday(weekday, reading.today), next_weekday(weekday, reading.today)
    if tags & {"LAST", "AGO"}:
        return _found(latest, first, end)
    if "NEXT" in tags or _looks_ahead(reading, first, end):
        return _found(coming, first, end)
    return Found(DATE, latest.isoformat(), first, end, coming.isoformat())


def _looks_ahead(reading: Reading, first: int, end: int) -> bool:
    """Told by the words around: de kommer fredag; på fredag, unless something happened then."""
    words, lexicon = [token.folded for token in reading.tokens], reading.knowledge.lexicon
    before = words[max(first - _NEAR, 0) : first]
    if lexicon.ahead & set(before):
        return True
    return bool(lexicon.toward & set(before[-1:])) and not lexicon.behind & {*before, *words[end : end + _NEAR]}


def _weekday_of_week(starts: Iterable[int], reading: Reading, first: int, end: int) -> Found | None:
    """Fredag i forrige uke; None where that depends on the day that the week begins with."""
    matched = reading.tokens[first:end]
    if ("week", 1) not in [token.value for token in matched if token.tag == "UNIT"]:
        return None
    weeks = 1 if any(token.tag == "NEXT" for token in matched) else -1
    days = {weekday_of_week(_value(matched, "WEEKDAY"), weeks, start, reading.today) for start in starts}
    return _found(days.pop(), first, end) if len(days) == 1 else None


def _day(reading: Reading, first: int, end: int) -> Found | None:
    """I går, tomorrow."""
    return _found(reading.today + timedelta(days=reading.tokens[first].value), first, end)


def _ago(reading: Reading, first: int, end: int) -> Found | None:
    """To uker siden, قبل أسبوعين; what lies before a named day, as in قبل يوم الجمعة, is no span of time."""
    if reading.tokens[end - 1].tag == "UNIT" and reading.tag(end) in ("WEEKDAY", "NUMBER", "MONTH"):
        return None
    if reading.tag(first - 1) == "FEW" or reading.is_part_of_number(first):
        return None
    return _shifted(reading, first, end, -1)


def _ahead(reading: Reading, first: int, end: int) -> Found | None:
    """Om tre dager, but not "om tre måneders husleie" or "moved in three months ago"."""
    if reading.tokens[end - 1].folded.endswith("rs") or reading.tag(end) in ("RENT", "AGO"):
        return None
    return _shifted(reading, first, end, 1)


def _shifted(reading: Reading, first: int, end: int, direction: int) -> Found | None:
    matched = reading.tokens[first:end]
    number = next((token.value for token in matched if token.tag in ("COUNT", "NUMBER")), 1)
    unit, each = next(token.value for token in matched if token.tag == "UNIT")
    if number * each >= _FEW:
        return None
    return _found(shifted(reading.today, unit, direction * number * each), first, end)
