"""Small words that decide how an answer is meant, from `content/guides/words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.fields import Fields, read_fields
from knowledge.text import normalised

STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW = "stop", "start_over", "change_answer", "dont_know"
_KINDS = ("corrections", "apologies", "refusals", "negations", "choices", "unclear_dates", "unclear_amounts",
          "unclear_ages")  # fmt: skip
_COMMANDS = (STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW)
# Of languages in one script, small words of the one mean something else in the other: "ما" is "not" in Arabic, "we" in Persian.
_NOT_BESIDE = {"ar": "fa", "fa": "ar"}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of many languages together, as `normalised` leaves them: answers are short, and people mix languages."""

    corrections: frozenset[str]
    apologies: frozenset[str]
    refusals: frozenset[str]
    negations: frozenset[str]
    choices: frozenset[str]
    unclear_dates: frozenset[str]
    unclear_amounts: frozenset[str]
    unclear_ages: frozenset[str]
    commands: dict[str, str]  # whole message -> which command

    @classmethod
    def read(cls, path: Path, locale: str = "") -> Words:
        """Read words.yaml for a conversation in a language; raises ContentError."""
        out = _NOT_BESIDE.get(locale, "")
        fields = read_fields(path, (*_KINDS, "commands"))
        commands = fields.mapping("commands", _COMMANDS, ())
        return cls(
            **{kind: _all(fields.mapping(kind), out) for kind in _KINDS},
            commands={phrase: name for name in _COMMANDS for phrase in _all(commands.mapping(name), out)},
        )


def _all(by_locale: Fields, out: str) -> frozenset[str]:
    return frozenset(normalised(word) for locale in by_locale.row if locale != out for word in by_locale.texts(locale))
