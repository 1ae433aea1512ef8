"""Sections of law are found with and without their act; spans such as "2-3 weeks" are no sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.yaml_file import read_mapping
from nlu.entities.lexicon import WORDS_FILE
from nlu.entities.sections import DEFAULT_ACT

Values = Callable[[str, str, str], list[Any]]
TENANCY = "husleieloven § "

FOUND = {
    "nb": {
        "§ 9-8": "9-8", "§9-8": "9-8", "§ 9–8": "9-8", "§ 9‑8": "9-8", "9-8 i husleieloven": "9-8", "husleieloven § 9-8": "9-8",
        "husleieloven 9-8": "9-8", "HUSLEIELOVEN § 9-8": "9-8", "hva sier 9-5": "9-5", "hva sier 9-5 om oppsigelse": "9-5",
        "paragraf 9-8": "9-8", "husleieloven paragraf 9-8": "9-8", "hl. § 9-5": "9-5", "se husll § 11-1": "11-1", "9-8": "9-8",
        "§ 9-3a": "9-3a", "§ 9-3 a": "9-3a", "hva betyr § 9-6?": "9-6", "§ 9-8 første ledd": "9-8", "oppsagt etter 9-5": "9-5",
        "i henhold til 9-7": "9-7", "§ 4-3 i husleielova": "4-3",
    },
    "nn": {
        "husleigelova § 9-8": "9-8", "§ 9-8 i husleigelova": "9-8", "paragraf 9-8": "9-8", "kva seier 9-5": "9-5",
        "husleielova § 4-3": "4-3",
    },
    "en": {
        "section 9-5 of the tenancy act": "9-5", "section 9-8": "9-8", "sec. 9-8": "9-8", "Tenancy Act § 9-8": "9-8",
        "the tenancy act section 9-8": "9-8", "what does 9-8 say": "9-8", "paragraph 9-5": "9-5", "under section 9-8": "9-8",
        "9-8 in the tenancy act": "9-8", "§4-3 of the Tenancy Act": "4-3", "husleieloven § 9-8": "9-8", "article 9-8": "9-8",
    },
    "uk": {
        "стаття 9-8": "9-8", "ст. 9-8": "9-8", "§ 9-8": "9-8", "параграф 9-8": "9-8", "за статтею 9-8": "9-8",
        "статті 9-8 закону про оренду": "9-8", "9-8 закону про оренду житла": "9-8", "що каже 9-8": "9-8",
        "стаття 9-5 husleieloven": "9-5", "статтю 9-6": "9-6", "згідно зі ст.9-5": "9-5",
    },
    "ar": {
        "المادة 9-8": "9-8", "المادة ٩-٨": "9-8", "§ ٩-٨": "9-8", "مادة 9-5": "9-5", "الماده 9-8": "9-8", "الفقرة 9-8": "9-8",
        "البند 9-8": "9-8", "المادة 9-8 من قانون الإيجار": "9-8", "٩-٨ من قانون الإيجار": "9-8", "قانون الإيجار § 9-8": "9-8",
        "ماذا تقول المادة 9-6": "9-6", "husleieloven § 9-8": "9-8",
    },
    "so": {"qodobka 9-8": "9-8"},
    "fa": {"ماده ۹-۸": "9-8"},
    "ru": {"статья 9-8": "9-8"},
    "pl": {"paragraf 9-8": "9-8"},
    "es": {"artículo 9-8": "9-8"},
    "fr": {"§ 9-8": "9-8"},
    "ti": {"§ 9-8": "9-8"},
}  # fmt: skip

OTHER_ACTS = {
    "tvfl. § 4-18": "tvangsfullbyrdelsesloven § 4-18",
    "tvangsfullbyrdelsesloven § 13-2": "tvangsfullbyrdelsesloven § 13-2",
    "sosialtjenesteloven § 18": "sosialtjenesteloven § 18",
    "§ 27 i sosialtjenesteloven": "sosialtjenesteloven § 27",
    "forvaltningsloven § 28": "forvaltningsloven § 28",
    "fvl. § 28": "forvaltningsloven § 28",
    "bustøttelova § 1": "bustøttelova § 1",
    "Nav-loven § 15": "Nav-loven § 15",
}

NO_SECTION = {
    "nb": (
        "2-3 uker", "2-3 personer", "9-11 personer", "3-4 måneder", "3-4 rom", "kl 9-15", "mellom kl 9-5", "jeg jobber 9-5",
        "leilighet 4-3", "nr 5-3", "bygning 4-3", "§ 99-9", "leie 9-8 kr", "åpent 10-14", "2-3 barn", "9-5 jobb", "§ 3", "9",
        "husleieloven", "9-8-2026", "2026-9-8", "1-2 ganger", "tlf 22-11-33-44", "husleieloven § 99-1", "9-8 prosent",
    ),
    "nn": ("2-3 veker", "3-4 månader", "eg arbeider 9-5", "§ 99-9"),
    "en": ("2-3 weeks", "2-3 people", "9-5 job", "I work 9-5", "room 4-3", "apartment 4-3", "3-4 months", "section 3", "section 99-1"),
    "uk": ("2-3 тижні", "2-3 місяці", "2-3 дні", "3-4 кімнати", "9-11 осіб", "працюю 9-5", "кімната 4-3", "стаття 99-9"),
    "ar": ("2-3 أسابيع", "٢-٣ أشهر", "2-3 أشخاص", "3-4 غرف", "2-3 ساعات", "المادة 99-9", "أعمل 9-5", "غرفة 4-3"),
}  # fmt: skip


def _cases(rows: dict[str, Any]) -> list[Any]:
    pairs = {k: v.items() if isinstance(v, dict) else [(text,) for text in v] for k, v in rows.items()}
    return [pytest.param(locale, *case, id=f"{locale}: {case[0]}") for locale, cases in pairs.items() for case in cases]


@pytest.mark.parametrize(("locale", "text", "number"), _cases(FOUND))
def test_a_section_of_the_tenancy_act_is_found(locale: str, text: str, number: str, values: Values) -> None:
    assert values("law_section", locale, text) == [TENANCY + number]


@pytest.mark.parametrize(("text", "ref"), OTHER_ACTS.items())
@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "ru"])
def test_a_section_of_another_act_is_found_in_any_language(locale: str, text: str, ref: str, values: Values) -> None:
    assert values("law_section", locale, text) == [ref]


@pytest.mark.parametrize(("locale", "text"), _cases(NO_SECTION))
def test_what_is_no_section_is_not_found(locale: str, text: str, values: Values) -> None:
    assert values("law_section", locale, text) == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nb", "§§ 9-7 og 9-8"),
        ("en", "sections 9-7 and 9-8"),
        ("uk", "§ 9-7 і § 9-8"),
        ("ar", "المادة 9-7 و المادة 9-8"),
    ],
)
def test_every_section_of_a_message_is_found(locale: str, text: str, values: Values) -> None:
    assert values("law_section", locale, text) == [TENANCY + "9-7", TENANCY + "9-8"]


def test_each_section_goes_with_the_nearest_act(values: Values) -> None:
    text = "husleieloven § 9-8 og tvfl. § 4-18"
    assert values("law_section", "nb", text) == ["husleieloven § 9-8", "tvangsfullbyrdelsesloven § 4-18"]


def test_what_is_found_can_be_cited(real: Library, values: Values) -> None:
    refs = [values("law_section", locale, text)[0] for locale, rows in FOUND.items() for text in rows]
    assert all(real.laws.url(ref) for ref in refs)


def test_the_default_act_exists(real: Library) -> None:
    assert DEFAULT_ACT in real.laws.acts


def test_acts_with_names_of_their_own_exist(real: Library) -> None:
    rows = read_mapping(WORDS_FILE)
    named = {act for words in rows.values() for act in words.get("act", {})}
    assert named <= real.laws.acts.keys()


def test_every_act_is_known_by_its_name(real: Library, values: Values) -> None:
    acts = [name for name in real.laws.acts if not name.startswith("forskrift")]  # regulations have no short names
    assert [name for name in acts if not _is_found(name, real.laws, values)] == []


@pytest.mark.parametrize(
    "text", ["avhendingslova § 4-3", "§ 4-3 i avhendingslova", "plan- og bygningsloven § 11-5", "Panteloven § 1-4"]
)
def test_a_section_of_an_unknown_act_is_not_taken_for_one_of_ours(text: str, values: Values) -> None:
    assert values("law_section", "nb", text) == []


def test_the_law_means_the_tenancy_act(values: Values) -> None:
    assert values("law_section", "nb", "hva sier loven § 9-8") == [TENANCY + "9-8"]


def _is_found(name: str, laws: Laws, values: Values) -> bool:
    section = min(laws.acts[name].sections)
    return values("law_section", "nb", f"{name} § {section}") == [f"{name} § {section}"]
