"""Rules for one letter; that its languages are in step is checked when it is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.languages import SOURCE_LOCALE
from knowledge.letters.letter import Letter, LetterText
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.lint.patterns import AMOUNT, FORBIDDEN, REF
from knowledge.lint.readability import lix_of
from knowledge.placeholders import is_known, names_in

_LIX_WANTED, _LIX_STOP = 40, 45


def letter_findings(letter: Letter, library: Library) -> Iterator[Finding]:
    """Everything the rules find in a letter."""
    for rule in LETTER_RULES:
        yield from rule(letter, library)


def constants_known(letter: Letter, library: Library) -> Iterator[Finding]:
    """Constants and contacts in a letter exist."""
    for text in letter.texts.values():
        for name in names_in(_whole(text)):
            if not is_known(name, library):
                yield Finding(
                    text.path, "constants-known", f"{{{{{name}}}}} is no constant and no contact with a phone"
                )


def citations_listed(letter: Letter, library: Library) -> Iterator[Finding]:
    """A section named in a letter is listed under `citations`, with the date it was read."""
    listed = {law.ref.replace(" ", "") for law in letter.citations}
    for text in letter.texts.values():
        for act, section in REF.findall(_whole(text)):
            name = act if act in library.laws.acts else act.split()[-1]
            if name in library.laws.acts and f"{name}§{section}".replace(" ", "") not in listed:
                message = f"{name} § {section} is named but not listed in letter.yaml"
                yield Finding(text.path, "citations-listed", message)


def letter_plain(letter: Letter, library: Library) -> Iterator[Finding]:
    """No links, HTML or bold text, and no amounts that run out: those are constants."""
    for text in letter.texts.values():
        for name, pattern in FORBIDDEN.items():
            if pattern.search(_whole(text)):
                yield Finding(text.path, "letter-plain", f"holds {name}; take it out")
        for match in AMOUNT.finditer(_whole(text)):
            yield Finding(text.path, "letter-plain", f"{match.group().strip()!r} must be a constant")


def letter_short(letter: Letter, library: Library) -> Iterator[Finding]:
    """LIX of the Norwegian paragraphs is 40 or lower; above 45 is an error."""
    for locale in ("nb", "nn"):
        if text := letter.texts.get(locale):
            value, hardest = lix_of("\n".join(part.text for part in text.paragraphs))
            if value > _LIX_WANTED:
                message = f"LIX {value:.0f}; shorten sentences or words such as {', '.join(hardest)}"
                yield Finding(text.path, "letter-short", message, is_error=value > _LIX_STOP)


def in_served_languages(letter: Letter, library: Library) -> Iterator[Finding]:
    """A letter stands in every language that we answer in."""
    for language in library.languages.served:
        if language.locale not in letter.texts:
            path = letter.texts[SOURCE_LOCALE].path
            yield Finding(path, "letter-languages", f"has no {language.locale}.yaml beside it", is_error=False)


def _whole(text: LetterText) -> str:
    return "\n".join([text.subject, *(part.text for part in text.paragraphs), *text.advice])


LETTER_RULES = (constants_known, citations_listed, letter_plain, letter_short, in_served_languages)
