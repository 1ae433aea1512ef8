"""Reading one guide folder: guide.yaml and <locale>.yaml files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from knowledge.errors import ContentError
from knowledge.fields import Fields, read_fields
from knowledge.guides.guide import (
    ANY,
    FUTURE,
    KINDS,
    PAST,
    Condition,
    Guide,
    GuideText,
    OptionText,
    Question,
    QuestionText,
)
from knowledge.languages import Languages

_QUESTION_MORE = ("options", "ages", "unknown", "when", "lowest", "highest", "whole", "only_if")
_TEXT = ("title", "button", "intro", "asks", "questions", "parts")
_ID = re.compile(r"[a-z][a-z0-9-]{1,60}")


def read_guides(guides_dir: Path, languages: Languages) -> dict[str, Guide]:
    """Every guide of a content folder by its id; raises ContentError."""
    return {path.parent.name: read_guide(path.parent, languages) for path in sorted(guides_dir.glob("*/guide.yaml"))}


def read_guide(folder: Path, languages: Languages) -> Guide:
    """Read a guide folder, which bears the guide's id; raises ContentError naming the first mistake."""
    fields = read_fields(folder / "guide.yaml", ("id", "articles", "laws", "questions"), ("checked_on",))
    if fields.text("id") != folder.name or not _ID.fullmatch(folder.name):
        raise fields.error(f"id must be the name of the folder, {folder.name!r}, in small letters, digits and hyphens")
    questions = tuple(_question(item, fields.path) for item in fields.items("questions"))
    _check_order(questions, fields)
    texts = {
        path.stem: _text(path, questions, languages) for path in sorted(folder.glob("*.yaml")) if path.stem != "guide"
    }
    if "nb" not in texts:
        raise ContentError(folder, "has no nb.yaml; write Bokmål first")
    return Guide(
        id=folder.name,
        articles=fields.texts("articles"),
        laws=fields.texts("laws"),
        questions=questions,
        path=fields.path,
        texts=texts,
        checked_on=fields.day_or_none("checked_on"),
    )


def _question(item: Any, path: Path) -> Question:
    fields = Fields.of(item, path, "each question", ("id", "kind"), _QUESTION_MORE).named_by("id")
    kind = fields.one_of("kind", KINDS)
    options = fields.texts("options")
    if (kind == "choice") != bool(options):
        raise fields.error("needs options" if kind == "choice" else f"is a {kind} and takes no options")
    conditions = fields.mapping("only_if").row if "only_if" in fields.row else {}
    return Question(
        id=fields.text("id"),
        kind=kind,
        options=options,
        ages=tuple(int(age) for age in fields.items("ages", "numbers")),
        unknown=fields.flag("unknown"),
        when=fields.one_of("when", (PAST, FUTURE, ANY)) if "when" in fields.row else ANY,
        lowest=fields.number("lowest") if "lowest" in fields.row else 0,
        highest=fields.number("highest") if "highest" in fields.row else 100_000_000,
        whole=fields.flag("whole"),
        only_if=tuple(
            Condition(question, tuple(map(str, answers if isinstance(answers, list) else [answers])))
            for question, answers in conditions.items()
        ),
    )


def _check_order(questions: Iterable[Question], fields: Fields) -> None:
    known: dict[str, Question] = {}
    for question in questions:
        if question.id in known:
            raise fields.error(f"has the question {question.id!r} twice")
        for condition in question.only_if:
            if condition.question not in known:
                raise fields.error(f"asks {question.id!r} only if {condition.question!r}, which is not asked before it")
            allowed = (*known[condition.question].options, "unknown")
            if known[condition.question].kind == "choice" and not set(condition.answers) <= set(allowed):
                raise fields.error(f"asks {question.id!r} after answers that {condition.question!r} does not have")
        known[question.id] = question


def _text(path: Path, questions: tuple[Question, ...], languages: Languages) -> GuideText:
    if not languages.knows(path.stem):
        raise ContentError(path, f"{path.stem!r} is not a language in languages.yaml")
    fields = read_fields(path, _TEXT, ("dates",))
    asked = fields.mapping("questions", needed=[question.id for question in questions], more=())
    return GuideText(
        locale=path.stem,
        title=fields.text("title"),
        button=fields.text("button"),
        intro=fields.text("intro"),
        asks=fields.texts("asks"),
        questions={question.id: _question_text(question, asked) for question in questions},
        parts=fields.texts_by_name("parts"),
        dates=fields.texts_by_name("dates"),
        path=path,
    )


def _question_text(question: Question, asked: Fields) -> QuestionText:
    fields = asked.mapping(question.id, ("label", "text", "help"), ("options", "counts"))
    options: dict[str, OptionText] = {}
    if question.options:
        rows = fields.mapping("options", question.options, ())
        for option in question.options:
            row = rows.mapping(option, ("label",), ("says",))
            options[option] = OptionText(row.text("label"), row.texts("says"))
    if "counts" in fields.row and question.kind not in ("number", "months"):
        raise fields.error(f"is a {question.kind} and counts nothing")
    return QuestionText(fields.text("label"), fields.text("text"), fields.text("help"), options, fields.texts("counts"))
