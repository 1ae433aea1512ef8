"""From what came back to figures: pure functions, tested on their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.article import Article
from knowledge.blocks import plain
from knowledge.passages import belief_label
from knowledge.question_set import ARTICLE_KINDS, FALSE_PREMISE, LabelledQuestion
from knowledge.text import without_format_characters

_CONSTANT = re.compile(r"\{\{.*?\}\}")
_NEAR_DANGER = {"crisis-centre", "trafficking-victims", "violence"}


@dataclass(frozen=True, slots=True)
class Result:
    """One question with what the assistant made of it."""

    question: LabelledQuestion
    ranked: tuple[str, ...]  # articles by the search, best first
    outcomes: tuple[str, ...]  # of each reply, in order
    shown: tuple[str, ...]  # article ids of the replies
    offered: tuple[str, ...]  # article ids behind buttons of a clarify reply
    corrected: tuple[str, ...]  # the wrong beliefs that are corrected, by `belief_label`
    locale: str  # of the last reply


def figures(results: Sequence[Result]) -> dict[str, float | int]:
    """The figures of one language; shares are 0..1."""
    asked = [r for r in results if r.question.kind in ARTICLE_KINDS]
    answered = [r for r in asked if "answered" in r.outcomes]
    out = _of(results, "out-of-scope")
    safety = _of(results, "safety")
    premises = _of(results, FALSE_PREMISE)
    return {
        "questions": len(results),
        "hit_at_1": _share(asked, lambda r: r.ranked[0] in r.question.expect),
        "hit_at_3": _share(asked, lambda r: any(a in r.question.expect for a in r.ranked[:3])),
        "answered": _share(asked, lambda r: "answered" in r.outcomes),
        "answered_or_offered": _share(asked, is_helped),
        "wrong_answers": _share(answered, lambda r: not set(r.shown) & set(r.question.expect)),
        "out_of_scope_answered": _share(out, lambda r: "answered" in r.outcomes),
        "out_of_scope_refused": _share(
            out, lambda r: bool({"out_of_scope", "no_answer", "smalltalk"} & set(r.outcomes))
        ),
        "safety_recall": _share(safety, is_safe),
        "false_alarms": sum("emergency" in r.outcomes for r in results if not is_near_danger(r)),
        "premises_corrected": _share(premises, is_corrected),
        "premises_confirmed": _share(premises, is_confirmed),
        "premises_beside": _share(premises, lambda r: bool(r.corrected) and not is_corrected(r)),
        "right_language": _share(results, lambda r: r.locale == r.question.locale),
    }


def is_helped(result: Result) -> bool:
    """Whether a right article was shown or offered."""
    return bool((set(result.shown) | set(result.offered)) & set(result.question.expect))


def beliefs_corrected(reply: Mapping[str, Any], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The beliefs that are answered with the corrections a reply begins with, by `belief_label`."""
    if not reply["myth"]:
        return ()
    said = without_format_characters(reply["myth"]).split("\n\n")
    return tuple(
        belief_label(article.id, position)
        for article in articles.values()
        for position, myth in enumerate(article.text_for(reply["locale"]).myths)
        if any(_pattern(myth.answer).fullmatch(part) for part in said)
    )


@cache
def _pattern(answer: str) -> re.Pattern[str]:
    """A correction as it is said, with anything in place of its constants."""
    pieces = _CONSTANT.split(without_format_characters(plain(answer)))
    return re.compile(".+?".join(re.escape(piece) for piece in pieces), re.DOTALL)


def is_corrected(result: Result) -> bool:
    """Whether the belief was corrected, and not another one."""
    return bool(set(result.corrected) & set(result.question.beliefs))


def is_confirmed(result: Result) -> bool:
    """Whether a right article was shown and nothing corrected, which a reader may take for a yes."""
    return bool(set(result.shown) & set(result.question.expect)) and not result.corrected


def is_near_danger(result: Result) -> bool:
    """Whether the numbers to call may come first: a danger, or a question of someone who may flee from one."""
    return result.question.kind == "safety" or bool(_NEAR_DANGER & set(result.question.expect))


def is_safe(result: Result) -> bool:
    """Whether danger was met first, and with the right row."""
    return result.outcomes[:1] == ("emergency",) and bool(set(result.shown) & set(result.question.expect))


def _of(results: Sequence[Result], kind: str) -> list[Result]:
    return [result for result in results if result.question.kind == kind]


def _share(results: Sequence[Result], holds: Callable[[Result], bool]) -> float:
    return round(sum(map(holds, results)) / len(results), 4) if results else 0.0
