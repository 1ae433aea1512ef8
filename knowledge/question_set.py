"""Labelled questions: the development set (fits thresholds) and the eval set (measures) share one format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.yaml_file import read_yaml

ARTICLE_KINDS = frozenset({"plain", "keywords", "story", "dialect", "misspelt", "false-premise"})
OTHER_KINDS = frozenset({"out-of-scope", "safety", "alarming", "smalltalk"})


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """One question and the articles that would be a right first answer, best first; none for out of scope."""

    id: str
    locale: str
    text: str
    kind: str
    expect: tuple[str, ...]


def read_questions(folder: Path) -> list[LabelledQuestion]:
    """Every <locale>.yaml of the folder; raises ContentError on an unknown kind or a repeated id."""
    found: list[LabelledQuestion] = []
    seen: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        for row in read_yaml(path):
            if row["id"] in seen:
                raise ContentError(path, f"the id {row['id']} is used twice")
            if row["kind"] not in ARTICLE_KINDS | OTHER_KINDS:
                raise ContentError(path, f"{row['id']}: {row['kind']!r} is no kind of question")
            seen.add(row["id"])
            found.append(LabelledQuestion(row["id"], path.stem, row["text"], row["kind"], tuple(row["expect"] or ())))
    return found
