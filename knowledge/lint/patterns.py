"""What the rules look for in prose: amounts, forbidden marks, sections of law, numbers in digits."""

from __future__ import annotations

import re

from knowledge.text import ascii_digits, without_format_characters

FORBIDDEN = {
    "a web address": re.compile(r"https?://|www\.", re.IGNORECASE),
    "HTML": re.compile(r"</?[a-z][^>]*>", re.IGNORECASE),
    "a Markdown link": re.compile(r"\]\("),
    "bold text": re.compile(r"\*\*"),
}
AMOUNT = re.compile(
    r"\b\d[\d \u00a0.,]*\s?(?:kr\b|kroner|NOK|крон|كرون|کرون|prosent|%|٪|per cent|відсот|درصد)|\bNOK\s?\d",
    re.IGNORECASE,
)
_SAME_PHRASE = r"(?:[^.,;:!?()،؛]|,\s*(?=\{\{)){0,60}?"
NOW_BEFORE_CONSTANT = {
    locale: re.compile(rf"(?<!\w)(?:{words})(?!\w){_SAME_PHRASE}\{{\{{(?!contact:)", re.IGNORECASE)
    for locale, words in {
        "nb": "nå|i dag|for tiden",
        "nn": "no|i dag|for tida",
        "en": "now|today|currently",
        "uk": "зараз|тепер|наразі|сьогодні",
        "ar": "الآن|حاليا|حاليًا|اليوم",
        "fa": "اکنون|حالا|الان|فعلاً|امروز",
    }.items()
}
REF = re.compile(r"([\w-]+(?: og [\w-]+)?(?: om [\w ]+?)?) § ?(\d+(?:-\d+)?(?: ?[a-z](?![\w]))?)")
# "§ 9-8", "§ 9-3 a", "§§ 4-18 og 4-19": whatever the language, the number follows the sign.
_NUMBERS = r"\s?((?:\d+(?:-\d+)?(?:\s?[a-z](?!\w))?(?:\s?(?:,|،|og|and|to|til|і|та|إلى|تا|و|–)\s?(?=\d))?)+)"
_AFTER_SIGN = re.compile(rf"§+{_NUMBERS}")
_AFTER_WORD = re.compile(rf"\b(?:sections?|paragraf(?:en)?|параграф\w*|المادة|ماده\u0654?){_NUMBERS}", re.IGNORECASE)
_SECTION = re.compile(r"\d+(?:-\d+)?(?:\s?[a-z](?!\w))?")
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f.,٬](?=\d{3}(?!\d))")
_NUMBER = re.compile(r"\d+(?:[.,:٫]\d+)*")
_MARKS = re.compile("[,:٫]")


def sections_named(text: str, in_words: bool = False) -> set[str]:
    """The numbers of the sections that a text names with a sign, without spaces, with or without their act.

    `in_words`: also those after the word for a section.

    >>> sorted(sections_named("husleieloven §§ 4-18 og ٤-١٩, jf. (§ 9-3 a), paragraf 395"))
    ['4-18', '4-19', '9-3a']
    >>> sections_named("Paragraf 395", in_words=True) == sections_named("مادهٔ ٣٩٥", in_words=True) == {"395"}
    True
    """
    plain = _plain(text)
    runs = [*_AFTER_SIGN.findall(plain), *(_AFTER_WORD.findall(plain) if in_words else ())]
    return {number.replace(" ", "") for run in runs for number in _SECTION.findall(run)}


def numbers_named(text: str) -> set[str]:
    """The other numbers that stand in digits, alike in every language.

    >>> sorted(numbers_named("kl. 12.30, 1 500 personer, 0,62 av 18-åringene (§ 9-8), section 9-8, {{rate-1}}"))
    ['0.62', '12.30', '1500', '18']
    >>> numbers_named("0.62, 12:30, 1,500, ١٨") == numbers_named("0,62, 12.30, 1 500, 18")
    True
    """
    bare = _AFTER_WORD.sub(" ", _AFTER_SIGN.sub(" ", _PLACEHOLDER.sub(" ", _plain(text))))
    return {_MARKS.sub(".", number) for number in _NUMBER.findall(_THOUSANDS.sub("", bare))}


def _plain(text: str) -> str:
    return " ".join(ascii_digits(without_format_characters(text)).split())
