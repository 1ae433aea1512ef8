"""Small words that decide how an answer is meant, from `content/guides/words.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.fields import Fields, read_fields
from knowledge.text import normalised

STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW = "stop", "start_over", "change_answer", "dont_know"
_KINDS = ("corrections", "apologies", "refusals", "negations", "choices", "unclear_dates", "unclear_amounts")
_COMMANDS = (STOP, START_OVER, CHANGE_ANSWER, DONT_KNOW)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of all languages together, as `normalised` leaves them: answers are short, and people mix languages."""

    corrections: frozenset[str]
    apologies: frozenset[str]
    refusals: frozenset[str]
    negations: frozenset[str]
    choices: frozenset[str]
    unclear_dates: frozenset[str]
    unclear_amounts: frozenset[str]
    commands: dict[str, str]  # whole message -> which command

    @classmethod
    def read(cls, path: Path) -> Words:
        """Read words.yaml; raises ContentError."""
        fields = read_fields(path, (*_KINDS, "commands"))
        commands = fields.mapping("commands", _COMMANDS, ())
        return cls(
            **{kind: _all(fields.mapping(kind)) for kind in _KINDS},
            commands={phrase: name for name in _COMMANDS for phrase in _all(commands.mapping(name))},
        )


def _all(by_locale: Fields) -> frozenset[str]:
    return frozenset(normalised(word) for locale in by_locale.row for word in by_locale.texts(locale))
