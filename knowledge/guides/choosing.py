"""Reading which option of a question a message names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.guides.guide import OptionText, Question, QuestionText
from knowledge.guides.numbers import numbers_in, only
from knowledge.guides.said import Said
from knowledge.guides.words import Words
from knowledge.nynorsk import as_bokmal
from knowledge.text import normalised

_LONGEST_CHOICE = 9  # words: a longer message tells a story rather than picks an option
_LONGEST_YES = 4  # words of a yes or no that no option lists
_SHORTEST_WITH_SLIP = 5  # letters
_OLDEST = 120  # years: a higher number is no age
_ARABIC = re.compile("[\u0620-\u06ff]")
_IS_ALL, _IS_EXACT = 1000, 500  # outweigh any number of letters
_YES_NO = {"affirm": "yes", "deny": "no"}


@dataclass(frozen=True)
class OptionReader:
    """Reads options in a conversation in `locale`; in Norwegian ones a dialect's word is read as that of Bokmål."""

    words: Words
    locale: str

    def option(self, question: Question, text: QuestionText, said: Said) -> str | None:
        """The one option that the message names; a yes or no in other words is told by the intent."""
        words = _plain(said.text, self.locale)
        if not words or len(words) > _LONGEST_CHOICE:
            return None
        soon = self.words.unclear_ages & set(words) if question.ages else frozenset()
        if soon:  # "soon 18" is not 18; only a phrase that says so itself is believed
            return self._named(question, self._phrases(text, said, soon), words)
        # Before the number: "under 18" names an option, and not that of those who are 18.
        named = self._named(question, self._phrases(text, said), words)
        if named:
            return named
        if question.ages and self.words.negations & set(words):
            return None  # "not 18 yet" in words that no option lists
        return _numbered(question, said.text, words) or self._yes_or_no(question, said, words)

    def _yes_or_no(self, question: Question, said: Said, words: tuple[str, ...]) -> str | None:
        if len(words) > _LONGEST_YES or self.words.no_belongs_to_more(said.text):
            return None
        answer = _YES_NO.get(said.intent)
        return answer if answer in question.options else None

    def _phrases(
        self, text: QuestionText, said: Said, holding: frozenset[str] = frozenset()
    ) -> dict[str, list[tuple[str, ...]]]:
        """What may name each option, of what holds one of the words, when some are given."""
        no = self.words.refusals | self.words.negations
        left_out: frozenset[str] = no if self.words.no_belongs_to_more(said.text) else frozenset()
        return {
            option: [
                each
                for each in _phrases(shown, self.locale)
                if " ".join(each) not in left_out and (not holding or holding & set(each))
            ]
            for option, shown in text.options.items()
        }

    def _named(
        self, question: Question, phrases: dict[str, list[tuple[str, ...]]], words: tuple[str, ...]
    ) -> str | None:
        """The option with the phrase that fits best."""
        found = {
            option: max((self._match(each, words) for each in phrases[option]), default=0)
            for option in question.options
        }
        if sum(map(bool, found.values())) > 1 and self.words.choices & set(words):
            return None  # "a flat or a room"
        best = max(found.values(), default=0)
        named = [option for option, length in found.items() if length == best]
        return named[0] if best and len(named) == 1 else None

    def _match(self, phrase: tuple[str, ...], words: tuple[str, ...]) -> int:
        """How well the phrase stands in the message: 0 where it does not, most when it is all of it and rightly spelt."""
        if not phrase:
            return 0
        for start in range(len(words) - len(phrase) + 1):
            there = words[start : start + len(phrase)]
            if all(self._same(one, other) for one, other in zip(phrase, there, strict=True)):
                rest = words[:start] + words[start + len(phrase) :]
                if self._turns_round(rest, is_first=start == 0):
                    return 0
                return sum(map(len, phrase)) + (_IS_ALL if not rest else 0) + (_IS_EXACT if phrase == there else 0)
        return 0

    def _turns_round(self, rest: tuple[str, ...], *, is_first: bool) -> bool:
        """Whether the words beside a phrase turn it round; the "no" of "no, not urgent" opens the answer."""
        opens = not is_first and rest[:1] and rest[0] in self.words.refusals
        return any(word in self.words.negations for word in (rest[1:] if opens else rest))

    def _same(self, one: str, other: str) -> bool:
        """The same word but for one slip of the keys, not in its first letter: a prefix turns words round."""
        return one == other or (
            one[0] == other[0]
            and other not in self.words.negations  # "ikkje" is no misspelt "inkje"
            and not _ARABIC.match(one)  # one letter more or less is another word there
            and min(len(one), len(other)) >= _SHORTEST_WITH_SLIP
            and OSA.distance(one, other, score_cutoff=1) <= 1
        )


def _plain(text: str, locale: str) -> tuple[str, ...]:
    return tuple(normalised(as_bokmal(text, locale)).split())


@lru_cache(maxsize=4096)  # options there are, in all languages
def _phrases(option: OptionText, locale: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_plain(phrase, locale) for phrase in (option.label, *option.says))


def _numbered(question: Question, text: str, words: tuple[str, ...]) -> str | None:
    """The option of an age, or the one at the place that the whole message names."""
    if question.ages and (age := only(numbers_in(text))) and len(question.options) < age <= _OLDEST:
        return question.options[sum(age > highest for highest in question.ages)]
    if len(words) == 1 and words[0].isdigit():
        place = int(words[0]) - 1
        return question.options[place] if 0 <= place < len(question.options) else None
    return None
