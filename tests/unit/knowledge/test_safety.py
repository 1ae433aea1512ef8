"""Recognising danger: what must be seen is seen, and what is none raises no alarm."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library
from knowledge.safety import SafetyCheck, compiled
from knowledge.settings import Settings
from knowledge.text import normalised
from knowledge.yaml_file import read_mapping
from tests.unit.conftest import DATA

PATTERNS_DIR = Settings().content_dir / "safety"
EXAMPLES = {path.stem: read_mapping(path) for path in sorted((DATA / "safety_examples").glob("*.yaml"))}
DANGERS = [
    (locale, row, text) for locale, rows in EXAMPLES.items() for row in rows if row != "none" for text in rows[row]
]
HARMLESS = [(locale, text) for locale, rows in EXAMPLES.items() for text in rows["none"]]


@pytest.fixture(scope="module")
def safety() -> SafetyCheck:
    return SafetyCheck.read(PATTERNS_DIR)


@pytest.mark.parametrize(("locale", "row", "text"), DANGERS)
def test_danger_is_seen(safety: SafetyCheck, locale: str, row: str, text: str) -> None:
    assert row in safety.rows_in(text)


@pytest.mark.parametrize(("locale", "text"), HARMLESS)
def test_what_is_no_danger_raises_no_alarm(safety: SafetyCheck, locale: str, text: str) -> None:
    assert safety.rows_in(text) == []


@pytest.mark.parametrize("locale", sorted({path.stem for path in PATTERNS_DIR.glob("*.yaml")}))
def test_every_language_with_patterns_has_examples_of_every_row(locale: str) -> None:
    rows = {row for row, patterns in read_mapping(PATTERNS_DIR / f"{locale}.yaml").items() if patterns.get("signs")}
    assert rows <= set(EXAMPLES[locale])
    assert EXAMPLES[locale]["none"]


def test_every_served_language_has_patterns(real: Library) -> None:
    """Nynorsk stands in nb.yaml: its forms are alternatives in the same patterns."""
    served = {language.locale for language in real.languages.served} - {"nn"}
    assert served <= {path.stem for path in PATTERNS_DIR.glob("*.yaml")}


@pytest.mark.parametrize(
    "change",
    [str.upper, lambda text: text + "!!!", lambda text: text.replace(" ", "  "), lambda text: "🏠 " + text],
    ids=["capitals", "exclamation", "spaces", "emoji"],
)
def test_it_makes_no_difference_how_it_is_typed(safety: SafetyCheck, change: Callable[[str], str]) -> None:
    for _, _, text in DANGERS[::20]:
        assert safety.rows_in(change(text)) == safety.rows_in(text), text


@pytest.mark.parametrize("half_space", ["", " "], ids=["one-piece", "two"])
def test_half_spaces_make_no_difference(safety: SafetyCheck, half_space: str) -> None:
    for row, texts in EXAMPLES["fa"].items():
        for text in texts:
            typed = safety.rows_in(text.replace("\u200c", half_space))
            assert (typed == []) if row == "none" else (row in typed), text


def test_verbs_make_no_difference_by_the_space_after_their_prefix(safety: SafetyCheck) -> None:
    for row, texts in EXAMPLES["fa"].items():
        for text in texts:
            typed = safety.rows_in(re.sub(r"(?<!\w)(ن?می) (?=\w)", r"\1", text))
            assert (typed == []) if row == "none" else (row in typed), text


def test_danger_is_seen_in_the_middle_of_a_long_message(safety: SafetyCheck) -> None:
    story = "jeg leier en leilighet i byen og betaler leia mi hver måned. " * 10
    assert safety.rows_in(f"{story} han slår meg. {story}") == ["violence"]


def test_several_dangers_come_most_urgent_first(safety: SafetyCheck) -> None:
    assert safety.rows_in("jeg vil ikke leve mer og det brenner")[0] == "fire-or-acute-danger"


@pytest.mark.parametrize("text", ["", " ", "?!", "🏠", "12"])
def test_a_message_without_words_shows_nothing(safety: SafetyCheck, text: str) -> None:
    assert safety.rows_in(text) == []


@pytest.mark.parametrize(
    ("pattern", "text", "shown"),
    [
        ("han slår meg", "han slår meg", True),
        ("han slår meg", "han slår ham", False),
        ("slår meg", "jeg ser at han slår meg hardt", True),
        ("slår", "oppslår", False),
        ("han|hun slår", "hun slår", True),
        ("kniv*", "med knivblad", True),
        ("*kniv", "en lommekniv", True),
        ("*kniv*", "to lommekniver", True),
        ("kniv", "knivblad", False),
        ("han [alltid] slår", "han slår", True),
        ("han [alltid|ofte] slår", "han ofte slår", True),
        ("han [alltid] slår", "han aldri slår", False),
        ("slår ...2 meg", "slår meg", True),
        ("slår ...2 meg", "slår ofte hardt meg", True),
        ("slår ...2 meg", "slår a b c meg", False),
        ("Slår MEG", "slår meg", True),
        ("يضربني", "زوجي يَضْرِبُني كل يوم", True),
        ("مرا میزند", "مرا می زند", True),
        ("مرا میزند", "مرا می\u200cزند", True),
        ("مرا می زند", "مرا میزند", True),
        ("نمیتون*", "نمی تونم", True),
        ("بچهها", "بچه ها", True),
        ("بچهها", "بچه\u200cها", True),
        ("بچهها", "بچها", True),
        ("بچهام", "بچه ام", True),
        ("بیهوش", "بی هوش", True),
        ("مرا ...1 زد", "مرا بچه ها زد", True),
        ("مرا ...1 زد", "مرا دیروز سخت زد", False),
        ("میز", "می ز", False),
    ],
)
def test_the_pattern_language(pattern: str, text: str, shown: bool) -> None:
    assert bool(compiled(pattern).search(f" {normalised(text)} ")) is shown


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "'' is not a pattern; write words between quotes"),
        ("   ", "is not a pattern; write words between quotes"),
        (12, "12 is not a pattern; write words between quotes"),
        ("han ** slår", "must be one word, with * only at an end"),
        ("kn*iv", "'kn*iv' in the pattern 'kn*iv' must be one word, with * only at an end"),
        ("han| slår", "'' in the pattern 'han| slår' must be one word"),
        ("sagt-opp", "'sagt-opp' in the pattern 'sagt-opp' must be one word"),
        ("[]", "'' in the pattern '[]' must be one word"),
        ("slår ..2 meg", "'..2' in the pattern 'slår ..2 meg' must be one word"),
        ("han [alltid ofte] slår", "'[alltid' in the pattern"),
    ],
)
def test_a_broken_pattern_is_told_with_its_file(pattern: object, problem: str) -> None:
    with pytest.raises(ContentError) as raised:
        compiled(pattern, Path("safety/nb.yaml"))  # type: ignore[arg-type]
    assert str(raised.value).startswith("safety/nb.yaml:1: ")
    assert problem in str(raised.value)


def test_what_is_no_sign_is_blanked_out_first(sample_dir: Path) -> None:
    check = SafetyCheck.read(sample_dir / "safety")
    assert check.rows_in("han kom med knivsett") == []
    assert check.rows_in("han kom med kniv og knivsett") == ["violence"]


def test_languages_share_rows(tmp_path: Path) -> None:
    (tmp_path / "nb.yaml").write_text("violence: {signs: [slår meg]}\n", "utf-8")
    (tmp_path / "en.yaml").write_text("violence: {signs: [hits me]}\n", "utf-8")
    check = SafetyCheck.read(tmp_path)
    assert check.rows_in("slår meg") == check.rows_in("hits me") == ["violence"]


@pytest.mark.parametrize("text", ["violence: hits me\n", "violence: [hits me]\n", "violence: {signs: hits me}\n"])
def test_a_file_of_another_form_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "en.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"en\.yaml:1: .*(violence|pattern)"):
        SafetyCheck.read(tmp_path)
