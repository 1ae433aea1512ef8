"""Labelled questions: the development set (fits thresholds) and the eval set (measures) share one format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import ContentError
from knowledge.fields import Fields
from knowledge.yaml_file import read_yaml

FALSE_PREMISE = "false-premise"
ARTICLE_KINDS = frozenset({"plain", "keywords", "story", "dialect", "misspelt", FALSE_PREMISE})
OTHER_KINDS = frozenset({"out-of-scope", "safety", "alarming", "smalltalk"})


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """One question and the articles that would be a right first answer, best first; none for out of scope.

    `beliefs` are those whose correction would be a right first thing to say, by `belief_label`: the same wrong belief stands
    in several articles, from the side of several offices. Only a false premise has any.
    """

    id: str
    locale: str
    text: str
    kind: str
    expect: tuple[str, ...]
    beliefs: tuple[str, ...] = ()


def read_questions(folder: Path) -> list[LabelledQuestion]:
    """Every <locale>.yaml of the folder; raises ContentError on a row that cannot be used or a repeated id."""
    found: list[LabelledQuestion] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        rows = read_yaml(path)
        if not isinstance(rows, list):
            raise ContentError(path, "must be a list of questions")
        for row in rows:
            question = _question(row, path)
            if question.id in seen:
                raise ContentError(path, f"the id {question.id} is used twice")
            seen.add(question.id)
            found.append(question)
    return found


def _question(row: Any, path: Path) -> LabelledQuestion:
    fields = Fields.of(row, path, "each question", needed=("id", "text", "kind", "expect"), more=None).named_by("id")
    kind = fields.text("kind")
    if kind not in ARTICLE_KINDS | OTHER_KINDS:
        raise ContentError(path, f"{fields.where}: {kind!r} is no kind of question")
    beliefs = fields.texts("beliefs")
    if bool(beliefs) != (kind == FALSE_PREMISE):
        raise ContentError(
            path,
            f"{fields.where}: beliefs must name what a question of the kind {FALSE_PREMISE} rests on, and no other",
        )
    return LabelledQuestion(fields.where, path.stem, fields.text("text"), kind, fields.texts("expect"), beliefs)
