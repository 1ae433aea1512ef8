"""Masking personal data in what people write, before anything is stored or logged.

When in doubt a number stays: an amount or a date that is masked costs the person the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stdnum.no import fodselsnummer, kontonr

from knowledge.text import ascii_digits

# What people and address books put between digits: spaces, dots, hyphens, marks of direction.
_GAP = "[ .\u00a0\u2007\u2009\u202f\u200b-\u200f\u202a-\u202e\u2010\u2011\u2013\\-]"
_PHONE_GAP = _GAP.replace("[", "[/()", 1)
_MONEY_BEFORE = r"\b(?:kr|nok|kroner)[.:]?\s?"
_MONEY_AFTER = r"\s?(?:kr\b|kroner|nok\b|крон|корон|كرون|کرون|[,.]-)"
# Everything masked but e-mail has eight digits or more. Most messages hold no such stretch and are done after one look.
_STRETCH = re.compile(
    rf"(?:{_MONEY_BEFORE}|\bno\s?|\+\s?)?\d(?:{_PHONE_GAP}{{0,3}}\d){{7,}}(?:{_MONEY_AFTER})?", re.IGNORECASE
)
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+")
_MONEY_ENDS = re.compile(rf"{_MONEY_BEFORE}$", re.IGNORECASE)
_MONEY_STARTS = re.compile(_MONEY_AFTER, re.IGNORECASE)
_NOT_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class _Rule:
    """One kind of number: how it looks, what must hold besides, and what is written instead."""

    token: str
    looks: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]


def _always(_: re.Match[str]) -> bool:
    return True


def _digits(match: re.Match[str]) -> str:
    return _NOT_DIGIT.sub("", match["number"])


def _is_person(match: re.Match[str]) -> bool:
    return bool(fodselsnummer.is_valid(_digits(match)))


def _is_account(match: re.Match[str]) -> bool:
    return bool(kontonr.is_valid(_digits(match)))


def _is_phone(match: re.Match[str]) -> bool:
    """Eight digits that are neither money nor a date nor two years."""
    if _MONEY_ENDS.search(match.string, 0, match.start()) or _MONEY_STARTS.match(match.string, match.end()):
        return False
    digits = _digits(match)[-8:]  # without the country's 47
    return not (_is_date(digits[4:], digits[2:4], digits[:2]) or _is_date(digits[:4], digits[4:6], digits[6:]))


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        return 1900 <= date(int(year), int(month), int(day)).year < 2100
    except ValueError:
        return False


def _number(shape: str) -> re.Pattern[str]:
    """A pattern whose group `number` stands between other characters than digits."""
    return re.compile(rf"(?<!\d)(?P<number>{shape})(?!\d)", re.VERBOSE)


_ELEVEN = rf"\d(?:{_GAP}{{0,3}}\d){{10}}"
_RULES = (
    _Rule("[phone]", _number(rf"(?:\+|(?<!\d[ .])00)[ ]?[1-9](?:{_PHONE_GAP}{{0,3}}\d){{7,13}}"), _always),
    _Rule("[id-number]", _number(_ELEVEN), _is_person),
    # DUF numbers of asylum seekers: year, six digits, two check digits, whose rule is not published.
    _Rule("[id-number]", _number(rf"\d{{12}} | (?:19|20)\d\d{_GAP}?\d{{6}}{_GAP}?\d\d"), _always),
    _Rule("[account]", re.compile(rf"(?i:\bno)[ ]?\d\d[ ]?(?P<number>{_ELEVEN})(?!\d)"), _is_account),
    _Rule("[account]", _number(rf"\d{{4}}{_GAP}?\d\d{_GAP}?\d{{5}}"), _is_account),
    _Rule(
        "[phone]",
        # No number begins with 0 or 1. Amounts look like 2-3-3, and years and postcodes like 4-4: mobile numbers only.
        # The gap is the same throughout, since `22.30-23.00` is a time. The country's 47 may stand before it.
        _number(
            rf"""47[49]\d{{7}} | (?:47{_GAP})? (?:
            [2-9]\d{{7}}
            | [2-9]\d (?P<pair>{_GAP}) \d\d (?P=pair) \d\d (?P=pair) \d\d
            | [2-9]\d\d (?P<trio>{_GAP}) \d\d (?P=trio) \d{{3}}
            | [2-9]\d\d (?P<late>{_GAP}) \d{{3}} (?P=late) \d\d
            | [49]\d[ ]\d{{3}}[ ]\d{{3}}
            | [49]\d{{3}}[ ]\d{{4}})"""
        ),
        _is_phone,
    ),
)


def masked(text: str) -> str:
    """The text with identity numbers, accounts, e-mail addresses and phone numbers replaced by what they are.

    >>> masked("Ring meg på 987 65 432 eller ola@example.no om de 12 000 kr")
    'Ring meg på [phone] eller [e-mail] om de 12 000 kr'
    >>> masked("Fødselsnummer 151086 95088, konto 8601.11.17947")
    'Fødselsnummer [id-number], konto [account]'
    """
    before = None
    # A replacement can free digits beside it, so this goes on until nothing is left to replace.
    while text != before:
        before = text
        text = _EMAIL.sub("[e-mail]", text) if "@" in text else text
        text = _without_numbers(text)
    return text


def _without_numbers(text: str) -> str:
    plain = text if text.isascii() else ascii_digits(text)  # of the same length
    pieces: list[str] = []
    done = 0
    for stretch in _STRETCH.finditer(plain):
        pieces += [text[done : stretch.start()], _masked_stretch(text[stretch.start() : stretch.end()])]
        done = stretch.end()
    return "".join([*pieces, text[done:]])


def _masked_stretch(text: str) -> str:
    for rule in _RULES:
        text = _replaced(text, rule)
    return text


def _replaced(text: str, rule: _Rule) -> str:
    plain = ascii_digits(text)
    pieces: list[str] = []
    done = start = 0
    while match := rule.looks.search(plain, start):
        start = match.start() + 1  # what does not hold may overlap something that does
        if rule.holds(match):
            pieces += [text[done : match.start()], rule.token]
            done = start = match.end()
    return "".join([*pieces, text[done:]])
