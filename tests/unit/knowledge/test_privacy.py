"""Personal data is masked, and what a person needs answered is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.privacy import masked

# Numbers with valid check digits; none of them belongs to anybody: all are reckoned, not taken from people.
MASKED = {
    "fødselsnummer": ("mitt nummer er 15108695088", "mitt nummer er [id-number]"),
    "fødselsnummer with a space": ("151086 95088", "[id-number]"),
    "fødselsnummer with dots": ("15.10.86 95088", "[id-number]"),
    "D-number": ("55039010037", "[id-number]"),
    "another D-number": ("d-nummer 41018512430.", "d-nummer [id-number]."),
    "fødselsnummer in Arabic-Indic digits": ("رقمي ١٥١٠٨٦٩٥٠٨٨", "رقمي [id-number]"),
    "DUF number": ("DUF 201512345678", "DUF [id-number]"),
    "mobile": ("ring 98765432", "ring [phone]"),
    "mobile in groups": ("ring 987 65 432 nå", "ring [phone] nå"),
    "landline in pairs": ("22 11 33 44", "[phone]"),
    "country code": ("+47 987 65 432", "[phone]"),
    "country code with zeros": ("0047 98765432", "[phone]"),
    "country code without plus": ("ring 4798765432", "ring [phone]"),
    "country code without plus, apart": ("47 987 65 432", "[phone]"),
    "landline with the country code": ("47 22 11 33 44", "[phone]"),
    "foreign number": ("+380 44 123 45 67", "[phone]"),
    "phone in Arabic-Indic digits": ("اتصل ٤٠١٢٣٤٥٦", "اتصل [phone]"),
    "phone with marks of direction": ("\u2066+47\u00a0987\u00a065\u00a0432\u2069", "\u2066[phone]\u2069"),
    "e-mail": ("skriv til ola.n+leie@example.co.no!", "skriv til [e-mail]!"),
    "account with dots": ("konto 8601.11.17947", "konto [account]"),
    "account in one": ("konto 86011117947", "konto [account]"),
    "IBAN": ("IBAN NO93 8601 1117 947", "IBAN [account]"),
    "several": ("15108695088, 98765432 og a@b.no", "[id-number], [phone] og [e-mail]"),
}

KEPT = {
    "fødselsnummer with wrong check digits": "15108695089",
    "D-number with wrong check digits": "55039010038",
    "amount": "12 000 kr",
    "amount of millions": "kr 12 500 000",
    "amount of eight digits": "kr 98765432",
    "amount in Ukrainian": "98765432 крон",
    "amount with a stroke": "12500,- pluss 9000,-",
    "amount of ten digits": "kr 4798765432",
    "ten digits that are no mobile": "sak 4712345678",
    "date": "den 12.03.2026",
    "date in one": "12032026",
    "ISO date": "2026-11-24",
    "two dates": "12.03.2026-15.04.2026",
    "two years": "2019-2026",
    "time of day": "klokka 22.30-23.00",
    "section": "husleieloven § 9-8",
    "section and paragraph": "§ 11-10 tredje ledd",
    "case number": "sak 26/12345",
    "post codes": "0184 Oslo, 5003 Bergen",
    "amount in Arabic-Indic digits": "الإيجار ١٢٠٠٠ كرونة",
    "date in Arabic-Indic digits": "١٢/٠٣/٢٠٢٦",
    "at sign alone": "hus @ Oslo",
    "nothing": "",
    "emoji": "🏠 hva gjør jeg 😢",
}


@pytest.mark.parametrize(("text", "expected"), MASKED.values(), ids=list(MASKED))
def test_personal_data_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_ordinary_numbers_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize("number", range(1000, 60000, 4500))
def test_amounts_up_to_sixty_thousand_stay(number: int) -> None:
    text = f"leia er {number} kr, depositum {3 * number:,} kroner".replace(",", " ")
    assert masked(text) == text


@pytest.mark.parametrize("piece", ["1 ", "12.", "+4", "a.b@", "9", "٩ ", "kr 1 "])
def test_no_message_takes_long(piece: str) -> None:
    text = (piece * 2000)[:2000]
    start = time.perf_counter()
    masked(text)
    assert time.perf_counter() - start < 2


@given(st.text(alphabet="0123456789 .-/()+@abkr,٠١٢٣", max_size=60))
def test_masking_twice_changes_nothing_more(text: str) -> None:
    assert masked(masked(text)) == masked(text)
