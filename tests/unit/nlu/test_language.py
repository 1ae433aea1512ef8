"""The language of a message is told from few, misspelt and mixed words, and not told from names and numbers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from knowledge.errors import ContentError
from nlu.language import MARKERS_FILE, NOTHING, LanguageGuesser
from tests.unit.conftest import DATA
from tests.unit.nlu.conftest import TEXTS

LANGUAGES = {"nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es"}
EXAMPLES = yaml.safe_load((DATA / "language_examples.yaml").read_text("utf-8"))

TELLS_NOTHING = (
    "12.3.2026", "8500 kr", "kr 12.000,-", "98765432", "§ 9-8", "3. mars", "12/3", "?", "!!!", "100 %", "0184 Oslo",
    "Oslo", "Bergen", "depositum", "Nav", "HTU", "ok", "husleieloven § 9-8", "https://www.finn.no", "١٢٠٠٠", "۳",
    "Ola Nordmann", "Abdi Hassan", "Olena", "Олена", "Олена Шевченко", "محمد", "محمد حسن", "Mohammed Ali",
    "Maria Kowalska", "Jean Dupont", "Kari",
)  # fmt: skip

# Text of two scripts or two languages -> the language that the person writes.
MIXED = {
    "мені прийшов oppsigelse": "uk",
    "я получил brev fra utleier, что делать": "ru",
    "وصلني brev fra namsmannen شو بعمل": "ar",
    "صاحبخانه depositum را نمی‌دهد": "fa",
    "utleier ኣይመለሰለይን depositum": "ti",
    "what is oppsigelse": "en",
    "qué significa oppsigelsestid": "es",
    "co to jest utkastelse": "pl",
    "c'est quoi la forliksrådet": "fr",
    "waa maxay namsmannen": "so",
    "hva betyr депозит": "nb",
    "kva er أوسلو": "nn",
}

# Sister languages, in pairs that one message must not be confused over.
SISTERS = (
    ("jeg har ikke fått svar fra utleieren", "nb"),
    ("eg har ikkje fått svar frå utleigaren", "nn"),
    ("hvor mye kan husleien økes", "nb"),
    ("kor mykje kan husleiga aukast", "nn"),
    ("hva skjer nå", "nb"),
    ("kva skjer no", "nn"),
    ("Kan dei nekte meg å ha hund?", "nn"),
    ("kan de nekte meg å ha hund?", "nb"),
    ("hvornår får jeg mit indskud tilbage", "nb"),  # Danish is answered in Bokmål
    ("vad ska jag göra nu", "nb"),  # Swedish as well
    ("хазяїн не повертає гроші", "uk"),
    ("хозяин не возвращает деньги", "ru"),
    ("мене виганяють з квартири", "uk"),
    ("меня выгоняют из квартиры", "ru"),
    ("що робити", "uk"),
    ("что делать", "ru"),
    ("що мені тепер робити с квартирою", "uk"),
    ("гаспадар не вяртае грошы, што рабіць", "ru"),  # Belarusian is answered as Russian
    ("صاحبخانه پولم را نمی‌دهد", "fa"),
    ("صاحب البيت لا يعيد المال", "ar"),
)

# Written with the letters of another keyboard.
OTHER_KEYBOARDS = (
    ("pryvit, scho robyty", "uk"),
    ("privet, chto delat", "ru"),
    ("mar7aba sa7eb el beit bidi help", "ar"),
    ("salam, komak mikham", "fa"),
    ("dzien dobry, wlasciciel nie oddaje kaucji", "pl"),
    ("bonjour le proprietaire refuse", "fr"),
    ("manana tengo que salir del piso, que hago", "es"),
)

# One word or two, as people begin.
SHORT = (
    ("hei", "nb"), ("hallo", "nb"), ("takk", "nb"), ("hjelp meg", "nb"), ("korleis?", "nn"), ("eg treng hjelp", "nn"),
    ("hi there", "en"), ("hello", "en"), ("thx", "en"), ("help", "en"), ("привіт", "uk"), ("дякую", "uk"),
    ("допоможіть", "uk"), ("привет", "ru"), ("спасибо", "ru"), ("مرحبا", "ar"), ("شكرا", "ar"), ("سلام", "fa"),
    ("ممنون", "fa"), ("cześć", "pl"), ("dziękuję", "pl"), ("bonjour", "fr"), ("merci", "fr"), ("hola", "es"),
    ("gracias", "es"), ("salaan", "so"), ("mahadsanid", "so"), ("ሰላም", "ti"), ("heiii", "nb"), ("HELLOOOO", "en"),
)  # fmt: skip


def _cases() -> list[tuple[str, str]]:
    return [(text, locale) for locale, texts in EXAMPLES.items() for text in texts]


def test_examples_cover_every_language() -> None:
    assert EXAMPLES.keys() == LANGUAGES
    assert min(map(len, EXAMPLES.values())) >= 30


@pytest.mark.parametrize(("text", "locale"), _cases())
def test_the_language_of_an_example_is_told(text: str, locale: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text).locale == locale


@pytest.mark.parametrize(("text", "locale"), SISTERS)
def test_sister_languages_are_told_apart(text: str, locale: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text).locale == locale


@pytest.mark.parametrize(("text", "locale"), SHORT)
def test_a_word_or_two_are_enough(text: str, locale: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text).locale == locale


@pytest.mark.parametrize(("text", "locale"), MIXED.items())
def test_norwegian_terms_do_not_change_the_language(text: str, locale: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text).locale == locale


@pytest.mark.parametrize(("text", "locale"), OTHER_KEYBOARDS)
def test_other_keyboards_are_understood(text: str, locale: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text).locale == locale


@pytest.mark.parametrize("text", TELLS_NOTHING)
def test_numbers_names_and_loan_words_alone_tell_nothing(text: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(text) == NOTHING


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "marks of direction alone"])
def test_a_text_without_words_tells_nothing(name: str, guesser: LanguageGuesser) -> None:
    assert guesser.guess(TEXTS[name]) == NOTHING


def test_german_is_none_of_ours(guesser: LanguageGuesser) -> None:
    assert guesser.guess("Ich habe eine Kündigung bekommen, was kann ich tun?") == NOTHING


@pytest.mark.parametrize("around", ["🏠 {} 😢", "\u202b{}\u202c", "«{}»!!", "12 000 kr: {}", "{} 98765432", "\u200f{}"])
@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("hva gjør jeg nå", "nb"),
        ("what can I do now", "en"),
        ("що мені робити", "uk"),
        ("ماذا أفعل الآن", "ar"),
    ],
)
def test_what_stands_around_the_words_changes_nothing(
    around: str, text: str, locale: str, guesser: LanguageGuesser
) -> None:
    assert guesser.guess(around.format(text)).locale == locale


@pytest.mark.parametrize(
    "change", [str.upper, str.title, lambda text: text.replace(" ", "  "), lambda text: text + "!!!"]
)
@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_case_and_spacing_do_not_matter(locale: str, change: Callable[[str], str], guesser: LanguageGuesser) -> None:
    told = [guesser.guess(change(text)).locale == locale for text in EXAMPLES[locale]]
    assert sum(told) >= 0.97 * len(told)


@pytest.mark.parametrize("text", [text for texts in EXAMPLES.values() for text in texts[:8]] + [*TEXTS.values()])
def test_confidence_is_a_share(text: str, guesser: LanguageGuesser) -> None:
    guess = guesser.guess(text)
    assert 0.0 <= guess.confidence <= 1.0
    assert (guess.locale is None) == (guess.confidence == 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "hei " * 2500,
        "a" * 10_000,
        "مرحبا بكم " * 1000,
        "🏠" * 10_000,
        "1" * 10_000,
        "a1" * 5000,
        "що " * 3333,
        "-" * 10_000,
    ],
    ids=["words", "one word", "arabic", "emoji", "digits", "letters and digits", "cyrillic", "hyphens"],
)
def test_ten_thousand_characters_are_read_in_bounded_time(text: str, guesser: LanguageGuesser) -> None:
    guesser.guess("varm opp statistikken")
    begun = time.process_time()
    guesser.guess(text)
    assert time.process_time() - begun < 0.5


def test_the_work_grows_no_faster_than_the_text(guesser: LanguageGuesser) -> None:
    def seconds(length: int) -> float:
        text = " ".join(f"ord{number}x" for number in range(length))
        times = []
        for _ in range(3):
            begun = time.process_time()
            guesser.guess(text)
            times.append(time.process_time() - begun)
        return min(times)

    guesser.guess("varm opp statistikken")
    assert seconds(8_000) < 20 * max(seconds(1_000), 0.001)


@pytest.mark.parametrize(
    ("text", "locale", "fits"),
    [
        ("привіт", "uk", True),
        ("привіт", "ar", False),
        ("привіт", "nb", False),
        ("مرحبا", "fa", True),
        ("مرحبا", "uk", False),
        ("hei", "nb", True),
        ("hei", "ti", False),
        ("pryvit", "uk", True),
        ("ሰላም", "ti", True),
        ("ሰላም", "en", False),
        ("12 000", "ti", True),
        ("", "ar", True),
        ("Oslo", "ar", True),
    ],
)
def test_a_text_fits_the_scripts_of_its_language(text: str, locale: str, fits: bool, guesser: LanguageGuesser) -> None:
    assert guesser.fits(text, locale) is fits


@pytest.mark.parametrize(
    "text",
    ["[]", "words: {}", "reads_as: {}\nprior: {}\nsilent: []\nwords: {}", "reads_as: {}\nprior: {}\nsilent: 3\nwords: {}\nletters: {}\nkeyboard: {}"],
    ids=["no mapping", "most missing", "letters missing", "no list"],
)  # fmt: skip
def test_a_markers_file_of_another_form_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "markers.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"markers\.yaml"):
        LanguageGuesser.read(path)


MARKERS = yaml.safe_load(MARKERS_FILE.read_text("utf-8"))


def test_markers_know_every_language_but_the_one_with_its_own_script() -> None:
    assert LANGUAGES - {"ti"} <= MARKERS["words"].keys()


@pytest.mark.parametrize("code", MARKERS["words"])
@pytest.mark.parametrize("kind", ["telling", "usual"])
def test_markers_are_texts(code: str, kind: str) -> None:
    """YAML reads `no`, `on` and `yes` without quotes as true or false."""
    assert [word for word in MARKERS["words"][code].get(kind, ()) if not isinstance(word, str)] == []


def test_silent_words_are_texts() -> None:
    assert [word for word in MARKERS["silent"] if not isinstance(word, str)] == []
