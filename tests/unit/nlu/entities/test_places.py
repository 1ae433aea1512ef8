"""Municipalities are found however they are written, and ordinary words are not taken for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Values = Callable[[str, str, str], list[Any]]

# Text -> the number of the municipality meant.
FOUND = {
    "nb": {
        "jeg bor i Bergen": "4601", "Bergen": "4601", "bergen": "4601", "I BERGEN": "4601", "Bergens sentrum": "4601",
        "Trondhiem": "5001", "i trondhiem": "5001", "bor i trondheim": "5001", "i Trondhjem": "5001",
        "Kristansand": "4204", "i stavenger": "1103", "i fredrikstd": "3107", "Haugesunn": "1106", "Steinkjær": "5006",
        "i Tromso": "5501", "Aalesund": "1508", "alesund": "1508", "baerum": "3201", "i Bærum": "3201", "Lillestrom": "3205",
        "bor i Moss": "3103", "Moss kommune": "3103", "moss kommune": "3103", "asker kommune": "3203",
        "kommunen i Asker": "3203", "jeg ringte Alta": "5601", "hul i veggen i Hole": "3310", "Os i Hedmark": "3430",
        "i Bø i Vesterålen": "1867", "bø i telemark": "4020", "Våler i Østfold": "3114", "i Herøy i Nordland": "1818",
        "Våler i Solør": "3419", "i Nordodal": "3414", "i Kristjansand": "4204", "Snåase": "5041", "i Askim": "3118",
        "Jeg bor i Nordre Follo": "3207", "i Ski": "3207", "evje og hornnes": "4219", "sør-varanger": "5605",
        "Sør Varanger": "5605", "Kautokeino": "5612", "Guovdageaidnu": "5612", "mo i rana": "1833",
        "i Time kommune": "1121", "Kongsvinger-området": "3401",
    },
    "nn": {
        "eg bur i Voss": "4621", "i Førde": "4647", "Sunnfjord": "4647", "i Kinn": "4602", "på Stord": "4614",
        "Ørsta kommune": "1520", "frå Volda": "1577", "Luster kommune": "4644", "Gloppen": "4650", "Os i Østerdalen": "3430",
    },
    "en": {
        "I live in Bergen": "4601", "in trondheim": "5001", "near Tromso": "5501", "in Oslo": "0301", "Alesund": "1508",
        "live in Moss": "3103", "Hole municipality": "3310", "hole municipality": "3310", "from Drammen": "3301",
        "in Baerum": "3201", "Gjovik": "3407", "Trondhiem": "5001", "in Trondheim's centre": "5001", "Fredrikstd": "3107",
        "the rent in Lillestrom is high": "3205",
    },
    "uk": {
        "у Бергені": "4601", "я з Бергена": "4601", "берген": "4601", "в Осло": "0301", "в Тронгеймі": "5001",
        "у Тронхеймі": "5001", "в Ставангері": "1103", "у Драммені": "3301", "з Тромсе": "5501", "у Крістіансанні": "4204",
        "в Олесунді": "1508", "у Фредрікстаді": "3107", "у Сандефьорді": "3907", "в Bergen": "4601", "живу у Скієні": "4003",
        "у Моссі": "3103", "в Аскері": "3203", "з Квіннхерада": "4617", "у Фітьярі": "4615", "в Нітедалі": "3232",
    },
    "ar": {
        "بأوسلو": "0301", "في أوسلو": "0301", "اعيش باوسلو": "0301", "لأوسلو": "0301", "ببرغن": "4601", "في بيرغن": "4601",
        "من برغن": "4601", "تروندهايم": "5001", "بستافانجر": "1103", "بمدينة ستافانغر": "1103", "في درامن": "3301",
        "ترومسو": "5501", "كريستيانساند": "4204", "بلدية أوسلو": "0301", "في Bergen": "4601", "أُوسْلُو": "0301",
        "فريدريكستاد": "3107", "في هيلملاند": "1133", "من فلكفيورد": "4207",
    },
    "so": {"waxaan ku noolahay Oslo": "0301"},
    "ti": {"ኣብ ኦስሎ": "0301"},
    "fa": {"در اسلو": "0301", "در برگن": "4601"},
    "pl": {"mieszkam w Trondheim": "5001"},
    "ru": {"в Осло": "0301", "в Бергене": "4601", "живу в Ставангере": "1103"},
    "fr": {"j'habite à Oslo": "0301"},
    "es": {"vivo en Bergen": "4601"},
}  # fmt: skip

NO_PLACE = {
    "nb": (
        "moss på veggen", "det er moss på taket", "hole", "et hol i veggen", "os", "lukt av os", "bø", "de roper bø til oss",
        "stor gran i hagen", "time på mandag", "jeg skal til time hos legen", "i tide", "re", "jeg tok på meg ski", "i sola",
        "lund", "vik unna", "hav og strand", "nome", "etter lunsj", "stange", "klepp", "marker", "å ta en sel", "en sel",
        "jeg bor i stor leilighet", "vang", "ås", "loven", "løten", "leien", "utleier Lund", "min utleier Lund vil ha meg ut",
        "fru Vik", "Hr. Strand", "utleieren vår Lund vil heve leia", "vi bor på Os", "i Os kommune", "i Bø", "modellen i drømmen", "han heter Strand", "Kari Lund", "Per Hole ringte", "i Herøy", "i Våler", "ola@moss.no",
    ),
    "nn": ("i stad", "mose og moss", "i luster", "huseigaren Vik", "ei stor gran"),
    "en": (
        "moss on the wall", "there is moss", "Moss on the wall", "a hole in the wall", "in time", "on time", "or os",
        "marker on the wall", "a strand of hair", "my landlord Lund", "Mr Strand", "my name is Vik", "gran lives here",
    ),
    "uk": ("з Харкова", "мох на стіні", "він буде", "ос", "мій господар", "у мене"),
    "ar": ("في البيت", "بالشقة", "الموس", "في السكن"),
}  # fmt: skip


def _cases(rows: dict[str, Any]) -> list[Any]:
    pairs = {k: v.items() if isinstance(v, dict) else [(text,) for text in v] for k, v in rows.items()}
    return [pytest.param(locale, *case, id=f"{locale}: {case[0]}") for locale, cases in pairs.items() for case in cases]


@pytest.mark.parametrize(("locale", "text", "number"), _cases(FOUND))
def test_a_municipality_is_found(locale: str, text: str, number: str, values: Values) -> None:
    assert [found["number"] for found in values("municipality", locale, text)] == [number]


@pytest.mark.parametrize(("locale", "text"), _cases(NO_PLACE))
def test_what_is_no_municipality_is_not_found(locale: str, text: str, values: Values) -> None:
    assert values("municipality", locale, text) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [("nb", "fra Oslo til Bergen"), ("en", "in Oslo and Bergen"), ("uk", "з Осло до Бергена"), ("ar", "من أوسلو الى بيرغن")],
)  # fmt: skip
def test_every_municipality_of_a_message_is_found(locale: str, text: str, values: Values) -> None:
    assert [found["name"] for found in values("municipality", locale, text)] == ["Oslo", "Bergen"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Herøy kommune, Møre og Romsdal", "1515"), ("Herøy, Nordland", "1818"), ("Våler i Innlandet", "3419")],
)
def test_of_two_with_one_name_the_county_tells(text: str, number: str, values: Values) -> None:
    assert [found["number"] for found in values("municipality", "nb", f"jeg bor i {text}")] == [number]


@pytest.mark.parametrize(
    ("locale", "text", "district"),
    [
        ("nb", "jeg bor på Grünerløkka", "Grünerløkka"),
        ("nb", "i bydel Frogner", "Frogner"),
        ("nb", "i Søndre Nordstrand", "Søndre Nordstrand"),
        ("en", "in Gamle Oslo", "Gamle Oslo"),
        ("en", "near Grunerlokka", "Grünerløkka"),
        ("nb", "en leilighet på Tøyen", "Gamle Oslo"),
    ],
)
def test_a_district_is_found_within_oslo(locale: str, text: str, district: str, values: Values) -> None:
    assert values("municipality", locale, text) == [{"number": "0301", "name": "Oslo", "district": district}]


def test_the_value_names_the_municipality_as_it_calls_itself(values: Values) -> None:
    assert values("municipality", "nb", "i trondhiem") == [{"number": "5001", "name": "Trondheim - Tråante"}]
