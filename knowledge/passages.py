"""The searchable pieces of the library: sample questions, wrong beliefs, titles and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.article import Article, ArticleText
from knowledge.blocks import blocks
from knowledge.library import Library

QUESTION, MYTH, TITLE, BODY = "question", "myth", "title", "body"
DETAIL = "detail"  # a paragraph outside the short answer: found by its words, not by its meaning
_PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
_LONGEST = 600  # characters; the encoder sees at most 512 tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """One searchable piece of an article, in one language."""

    article_id: str
    locale: str
    kind: str
    text: str
    belief: int | None = None  # of a phrasing: the position of the wrong belief among those of its article


def belief_label(article_id: str, position: int) -> str:
    """The class of a wrong belief, where each is told apart from all else that is said of its article."""
    return f"{article_id}#{position}"


def belief_of(label: str) -> tuple[str, int | None]:
    """The article of a class, and the position of the wrong belief; None when the class is no belief's.

    >>> belief_of("deposit#2"), belief_of("deposit")
    (('deposit', 2), ('deposit', None))
    """
    article_id, _, position = label.partition("#")
    return article_id, int(position) if position else None


def passages(library: Library) -> Iterator[Passage]:
    """Every passage of every article, in a stable order."""
    for article in library.articles.values():
        if article.is_emergency:
            continue  # emergencies are recognised by the safety check, never by likeness
        for text in article.texts.values():
            yield from _passages_of(article, text)


def _passages_of(article: Article, text: ArticleText) -> Iterator[Passage]:
    yield Passage(article.id, text.locale, TITLE, text.title)
    for question in text.questions:
        yield Passage(article.id, text.locale, QUESTION, question)
    for position, myth in enumerate(text.myths):
        for says in myth.says:
            yield Passage(article.id, text.locale, MYTH, says, position)
    for section in text.sections:
        for paragraph in paragraphs(section.body):
            yield Passage(article.id, text.locale, BODY if section.role == "short" else DETAIL, paragraph)


def paragraphs(body: str) -> list[str]:
    r"""The paragraphs and list items of a section, without placeholders.

    >>> paragraphs("First.\n\n1. One\n   more\n2. Two")
    ['First.', 'One more', 'Two']
    """
    texts = (_PLACEHOLDER.sub("", block.text).strip() for block in blocks(body))
    return [text[:_LONGEST] for text in texts if text]
