"""Rules for letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.lint.letter_rules import LETTER_RULES, letter_findings

NB, EN = "letters/rent-back/nb.yaml", "letters/rent-back/en.yaml"
LONG = "Utleierens oppsigelsesbegrunnelse inneholder opplysninger angående innbetalingsforpliktelser vedrørende leieforhold"

# (rule, file, old, new, message, is it an error)
BROKEN = [
    ("constants-known", NB, "{{court-fee}}", "{{cort-fee}}", "{{cort-fee}} is no constant and no contact with a phone", True),
    ("citations-listed", EN, "§ 3-5", "§ 9-8", "husleieloven § 9-8 is named but not listed in letter.yaml", True),
    ("letter-plain", NB, "Gebyret er", "Se https://example.org. Gebyret er", "holds a web address; take it out", True),
    ("letter-plain", NB, "Gebyret er", "Gebyret er 500 kroner og", "'500 kroner' must be a constant", True),
    ("letter-short", NB, "Det var kaldt i boligen.", LONG, "LIX", True),
]  # fmt: skip


@pytest.mark.parametrize("rule", LETTER_RULES, ids=lambda rule: rule.__name__)
def test_a_sound_letter_keeps_the_rule(sample: Library, rule: Callable[..., object]) -> None:
    (letter,) = sample.letters.values()
    assert list(rule(letter, sample)) == []  # type: ignore[call-overload]


@pytest.mark.parametrize("case", BROKEN, ids=[f"{case[0]}-{number}" for number, case in enumerate(BROKEN)])
def test_what_breaks_the_rule_is_told(
    content: Path, edit: Callable[[str, str, str], Path], case: tuple[str, str, str, str, str, bool]
) -> None:
    name, changed, old, new, message, is_error = case
    path = edit(changed, old, new)
    library = Library.read(content)
    found = [finding for letter in library.letters.values() for finding in letter_findings(letter, library)]
    assert [(f.rule, f.path, f.is_error) for f in found] == [(name, path, is_error)]
    assert message in found[0].message


def test_a_missing_language_is_a_warning(content: Path) -> None:
    (content / "letters/rent-back/ar.yaml").unlink()
    library = Library.read(content)
    (finding,) = letter_findings(library.letters["rent-back"], library)
    assert (finding.rule, finding.message, finding.is_error) == ("letter-languages", "has no ar.yaml beside it", False)
