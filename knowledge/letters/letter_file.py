"""Reading one letter folder: letter.yaml and <locale>.yaml files.

`letter.yaml` holds what has no language::

    id: protest                       # the name of the folder
    guides: [landlord-notice]         # those that end in this letter
    citations:                        # every section named in the text, and the date you read it
      - {ref: husleieloven § 9-8, as_of: 2026-07-01}
    fields:                           # what the person fills in, in this order
      - {id: name, kind: text, autocomplete: name}
      - {id: received_on, kind: date} # text, multiline, date, amount, number; flag: yes or no
    sender: [name, address]           # fields at the head of the letter, the name first
    recipient: [landlord]
    dated: written_on                 # a date, today unless the person changes it

`<locale>.yaml` holds one language; `nb.yaml` must be there, and the others say the same in the same paragraphs::

    title: Protest mot oppsigelse     # of the page and the file
    fields: {name: Navnet ditt, received_on: Dagen du fikk oppsigelsen}
    subject: Protest mot oppsigelsen
    paragraphs:
      - Jeg fikk oppsigelsen {received_on}.   # one field; {{court-fee}} is a constant, {{contact:nav}} a phone number
      - {if: reasons, text: "Grunnen er: {reasons}"}   # left out when the field is empty
    advice: [Send brevet rekommandert.]       # beside the form, not in the letter
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from knowledge.article import LawRef
from knowledge.errors import ContentError
from knowledge.fields import Fields, read_fields
from knowledge.languages import SOURCE_LOCALE, Languages
from knowledge.laws import Laws, UnknownLaw
from knowledge.letters.letter import DATE, FLAG, KINDS, Field, Letter, LetterText, Template
from knowledge.letters.template import fields_in, has_stray_brace

_MORE = ("guides", "sender", "recipient", "dated")
_ID = re.compile(r"^[a-z][a-z0-9_]*$")
_TAKEN = ("format", "only_norwegian")  # other names that the form sends
# What HTML lets a browser fill in and a letter can need.
_AUTOCOMPLETE = (
    "name",
    "street-address",
    "address-line1",
    "postal-code",
    "address-level2",
    "email",
    "tel",
    "organization",
)


def read_letters(folder: Path, languages: Languages, laws: Laws) -> dict[str, Letter]:
    """Every letter of the folder by id; raises ContentError naming file and key of the first mistake."""
    found = (read_letter(path.parent, languages, laws) for path in sorted(folder.glob("*/letter.yaml")))
    return {letter.id: letter for letter in found}


def read_letter(folder: Path, languages: Languages, laws: Laws) -> Letter:
    """Read a letter folder; raises ContentError naming file and key of the first mistake."""
    row = read_fields(folder / "letter.yaml", ("id", "citations", "fields"), _MORE)
    fields = tuple(_field(item, row.path) for item in row.items("fields"))
    letter = Letter(
        id=row.text("id"),
        guides=row.texts("guides"),
        citations=tuple(_citation(item, row.path, laws) for item in row.items("citations")),
        fields=fields,
        sender=row.texts("sender"),
        recipient=row.texts("recipient"),
        dated=row.text_or("dated", None),
        path=row.path,
        texts=_texts(folder, languages, fields),
    )
    _check(letter, row)
    for problem in differences(letter):
        raise ContentError(*problem)
    return letter


def differences(letter: Letter) -> Iterator[tuple[Path, str]]:
    """Where a language does not say the same as Bokmål: other paragraphs, conditions or fields; file and message."""
    source = letter.texts[SOURCE_LOCALE]
    for text in letter.texts.values():
        for what in ("paragraphs", "advice"):
            count, expected = len(getattr(text, what)), len(getattr(source, what))
            if count != expected:
                yield text.path, f"{what} must be {expected} as in {source.path.name}, not {count}"
        if fields_in(text.subject) != fields_in(source.subject):
            yield text.path, f"subject must name the same fields as in {source.path.name}"
        for number, (own, meant) in enumerate(zip(text.paragraphs, source.paragraphs, strict=False), start=1):
            if sorted(fields_in(own.text)) != sorted(fields_in(meant.text)):
                yield text.path, f"paragraph {number} must name {_listed(meant)}, not {_listed(own)}"
            if own.only_if != meant.only_if:
                yield text.path, f"paragraph {number} must have `if: {meant.only_if}`, not `if: {own.only_if}`"


def _listed(template: Template) -> str:
    return ", ".join(f"{{{name}}}" for name in fields_in(template.text)) or "no field"


def _field(item: Any, path: Path) -> Field:
    fields = Fields.of(item, path, "each field", ("id", "kind"), ("autocomplete",)).named_by("id")
    if not _ID.match(fields.text("id")) or fields.text("id") in _TAKEN:
        raise fields.error(
            f"must be small letters, digits and _, begin with a letter, and be none of {', '.join(_TAKEN)}"
        )
    autocomplete = fields.one_of("autocomplete", _AUTOCOMPLETE) if fields.row.get("autocomplete") else None
    return Field(fields.text("id"), fields.one_of("kind", KINDS), autocomplete)


def _citation(item: Any, path: Path, laws: Laws) -> LawRef:
    fields = Fields.of(item, path, "each citation", ("ref", "as_of")).named_by("ref")
    try:
        laws.parse(fields.text("ref"))
    except UnknownLaw as error:
        raise ContentError(path, str(error)) from error
    return LawRef(fields.text("ref"), fields.day("as_of"))


def _texts(folder: Path, languages: Languages, fields: tuple[Field, ...]) -> dict[str, LetterText]:
    texts = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name == "letter.yaml":
            continue
        if not languages.knows(path.stem):
            raise ContentError(path, f"{path.stem!r} is not a language in languages.yaml")
        texts[path.stem] = _text(path, fields)
    if SOURCE_LOCALE not in texts:
        raise ContentError(folder, f"has no {SOURCE_LOCALE}.yaml; the letter is sent in Norwegian, so write it first")
    return texts


def _text(path: Path, fields: tuple[Field, ...]) -> LetterText:
    row = read_fields(path, ("title", "fields", "subject", "paragraphs"), ("advice",))
    labels = row.mapping("fields", needed=[field.id for field in fields], more=())
    text = LetterText(
        locale=path.stem,
        title=row.text("title"),
        labels={field.id: labels.text(field.id) for field in fields},
        subject=row.text("subject"),
        paragraphs=tuple(_paragraph(item, row) for item in row.items("paragraphs")),
        advice=row.texts("advice"),
        path=path,
    )
    if not text.paragraphs:
        raise row.error("paragraphs must hold at least one")
    placed = {field.id for field in fields if field.kind != FLAG}
    for template in (Template(text.subject), *text.paragraphs):
        _check_names(template, placed, {field.id for field in fields}, row)
    return text


def _paragraph(item: Any, row: Fields) -> Template:
    if isinstance(item, str) and item.strip():
        return Template(item)
    fields = Fields.of(item, row.path, "each paragraph that is not text", ("if", "text"))
    return Template(fields.text("text"), fields.text("if"))


def _check_names(template: Template, placed: set[str], known: set[str], row: Fields) -> None:
    if template.only_if is not None and template.only_if not in known:
        raise row.error(f"`if: {template.only_if}` names no field of letter.yaml")
    for name in fields_in(template.text):
        if name not in placed:
            raise row.error(f"{{{name}}} names no field of letter.yaml that can stand in a text")
    if has_stray_brace(template.text):
        raise row.error(f"has a brace that belongs to no {{field}}: {template.text!r}")


def _check(letter: Letter, row: Fields) -> None:
    if letter.id != letter.path.parent.name:
        raise row.error(f"id must be the name of the folder, {letter.path.parent.name!r}")
    kinds = {field.id: field.kind for field in letter.fields}
    if len(kinds) < len(letter.fields):
        raise row.error("fields: an id is given twice")
    if not letter.citations:
        raise row.error("citations must name the sections that the letter rests on")
    _check_known(row, "sender", letter.sender, kinds)
    _check_known(row, "recipient", letter.recipient, kinds)
    if letter.dated is not None and kinds.get(letter.dated) != DATE:
        raise row.error(f"dated must name a field of kind date, not {letter.dated!r}")


def _check_known(row: Fields, key: str, names: Iterable[str], kinds: dict[str, str]) -> None:
    for name in names:
        if kinds.get(name) not in ("text", "multiline"):
            raise row.error(f"{key}: {name!r} is no field of kind text or multiline")
