"""Small words that decide how an answer is meant, from `content/guides/words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.fields import Fields, read_fields
from knowledge.text import normalised

STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW = "stop", "start_over", "change_answer", "dont_know"
_KINDS = ("corrections", "apologies", "refusals", "not_no", "still_no", "negations", "choices", "unclear_dates",
          "unclear_amounts", "unclear_ages")  # fmt: skip
_COMMANDS = (STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW)
# Of languages in one script, small words of the one mean something else in the other: "ما" is "not" in Arabic, "we" in Persian.
_NOT_BESIDE = {"ar": "fa", "fa": "ar"}
_PAUSE = re.compile(r"[.,;:!?()\n\u060c\u061b\u061f\u2013\u2014]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of many languages together, as `normalised` leaves them: answers are short, and people mix languages."""

    corrections: frozenset[str]
    apologies: frozenset[str]
    refusals: frozenset[str]
    not_no: frozenset[str]
    still_no: frozenset[str]
    negations: frozenset[str]
    choices: frozenset[str]
    unclear_dates: frozenset[str]
    unclear_amounts: frozenset[str]
    unclear_ages: frozenset[str]
    numbers: dict[str, int]  # 0 to 12 in words
    commands: dict[str, str]  # whole message -> which command

    @classmethod
    def read(cls, path: Path, locale: str = "") -> Words:
        """Read words.yaml for a conversation in a language; raises ContentError."""
        out = _NOT_BESIDE.get(locale, "")
        fields = read_fields(path, (*_KINDS, "numbers", "commands"))
        commands = fields.mapping("commands", _COMMANDS, ())
        return cls(
            **{kind: _all(fields.mapping(kind), out) for kind in _KINDS},
            numbers=dict(_numbers(fields.mapping("numbers"), out)),
            commands={phrase: name for name in _COMMANDS for phrase in _all(commands.mapping(name), out)},
        )

    def no_belongs_to_more(self, text: str) -> bool:
        """Whether a "no" of the message is no answer: it negates the next word, or the person does not know."""
        clauses = [normalised(clause) for clause in _PAUSE.split(text)]
        return any(self._negates(f" {clause} ") or self._does_not_know(clause) for clause in clauses)

    def _negates(self, clause: str) -> bool:
        for phrase in self.still_no:
            clause = clause.replace(f" {phrase} ", " ")
        return any(f" {beginning}" in clause for beginning in self.not_no)

    def _does_not_know(self, clause: str) -> bool:
        """A single word that negates nothing, as "forgot", counts only where it is all that is said."""
        phrases = [phrase for phrase, name in self.commands.items() if name == DONT_KNOW]
        inside = (phrase for phrase in phrases if " " in phrase or phrase in self.negations)
        return clause in phrases or any(f" {phrase} " in f" {clause} " for phrase in inside)


def _numbers(by_locale: Fields, out: str) -> Iterator[tuple[str, int]]:
    for locale in by_locale.row:
        names = by_locale.mapping(locale)
        for number in names.row if locale != out else ():
            yield from ((normalised(name), int(number)) for name in names.texts(number))


def _all(by_locale: Fields, out: str) -> frozenset[str]:
    return frozenset(normalised(word) for locale in by_locale.row if locale != out for word in by_locale.texts(locale))
