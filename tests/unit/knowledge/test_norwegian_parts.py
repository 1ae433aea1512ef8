"""Norwegian inside texts of other languages: found in all that people are shown, and nothing else taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.norwegian_parts import cut_at_norwegian, norwegian_parts, norwegian_spans
from knowledge.norwegian_words import known_words
from knowledge.public_pages import PublicPages
from knowledge.reading_order import in_order
from knowledge.settings import PROJECT_DIR, Settings
from nlu.language import MARKERS_FILE, LanguageGuesser
from tests.unit.knowledge.shown_texts import shown_texts

OTHERS = ("en", "uk", "ar", "fa")
SURE = 0.93  # of the detector; less when there is English in it
# What else may look like Norwegian, three words or more in a row.
NAMES = {
    "Jusshjelpa i Nord",
    "NVDA, JAWS, VoiceOver",
    "Bergen, Trondheim, Tromsø, Stavanger, Bærum",
    "Call Alarmtelefonen for barn og unge or barnevernvakten",
    "Helse- og omsorgsdepartementet",
    "and Justis- og beredskapsdepartementet",
}
LAW = re.compile(
    r"[\w-]*(?:[Ff]orskrift[^§\n]*|(?:[\w-]+ og )?[\w-]*[Ll]ov(?:en|a)|forskriften)(?: §§? ?[\d-]+)?(?: [a-z]\b)?(?: og \d+)?"
)
SAID = {
    "en": 'Say: "Jeg har ikke noe sted å sove i natt." (I have nowhere to sleep tonight.)',
    "uk": "Скажіть: «Jeg har ikke noe sted å sove i natt.» (Мені ніде спати.)",
    "ar": "قل: «Jeg har ikke noe sted å sove i natt.» (لا مكان لي.)",
    "fa": "بگویید: «Jeg har ikke noe sted å sove i natt.» (جایی ندارم.)",
}


@pytest.fixture(scope="module")
def pages(real: Library) -> PublicPages:
    return PublicPages.read(Settings().content_dir / "pages", real.languages)


def _shown(real: Library, pages: PublicPages, locale: str) -> list[tuple[str, str]]:
    return shown_texts(real, pages, PROJECT_DIR / "locales", locale)


def _without_laws(text: str) -> str:
    return LAW.sub(lambda match: "§" * len(match.group()), text)


def _without_names(text: str) -> str:
    return text[:1] + re.sub(r"\b[A-ZÆØÅ][\w-]+", "", text[1:])


def _missed(text: str, locale: str, expected: Iterable[re.Match[str]]) -> list[str]:
    spans = norwegian_spans(text, locale)
    return [
        each.group().strip()
        for each in expected
        if not any(start <= each.start() and each.end() <= end for start, end in spans)
    ]


@pytest.mark.parametrize("locale", ["uk", "ar", "fa"])
def test_three_latin_words_in_a_row_are_norwegian_a_law_or_a_name(
    real: Library, pages: PublicPages, locale: str
) -> None:
    """Told by the letters alone, and not by the words that are listed."""
    word = "[A-Za-zÆØÅæøå]+"
    run = re.compile(rf"{word}(?:[ ,.]+{word}){{2,}}")
    left: set[str] = set()
    for _, text in _shown(real, pages, locale):
        left |= set(_missed(text, locale, run.finditer(_without_laws(text))))
    assert left <= NAMES


def test_every_norwegian_sentence_in_english_is_found(real: Library, pages: PublicPages) -> None:
    """Told by the language detector, and not by the words that are listed; names speak for no language."""
    guesser = LanguageGuesser.read(MARKERS_FILE)
    left: set[str] = set()
    for _, text in _shown(real, pages, "en"):
        for part in re.finditer(r"[^\W\d_][^\n\"“”«»().:!?]+", _without_laws(text)):
            words = _without_names(part.group())
            guess = guesser.guess(words)
            if len(words.split()) > 2 and guess.locale in ("nb", "nn") and guess.confidence > SURE:
                left |= set(_missed(text, "en", [part]))
    assert left <= NAMES


@pytest.mark.parametrize("locale", OTHERS)
def test_a_sentence_to_say_is_found_whole(locale: str) -> None:
    assert norwegian_parts(SAID[locale], locale) == ["Jeg har ikke noe sted å sove i natt."]


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("- Jeg snakker lite norsk. Jeg trenger tolk.\n- I need help.", "en", ["Jeg snakker lite norsk. Jeg trenger tolk."]),
        ('Write: "Siste dag er 30. juni. Det haster."', "en", ["Siste dag er 30. juni. Det haster."]),
        ('"I ask for help and for a decision (vedtak)."', "en", ["vedtak"]),
        ("«Jeg ber om hjelp (sosialtjenesteloven § 18).»", "en", ["Jeg ber om hjelp (sosialtjenesteloven § 18)."]),
        ("Call them (kommunens vakttelefon), or Nav.", "en", ["kommunens vakttelefon"]),
        ("A petition for eviction (begjæring om fravikelse)", "en", ["begjæring om fravikelse"]),
        ("- Jeg har barn med meg. Det haster!", "fa", ["Jeg har barn med meg. Det haster!"]),
        ("- Jeg har fått nei. Haster det? Nav: 1.", "en", ["Jeg har fått nei. Haster det?"]),
        ("Кажіть: Jeg vil klage. Nav. Vedtak", "uk", ["Jeg vil klage.", "Vedtak"]),
        ("петиція (begjæring om fravikelse), Husbanken, PDF", "uk", ["begjæring om fravikelse"]),
        ("«Tid og sted» – це час і місце", "uk", ["Tid og sted"]),
        ("Подзвоніть: Jeg trenger tolk i ukrainsk.", "uk", ["Jeg trenger tolk i ukrainsk."]),
        ("- Jeg er under 18 år. Ring Nav.", "ar", ["Jeg er under 18 år."]),
        ("اطلب depositum. وقل: Jeg vil klage på dette!", "ar", ["depositum", "Jeg vil klage på dette!"]),
        ("طبق (sosialtjenesteloven § 18) و «Når får jeg svar?»", "fa", ["Når får jeg svar?"]),
    ],
)  # fmt: skip
def test_what_is_found(text: str, locale: str, found: list[str]) -> None:
    assert norwegian_parts(text, locale) == found


@pytest.mark.parametrize("locale", OTHERS)
@pytest.mark.parametrize(
    "name",
    [
        "Husleietvistutvalget", "Nav", "Jusshjelpa i Nord-Norge", "Ung Rettshjelp", "Kirkens SOS", "Søndre Nordstrand", "Oslo",
        "Bovett contributors", "NVDA, JAWS, VoiceOver", "CC BY 4.0", "axe-core", "husleieloven § 9-5", "§ 9-5", "husleieloven",
        "tvangsfullbyrdelsesloven §§ 13-2, 5-17", "forskrift om bustøtte §§ 4 og 7", "helse- og omsorgstjenesteloven § 3-5",
        "https://www.nav.no/sok-nav-kontor", "ssb.no/husleiekalkulator", "post@nav.no", "api/v1/articles", "bovett.ics",
        "55 55 33 33", "116 117", "37½", "(cookie)", "A", "", "12.03.2026", "×",
    ],
)  # fmt: skip
def test_names_laws_and_addresses_are_none(name: str, locale: str) -> None:
    around = {"en": "Ask {} or (the office).", "uk": "Спитайте {} або (офіс).", "ar": "اسأل {} أو (المكتب).",
              "fa": "بپرسید {} یا (اداره)."}  # fmt: skip
    for text in (
        around[locale].format(name),
        around[locale].format(f"({name})"),
        around[locale].format(f"«{name}»"),
        name,
    ):
        assert norwegian_parts(text, locale) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "I am under 18. Send a written reminder first.", "Full time is 37½ hours a week (at most).", "Get startlån for a home",
        "Husbanken (the state housing bank) and \"a home of my own\"", "Contact Ung Rettshjelp first.", "(earlier namsmannen)",
        "They are on a list for all under 25 at home.", "\"another fair reason\"", "(search on your own first)",
    ],
)  # fmt: skip
def test_english_is_not_taken_for_norwegian(text: str) -> None:
    assert norwegian_parts(text, "en") == []


@pytest.mark.parametrize("locale", ["nb", "nn"])
def test_nothing_is_marked_in_norwegian(locale: str) -> None:
    assert norwegian_parts('Si: "Jeg har ikke noe sted å sove i natt." (vedtak)', locale) == []


@pytest.mark.parametrize(("said", "locale"), product(SAID.values(), OTHERS))
def test_a_text_shown_for_want_of_another_is_read_by_its_own_letters(said: str, locale: str) -> None:
    """An Arabic reply has an English article in it, and the other way round."""
    assert norwegian_parts(said, locale) == ["Jeg har ikke noe sted å sove i natt."]


def test_numbers_kept_in_order_are_no_part_of_it() -> None:
    text = in_order("اتصل على 116 117 وقل: «Jeg har barn med meg.» في § 3-8")
    assert norwegian_parts(text, "ar") == ["Jeg har barn med meg."]


@given(st.text(alphabet='Jeg har på oss.\n()«»"\0\u2066§ 19-2/@вп مد', max_size=80), st.sampled_from(OTHERS))
def test_whatever_the_text_nothing_is_lost(text: str, locale: str) -> None:
    parts = cut_at_norwegian(text, locale)
    assert "".join(parts) == text
    assert len(parts) % 2 == 1
    assert all(part and "\n" not in part for part in parts[1::2])


def test_no_word_is_listed_as_both() -> None:
    words = known_words()
    assert not words.norwegian & words.english
    assert not words.norwegian & words.foreign
    assert all(word == word.lower() for word in words.norwegian | words.english | words.foreign)
