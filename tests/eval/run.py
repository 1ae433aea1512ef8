"""`make eval`: every eval question through the real service, figures per language, JSON in var/eval.json."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from knowledge.calibrate import open_search
from knowledge.library import Library
from knowledge.question_set import FALSE_PREMISE, LabelledQuestion, read_questions
from knowledge.settings import PROJECT_DIR, Settings
from tests.client import Conversation
from tests.eval.measures import Result, beliefs_corrected, figures, is_corrected, is_helped, is_near_danger, is_safe
from tests.service import Service, built_dir, running_service

QUESTIONS = Path(__file__).with_name("questions")
# Wrong beliefs that cost a home, or months of rent, put plainly: each of them must be corrected.
COSTLY = Path(__file__).with_name("costly")
_AT_ONCE = 4  # conversations: the web server, Rasa and the action server have work at the same time
_LIBRARY = Library.read(Settings().content_dir)


def evaluate(service: Service, folder: Path = QUESTIONS) -> list[Result]:
    """Ask every question of the folder in a conversation of its own, with no language chosen."""
    questions = read_questions(folder)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        talks = pool.map(lambda question: Conversation(service.api).say(question.text), questions)
        search, encode = open_search(Settings(var_dir=built_dir()), _LIBRARY)
        return [_result(question, talk, search, encode) for question, talk in zip(questions, talks, strict=True)]


def _result(question: LabelledQuestion, talk: Conversation, search: Any, encode: Any) -> Result:
    finding = search.find(question.text, question.locale, encode(question.text, question.locale))
    return Result(
        question=question,
        ranked=tuple(candidate.article_id for candidate in finding.candidates),
        outcomes=tuple(reply["outcome"] for reply in talk.replies),
        shown=tuple(reply["article"]["id"] for reply in talk.replies if reply["article"]),
        offered=_rested_on(talk)
        + tuple(
            json.loads(button["payload"].removeprefix("/show_article"))["article_id"]
            for reply in talk.replies
            if reply["outcome"] == "clarify"
            for button in reply["buttons"]
            if button["payload"].startswith("/show_article")
        ),
        corrected=tuple(belief for reply in talk.replies for belief in beliefs_corrected(reply, _LIBRARY.articles)),
        locale=talk.replies[-1]["locale"],
    )


def _rested_on(talk: Conversation) -> tuple[str, ...]:
    """The articles behind a guide that the question started."""
    payloads = [
        button["payload"] for reply in talk.replies if reply["outcome"] == "guide" for button in reply["buttons"]
    ]
    asked = {json.loads(p.removeprefix("/guide_answer"))["question"] for p in payloads if p.startswith("/guide_answer")}
    return tuple(
        article
        for guide in _LIBRARY.guides.values()
        if talk.replies[-1]["text"].find(guide.text_for(talk.replies[-1]["locale"]).title) == 0
        and asked <= {question.id for question in guide.questions}
        for article in guide.articles
    )


def by_locale(results: list[Result]) -> dict[str, dict[str, float | int]]:
    """Figures per language."""
    locales = sorted({result.question.locale for result in results})
    return {locale: figures([r for r in results if r.question.locale == locale]) for locale in locales}


def failures(results: list[Result]) -> list[str]:
    """What went wrong, a line each, for the person improving the assistant."""
    lines = []
    for r in results:
        kind, expect = r.question.kind, r.question.expect
        wrong_safety = kind == "safety" and not is_safe(r)
        false_alarm = not is_near_danger(r) and "emergency" in r.outcomes
        wrong_scope = kind == "out-of-scope" and "answered" in r.outcomes
        unmended = kind == FALSE_PREMISE and not is_corrected(r)
        missed = bool(expect) and kind not in ("safety", "alarming") and not (is_helped(r) and r.ranked[0] in expect)
        if wrong_safety or false_alarm or wrong_scope or unmended or missed:
            lines.append(
                f"{r.question.id} {kind} {list(expect)} {list(r.outcomes)} {list(r.shown)} {list(r.corrected)} {list(r.ranked[:3])} {r.question.text}"
            )
    return lines


def main() -> int:
    """Print and write the figures."""
    with running_service() as service:
        results, costly = evaluate(service), evaluate(service, COSTLY)
    table = by_locale(results)
    names = next(iter(table.values()))
    print(f"{'':24}" + "".join(f"{locale:>9}" for locale in table))
    for name in names:
        print(f"{name:24}" + "".join(f"{table[locale][name]:>9}" for locale in table))
    print(f"costly beliefs corrected: {sum(map(is_corrected, costly))} of {len(costly)}")
    if "--failures" in sys.argv:
        print("\n".join(failures([*results, *costly])))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=PROJECT_DIR, capture_output=True, text=True, check=False
    )
    document = {"commit": commit.stdout.strip(), "figures": table}
    (built_dir() / "eval.json").write_text(json.dumps(document, indent=1), "utf-8")
    print(f"written to {built_dir() / 'eval.json'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
