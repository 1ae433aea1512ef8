"""Norwegian that stands inside a text of another language: sentences to say or write, and terms of letters and laws.

Screen readers must be told of it, or they read it as if it were the language around it (WCAG 2.2, 3.1.2). The text itself
stays as it is. Names of offices and places, and sections of law, are names in every language and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.norwegian_words import LATIN, known_words, looks_like_sentence

Span = tuple[int, int]  # where a stretch begins and ends

_NORWEGIAN = ("nb", "nn")
_LINE = re.compile(r"[^\n]+")
_OTHER_LETTER = re.compile("[\u0370-\u1fff\u2c00-\u2dff\u3040-\ufefc]")
# Web and e-mail addresses, names of files, and paths such as api/v1/articles.
_ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]{2,}(?:\.[a-z][\w-]+)+(?:/\S*)?|\w+(?:/\w+){2,}")
_QUOTES = re.compile(r'"([^"\n]+)"|“([^”\n]+)”|«([^»\n]+)»')
_BRACKETS = re.compile(r"\(([^()\n]+)\)")
# What may stand between Latin words of one passage: no quotes, no brackets, no other letters.
_RUN = re.compile(rf"[{LATIN}][{LATIN}\d\s§.,:;!?…'’/%&+\[\]–-]*")
# "14. mai" goes on.
_SENTENCE = re.compile(r"[^\0]+?(?:[.!?…]+(?=\s+[^a-zæøå\d\s])|:(?=\s)|(?=\0)|$)")
_WORD_OR_SECTION = re.compile(rf"[{LATIN}]+|§\s?\d[\d-]*")


def norwegian_spans(text: str, locale: str) -> list[Span]:
    """Where Norwegian begins and ends in a text of `locale`: in order, never across lines.

    >>> norwegian_spans("Skriv (til Nav).", "nb"), norwegian_spans("Ask for time (utsettelse).", "en")
    ([], [(14, 24)])
    """
    if locale in _NORWEGIAN:
        return []
    return [span for line in _LINE.finditer(text) for span in _in_line(line.group(), line.start())]


def cut_at_norwegian(text: str, locale: str) -> list[str]:
    """The text cut up: every second part is Norwegian.

    >>> cut_at_norwegian('Write "Jeg ber om svar." (husleieloven § 9-5).', "en")
    ['Write "', 'Jeg ber om svar.', '" (husleieloven § 9-5).']
    >>> cut_at_norwegian("Скажіть: «Det er akutt. Jeg ber om svar.» Nav, депозит (depositum).", "uk")[1::2]
    ['Det er akutt. Jeg ber om svar.', 'depositum']
    """
    parts, end = [], 0
    for start, stop in norwegian_spans(text, locale):
        parts += [text[end:start], text[start:stop]]
        end = stop
    return [*parts, text[end:]]


def norwegian_parts(text: str, locale: str) -> list[str]:
    """The Norwegian alone.

    >>> norwegian_parts("وكيل (fullmektig) أو Nav", "ar")
    ['fullmektig']
    """
    return cut_at_norwegian(text, locale)[1::2]


def _in_line(line: str, offset: int) -> Iterator[Span]:
    """A text shown for want of another has letters of its own: the line tells how to read it, not the page."""
    find = _among_other_letters if _OTHER_LETTER.search(line) else _among_english
    return ((offset + start, offset + end) for start, end in sorted(find(_without_addresses(line))))


def _among_other_letters(line: str) -> list[Span]:
    runs = (run.span() for run in _RUN.finditer(line))
    return [span for run in runs for span in _sentences(line, run, known_words().is_among_other_letters)]


def _among_english(line: str) -> list[Span]:
    """What stands in quotes or brackets, then sentences on their own."""
    found: list[Span] = []
    for kind in (_QUOTES, _BRACKETS):
        passages = [match.span(match.lastindex or 0) for match in kind.finditer(line)]
        found += [p for p in passages if not _meets(p, found) and known_words().is_passage(line[slice(*p)])]
    plain = _BRACKETS.sub(_blank, _QUOTES.sub(_blank, line))
    return found + _sentences(plain, (0, len(line)), known_words().is_sentence)


def _sentences(line: str, within: Span, is_norwegian: Callable[[str], bool]) -> list[Span]:
    """The Norwegian ones between two places; sentences that follow each other are one stretch."""
    found: list[Span] = []
    for sentence in _SENTENCE.finditer(line, *within):
        start, end = _trimmed(line, sentence.span())
        words = line[start : sentence.end()]
        goes_on = bool(found) and line[found[-1][1] : start].isspace()
        if start < end and (is_norwegian(words) or (goes_on and known_words().is_passage(words))):
            if goes_on or looks_like_sentence(words):
                end = start + len(words.rstrip(" ,:;–-"))  # with its full stop
            found.append((found.pop()[0] if goes_on else start, end))
    return found


def _trimmed(line: str, span: Span) -> Span:
    """From the first word to the last one, or to the number of a section."""
    words = list(_WORD_OR_SECTION.finditer(line, *span))
    return (words[0].start(), words[-1].end()) if words else (span[0], span[0])


def _meets(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _without_addresses(line: str) -> str:
    return _ADDRESS.sub(_blank, line)


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match.group())
