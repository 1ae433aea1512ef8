"""Dates as people write them in each language; today is Tuesday 24 November 2026."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[[str, str, str], list[Any]]

FOUND = {
    "nb": {
        "jeg fikk oppsigelsen 3. november": "2026-11-03",
        "brevet kom 3 nov": "2026-11-03",
        "den 20. nov. fikk jeg brev": "2026-11-20",
        "brevet er datert 12.10": "2026-10-12",
        "12.10. kom det brev": "2026-10-12",
        "mottatt 12.03.2026": "2026-03-12",
        "mottatt 12/3-2026": "2026-03-12",
        "mottatt 12.3-2026": "2026-03-12",
        "mottatt 12/3-26": "2026-03-12",
        "mottatt 1.12.25": "2025-12-01",
        "1.9.2026": "2026-09-01",
        "01.09.26": "2026-09-01",
        "2026-11-01": "2026-11-01",
        "3. mars 2027": "2027-03-03",
        "torsdag 26. november kl 10.00": "2026-11-26",
        "ut innen 1. januar": "2027-01-01",
        "fristen er 1/12": "2026-12-01",
        "det var i går": "2026-11-23",
        "Igår": "2026-11-23",
        "i forgårs": "2026-11-22",
        "kom i dag": "2026-11-24",
        "må ut i morgen": "2026-11-25",
        "forrige fredag": "2026-11-20",
        "sist mandag": "2026-11-23",
        "fikk det tirsdag": "2026-11-17",  # said on a Tuesday: the one before
        "neste mandag": "2026-11-30",
        "de kommer på fredag": "2026-11-27",
        "på fredag": "2026-11-27",
        "fikk brev på fredag": "2026-11-20",
        "fredag som var": "2026-11-20",
        "fredag som kommer": "2026-11-27",
        "fredag i forrige uke": "2026-11-20",
        "mandag i neste uke": "2026-11-30",
        "for to uker siden": "2026-11-10",
        "for 3 dager siden": "2026-11-21",
        "for en måned siden": "2026-10-24",
        "om to uker": "2026-12-08",
        "24.11": "2026-11-24",
        "3. MARS 2026": "2026-03-03",
    },
    "nn": {
        "eg fekk brevet i går": "2026-11-23",
        "i førgår": "2026-11-22",
        "for to veker sidan": "2026-11-10",
        "for ein månad sidan": "2026-10-24",
        "førre måndag": "2026-11-23",
        "laurdag kom brevet": "2026-11-21",
        "sundag": "2026-11-22",
        "fredag 13. november": "2026-11-13",
        "i morgon": "2026-11-25",
        "neste laurdag": "2026-11-28",
        "om tre veker": "2026-12-15",
        "1. desember": "2026-12-01",
        "den 3. oktober 2025": "2025-10-03",
        "mottatt 5.11": "2026-11-05",
    },
    "en": {
        "I got it on 3 November": "2026-11-03",
        "3rd of November": "2026-11-03",
        "November 3rd": "2026-11-03",
        "Nov 3, 2026": "2026-11-03",
        "March 3, 2027": "2027-03-03",
        "Sept 3": "2026-09-03",
        "the 20th of november 2026": "2026-11-20",
        "on 10/11/2026": "2026-11-10",  # as in Norway, the day first
        "dated 12.10.2026": "2026-10-12",
        "10/25": "2026-10-25",  # can only be the other way round
        "yesterday": "2026-11-23",
        "the day before yesterday": "2026-11-22",
        "today": "2026-11-24",
        "last Friday": "2026-11-20",
        "it came on friday": "2026-11-20",
        "next Monday": "2026-11-30",
        "I have to leave by Friday": "2026-11-27",
        "Monday last week": "2026-11-16",
        "two weeks ago": "2026-11-10",
        "a week ago": "2026-11-17",
        "5 days ago": "2026-11-19",
        "in two weeks": "2026-12-08",
        "tomorrow morning": "2026-11-25",
        "1st december": "2026-12-01",
    },
    "uk": {
        "1 листопада прийшов лист": "2026-11-01",
        "1-го листопада": "2026-11-01",
        "3 березня 2027": "2027-03-03",
        "3 березня 2027 року": "2027-03-03",
        "15 жовтня": "2026-10-15",
        "лист від 12.10": "2026-10-12",
        "12.10.2026": "2026-10-12",
        "до 1 грудня": "2026-12-01",
        "на 1 січня": "2027-01-01",
        "вчора": "2026-11-23",
        "Учора": "2026-11-23",
        "позавчора": "2026-11-22",
        "сьогодні": "2026-11-24",
        "завтра": "2026-11-25",
        "минулої п'ятниці": "2026-11-20",
        "минулої п’ятниці": "2026-11-20",
        "минулого вівторка": "2026-11-17",
        "у середу прийшов лист": "2026-11-18",
        "в понеділок": "2026-11-23",
        "наступного понеділка": "2026-11-30",
        "два тижні тому": "2026-11-10",
        "тиждень тому": "2026-11-17",
        "місяць тому": "2026-10-24",
        "3 дні тому": "2026-11-21",
        "через два тижні": "2026-12-08",
    },
    "ar": {
        "يوم ١ نوفمبر": "2026-11-01",
        "1 نوفمبر": "2026-11-01",
        "١ مارس ٢٠٢٧": "2027-03-01",
        "١ ديسمبر ٢٠٢٥": "2025-12-01",
        "٣ آذار 2026": "2026-03-03",
        "في 20 تشرين الثاني": "2026-11-20",
        "١٢/٣/٢٠٢٧": "2027-03-12",
        "١٢-١٠-٢٠٢٦": "2026-10-12",
        "12.10.2026": "2026-10-12",
        "بتاريخ ٢٠/١١": "2026-11-20",
        "أمس": "2026-11-23",
        "امس وصلني": "2026-11-23",
        "البارحة": "2026-11-23",
        "مبارح": "2026-11-23",
        "أول أمس": "2026-11-22",
        "أول من أمس": "2026-11-22",
        "اول من امس": "2026-11-22",
        "اليوم": "2026-11-24",
        "غداً": "2026-11-25",
        "بعد غد": "2026-11-26",
        "يوم الجمعة الماضي": "2026-11-20",
        "الثلاثاء الماضي": "2026-11-17",
        "يوم الاثنين": "2026-11-23",
        "الأحد القادم": "2026-11-29",
        "قبل أسبوعين": "2026-11-10",
        "قبل ٣ أيام": "2026-11-21",
        "منذ أسبوع": "2026-11-17",
        "قبل شهر": "2026-10-24",
        "قبل خمسة عشر يوما": "2026-11-09",
    },
    "so": {"shalay": "2026-11-23", "maanta": "2026-11-24"},
    "ti": {"ትማሊ": "2026-11-23"},
    "fa": {"دیروز": "2026-11-23", "۳ نوامبر ۲۰۲۶": "2026-11-03", "دو هفته پیش": "2026-11-10"},
    "pl": {"wczoraj": "2026-11-23", "3 listopada": "2026-11-03", "dwa tygodnie temu": "2026-11-10", "w piątek": "2026-11-20"},
    "ru": {"вчера": "2026-11-23", "1 ноября": "2026-11-01", "две недели назад": "2026-11-10", "в пятницу": "2026-11-20"},
    "fr": {"hier": "2026-11-23", "avant-hier": "2026-11-22", "le 3 novembre": "2026-11-03", "il y a deux semaines": "2026-11-10"},
    "es": {"ayer": "2026-11-23", "el 3 de noviembre": "2026-11-03", "hace dos semanas": "2026-11-10", "el viernes pasado": "2026-11-20"},
}  # fmt: skip

NO_DATE = {
    "nb": (
        "31. februar", "30. februar 2026", "31.04.2026", "32.1", "12.13.2026", "00.11.2026", "0. mars", "29. februar 2027",
        "kl 12.30", "kl 10.10-12", "klokka 10.15", "12.5 %", "12.5 kr", "§ 9.8", "hver fredag", "i mars", "for noen dager siden",
        "for et par uker siden", "om tre måneders leie", "12-14", "1.5 år", "8500 kr", "2 rom", "3. etasje", "mars",
        "12.3.45.6", "192.168.1.1", "98 76 54 32", "9999 dager siden",
    ),
    "nn": ("kvar fredag", "31. juni", "for nokre dagar sidan", "i oktober", "annankvar veke"),
    "en": ("February 30", "31st of June", "at 12.30", "every Friday", "a few days ago", "in May", "it may be cold", "12.5 kr", "several weeks ago"),
    "uk": ("31 лютого", "о 12.30", "кожного понеділка", "кожної п'ятниці", "кілька днів тому", "у травні", "31 червня"),
    "ar": ("31 فبراير", "٣١ فبراير", "الساعة ١٢.٣٠", "كل يوم جمعة", "كل جمعة", "قبل كم يوم", "في مارس", "٣٢/١"),
}  # fmt: skip

# Day and month without a year -> as told on 24 November 2026.
YEARS = {
    "24.11": "2026-11-24",  # today
    "25.11": "2026-11-25",  # nearest ahead, since the last one is nearly a year back
    "23.11": "2026-11-23",
    "1.10": "2026-10-01",
    "25.5": "2026-05-25",  # within half a year back
    "23.5": "2027-05-23",  # longer ago than half a year
    "1.1": "2027-01-01",
    "31.12": "2026-12-31",
    "29.2": "2028-02-29",  # the next there is
}


def _cases(rows: dict[str, Any]) -> list[Any]:
    return [pytest.param(locale, *case, id=f"{locale}: {case[0]}") for locale, cases in rows.items() for case in cases]


@pytest.mark.parametrize(("locale", "text", "day"), _cases({k: v.items() for k, v in FOUND.items()}))
def test_a_date_is_found(locale: str, text: str, day: str, values: Values) -> None:
    assert values("date", locale, text) == [day]


@pytest.mark.parametrize(("locale", "text"), _cases({k: [(text,) for text in v] for k, v in NO_DATE.items()}))
def test_what_is_no_date_is_not_found(locale: str, text: str, values: Values) -> None:
    assert values("date", locale, text) == []


@pytest.mark.parametrize(("text", "day"), YEARS.items())
def test_a_year_left_out_is_inferred(text: str, day: str, values: Values) -> None:
    assert values("date", "nb", text) == [day]


@pytest.mark.parametrize(
    ("locale", "text", "days"),
    [
        ("nb", "fikk brev 3. november, må ut 1. desember", ["2026-11-03", "2026-12-01"]),
        ("en", "notice on 5 October 2025 and 6 October 2025", ["2025-10-05", "2025-10-06"]),
        ("uk", "лист 1 листопада, виїхати до 1 грудня", ["2026-11-01", "2026-12-01"]),
        ("ar", "وصلتني أمس ويجب أن أخرج غدا", ["2026-11-23", "2026-11-25"]),
    ],
)
def test_every_date_of_a_message_is_found(locale: str, text: str, days: list[str], values: Values) -> None:
    assert values("date", locale, text) == days


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es", None, "xx"])
@pytest.mark.parametrize("text", ["12.10.2026", "2026-10-12", "12/10/2026", "12-10-2026", "12. 10. 2026"])
def test_dates_in_digits_are_read_in_every_language(locale: str | None, text: str, values: Values) -> None:
    assert values("date", locale, text) == ["2026-10-12"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("locale", "text"),
    [("uk", "господар прийшов i går"), ("ar", "وصلتني i går"), ("pl", "dostałem yesterday"), ("en", "he came i går"), ("so", "i går")],
)  # fmt: skip
def test_norwegian_and_english_are_read_in_other_languages(locale: str, text: str, values: Values) -> None:
    assert values("date", locale, text) == ["2026-11-23"]


@pytest.mark.parametrize("text", ["twenty one days ago", "for tjue en dager siden", "двадцять один день тому"])
def test_a_number_of_two_words_is_not_cut(text: str, values: Values) -> None:
    locale = {"t": "en", "f": "nb"}.get(text[0], "uk")
    assert values("date", locale, text) == []
