"""Amounts in kroner and spans of time as people write them in each language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[[str, str, str], list[Any]]

AMOUNTS = {
    "nb": {
        "8 500 kr": 8500, "8500 kroner": 8500, "8\u00a0500 kroner": 8500, "kr 12.000,-": 12000, "12.000,-": 12000,
        "kr. 9500": 9500, "8500,-": 8500, "8,5k": 8500, "8.5k": 8500, "9k": 9000, "9 tusen kroner": 9000,
        "ti tusen kroner": 10000, "12 000 NOK": 12000, "NOK 8500": 8500, "kr8500": 8500, "8500kr/mnd": 8500,
        "kr 8.500,50": 8500, "kr 1.234,56": 1234, "8,50 kr": 8, "1 500 000 kr": 1500000, "0 kr": 0,
        "leia er 9500 i måneden": 9500, "depositum på 30000": 30000, "betaler 8 500 i leie": 8500, "2026 kr": 2026,
        "husleie 9 500,- pr mnd": 9500, "KR 9500": 9500, "skylder 45 000 spenn": 45000, "25 tusen": 25000,
        "1,5 tusen kroner": 1500,
    },
    "nn": {
        "leiga er 8 500 kroner": 8500, "husleiga på 9000": 9000, "kr 7500": 7500, "seks tusen kroner": 6000,
        "leiga auka med 1500 kr": 1500, "10 000 i depositum": 10000,
    },
    "en": {
        "8500 NOK": 8500, "NOK 8,500": 8500, "8,500 kr": 8500, "my rent is 9500": 9500, "a deposit of 30000": 30000,
        "8.5k kr": 8500, "9k": 9000, "nine thousand kroner": 9000, "30 thousand kroner": 30000, "12000 crowns": 12000,
        "rent of 8,000.00 NOK": 8000, "15,000 kroner": 15000, "10k deposit": 10000, "he wants 20000kr": 20000,
        "10.000,- kr": 10000, "8500 Norwegian kroner": 8500,
    },
    "uk": {
        "9 тисяч крон": 9000, "9000 крон": 9000, "8 500 крон": 8500, "9,5 тисяч крон": 9500, "9.5 тисяч крон": 9500,
        "12 тис. крон": 12000, "15 тисяч": 15000, "9 тис": 9000, "три тисячі крон": 3000, "дві тисячі крон": 2000,
        "двадцять тисяч крон": 20000, "1000 корон": 1000, "30 000 кр": 30000, "10000 норвезьких крон": 10000,
        "оренда 9500": 9500, "депозит 30000": 30000, "оренду підвищили на 2000 крон": 2000, "kr 8500": 8500,
        "9.500 крон": 9500, "борг 45 000 крон": 45000,
    },
    "ar": {
        "٣٠٠٠ كرون": 3000, "8500 كرونة": 8500, "٩ آلاف كرونة": 9000, "9 آلاف": 9000, "١٢٬٠٠٠ كرونة": 12000,
        "١٢٫٥٠٠ كرون": 12500, "12,000 كرون": 12000, "ثلاثة آلاف كرونة": 3000, "عشرة آلاف كرون": 10000,
        "خمسة عشر ألف كرون": 15000, "10 الاف كرون": 10000, "الإيجار 9500": 9500, "الإيجار ٩٥٠٠ كرونة": 9500,
        "تأمين 30000": 30000, "رفع الإيجار 1500 كرون": 1500, "kr 8500": 8500, "٨٫٥ آلاف كرون": 8500,
        "3000 كرونة نرويجية": 3000, "كرون 3000": 3000, "1 500 000 كرونة": 1500000,
    },
    "so": {"9000 karoon": 9000},
    "fa": {"۸۵۰۰ کرون": 8500, "۹ هزار کرون": 9000},
    "pl": {"9000 koron": 9000, "9 tysięcy koron": 9000},
    "ru": {"9000 крон": 9000, "9 тысяч крон": 9000},
    "fr": {"9000 couronnes": 9000},
    "es": {"9000 coronas": 9000},
}  # fmt: skip

NO_AMOUNT = {
    "nb": (
        "9 500", "leia er 3 måneder", "bor på 3 rom med leie", "i 2026", "98765432", "§ 9-8", "12.3.2026", "leie i 600 dager",
        "12/3 kr", "ring 22 11 33 44", "5 personer", "leia øker 4 prosent", "tusen takk", "9 tusen timer",
    ),
    "en": ("rent is 3 months", "3 rooms", "in 2026", "9-5", "a thousand thanks", "section 9-8", "3 thousand people"),
    "uk": ("3 кімнати", "у 2026 році", "оренда на 3 роки", "стаття 9-8", "5 тисяч осіб"),
    "ar": ("3 غرف", "الإيجار 3 أشهر", "المادة ٩-٨", "٢٠٢٦", "٣ آلاف ساعة"),
}  # fmt: skip

DURATIONS = {
    "nb": {
        "tre måneders leie": {"months": 3}, "3 måneder": {"months": 3}, "3 mnd": {"months": 3}, "3mnd": {"months": 3},
        "tre månedsleier": {"months": 3}, "tre måneders depositum": {"months": 3}, "to uker": {"weeks": 2},
        "14 dager": {"days": 14}, "fjorten dager": {"days": 14}, "14 dagers varsel": {"days": 14}, "én uke": {"weeks": 1},
        "i et halvt år": {"months": 6}, "3 års kontrakt": {"years": 3}, "en 3 års kontrakt": {"years": 3},
        "seks ukers frist": {"weeks": 6}, "tolv måneder": {"months": 12}, "en måned": {"months": 1}, "i 5 år": {"years": 5},
        "3-mnd": {"months": 3}, "1 uke": {"weeks": 1}, "30 dager": {"days": 30},
    },
    "nn": {
        "tre månader": {"months": 3}, "tre månaders leige": {"months": 3}, "to veker": {"weeks": 2}, "14 dagar": {"days": 14},
        "eit halvt år": {"months": 6}, "seks vekers frist": {"weeks": 6}, "eitt år": {"years": 1}, "ein månad": {"months": 1},
    },
    "en": {
        "3 months' rent": {"months": 3}, "3 months’ rent": {"months": 3}, "three months": {"months": 3},
        "two weeks": {"weeks": 2}, "14 days' notice": {"days": 14}, "one month's notice": {"months": 1},
        "half a year": {"months": 6}, "a fortnight": {"days": 14}, "3 year contract": {"years": 3},
        "a 3-year lease": {"years": 3}, "3-month deposit": {"months": 3}, "two months rent": {"months": 2},
        "three-month notice": {"months": 3}, "30 days": {"days": 30}, "a week": {"weeks": 1}, "ten days": {"days": 10},
    },
    "uk": {
        "два місяці": {"months": 2}, "3 місяці": {"months": 3}, "три місяці оренди": {"months": 3}, "14 днів": {"days": 14},
        "півроку": {"months": 6}, "пів року": {"months": 6}, "два тижні": {"weeks": 2}, "протягом двох тижнів": {"weeks": 2},
        "протягом трьох місяців": {"months": 3}, "один місяць": {"months": 1}, "чотирнадцять днів": {"days": 14},
        "шість місяців": {"months": 6}, "на 3 роки": {"years": 3}, "5 років": {"years": 5}, "один рік": {"years": 1},
        "тридцять днів": {"days": 30}, "оренда за 2 місяці": {"months": 2},
    },
    "ar": {
        "شهرين": {"months": 2}, "إيجار شهرين": {"months": 2}, "٣ أشهر": {"months": 3}, "3 اشهر": {"months": 3},
        "ثلاثة أشهر": {"months": 3}, "إيجار ثلاثة أشهر": {"months": 3}, "أسبوعين": {"weeks": 2}, "14 يوم": {"days": 14},
        "١٤ يوما": {"days": 14}, "أربعة عشر يوما": {"days": 14}, "خمسة عشر يوما": {"days": 15}, "نصف سنة": {"months": 6},
        "سنتين": {"years": 2}, "خمس سنين": {"years": 5}, "تلات شهور": {"months": 3}, "يومين": {"days": 2},
        "ثلاثين يوما": {"days": 30}, "أربعة أسابيع": {"weeks": 4},
    },
    "fa": {"سه ماه": {"months": 3}, "۲ هفته": {"weeks": 2}},
    "pl": {"3 miesiące": {"months": 3}, "dwa tygodnie": {"weeks": 2}},
    "ru": {"три месяца": {"months": 3}, "2 недели": {"weeks": 2}},
    "fr": {"trois mois": {"months": 3}},
    "es": {"tres meses": {"months": 3}},
    "so": {"saddex bilood": {"months": 3}},
}  # fmt: skip

NO_DURATION = {
    "nb": ("2-3 uker", "2 - 3 uker", "to tre uker", "to-tre uker", "et par uker", "måneden", "flere måneder", "24 timer", "1,5 år", "for to uker siden", "om tre dager", "tjue en dager"),
    "en": ("several weeks", "month", "24 hours", "2-3 weeks", "two-three weeks", "twenty one days", "twenty-one days", "two weeks ago", "1.5 years"),
    "uk": ("кілька тижнів", "місяць", "2-3 тижні", "двадцять один день", "два тижні тому"),
    "ar": ("كم شهر", "عدة أشهر", "2-3 أسابيع", "٢-٣ أشهر", "قبل أسبوعين"),
}  # fmt: skip


def _cases(rows: dict[str, Any]) -> list[Any]:
    pairs = {k: v.items() if isinstance(v, dict) else [(text,) for text in v] for k, v in rows.items()}
    return [pytest.param(locale, *case, id=f"{locale}: {case[0]}") for locale, cases in pairs.items() for case in cases]


@pytest.mark.parametrize(("locale", "text", "kroner"), _cases(AMOUNTS))
def test_an_amount_is_found(locale: str, text: str, kroner: int, values: Values) -> None:
    assert values("amount", locale, text) == [kroner]


@pytest.mark.parametrize(("locale", "text"), _cases(NO_AMOUNT))
def test_what_is_no_amount_is_not_found(locale: str, text: str, values: Values) -> None:
    assert values("amount", locale, text) == []


@pytest.mark.parametrize(("locale", "text", "span"), _cases(DURATIONS))
def test_a_span_of_time_is_found(locale: str, text: str, span: dict[str, int], values: Values) -> None:
    assert values("duration", locale, text) == [span]


@pytest.mark.parametrize(("locale", "text"), _cases(NO_DURATION))
def test_what_is_no_span_of_time_is_not_found(locale: str, text: str, values: Values) -> None:
    assert values("duration", locale, text) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nb", "leia økte fra 9000 kr til 10 500 kr"),
        ("en", "rent went from 9000 kr to 10,500 kr"),
        ("uk", "оренда зросла з 9000 крон до 10 500 крон"),
        ("ar", "زاد الإيجار من ٩٠٠٠ كرون إلى ١٠٥٠٠ كرون"),
    ],
)
def test_every_amount_of_a_message_is_found(locale: str, text: str, values: Values) -> None:
    assert values("amount", locale, text) == [9000, 10500]


def test_an_amount_is_a_whole_number(values: Values) -> None:
    """JSON knows no decimals of Python's kind."""
    assert [type(value) for value in values("amount", "nb", "8,5k og 9000 kr")] == [int, int]


@pytest.mark.parametrize(
    ("locale", "text"),
    [("nb", "3 måneder og 2 uker"), ("en", "3 months and 2 weeks"), ("uk", "3 місяці і 2 тижні"), ("ar", "3 أشهر و 2 أسابيع")],
)  # fmt: skip
def test_every_span_of_a_message_is_found(locale: str, text: str, values: Values) -> None:
    assert values("duration", locale, text) == [{"months": 3}, {"weeks": 2}]
