"""Everything that people are shown in one language: articles, guides, letters, contacts, pages, and what the program says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from knowledge.blocks import plain
from knowledge.library import Library
from knowledge.public_pages import PublicPages

_PLACEHOLDER = re.compile(r"\{+[^{}]*\}+")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^\s()]*\)")


def shown_texts(library: Library, pages: PublicPages, locales_dir: Path, locale: str) -> list[tuple[str, str]]:
    """(where, text), placeholders as a number, links as their words; only what exists in that very language."""
    found = [*_articles(library, locale), *_guides(library, locale), *_letters(library, locale)]
    found += [*_contacts(library, locale), *_pages(pages, locale), *_messages(locales_dir, locale)]
    return [(where, _PLACEHOLDER.sub("7", _LINK.sub(r"\1", text)).strip()) for where, text in found if text]


def _articles(library: Library, locale: str) -> Iterator[tuple[str, str]]:
    for article in library.articles.values():
        if text := article.texts.get(locale):
            parts = [part for section in text.sections for part in (section.heading, plain(section.body))]
            myths = [part for myth in text.myths for part in (*myth.says[:1], plain(myth.answer))]
            yield from ((f"article {article.id}", part) for part in (text.title, *parts, *myths))


def _guides(library: Library, locale: str) -> Iterator[tuple[str, str]]:
    for guide in library.guides.values():
        if text := guide.texts.get(locale):
            asked = [
                part
                for each in text.questions.values()
                for part in (each.label, each.text, each.help, *(option.label for option in each.options.values()))
            ]
            said = (text.title, text.button, text.intro, *text.parts.values(), *text.dates.values(), *asked)
            yield from ((f"guide {guide.id}", plain(part)) for part in said)


def _letters(library: Library, locale: str) -> Iterator[tuple[str, str]]:
    for letter in library.letters.values():
        if text := letter.texts.get(locale):
            paragraphs = [each.text for each in text.paragraphs]
            said = (text.title, *text.labels.values(), text.subject, *paragraphs, *text.advice)
            yield from ((f"letter {letter.id}", part) for part in said)


def _contacts(library: Library, locale: str) -> Iterator[tuple[str, str]]:
    for contact in library.contacts.values():
        row = contact.localised(locale)
        yield from ((f"contact {contact.id}", row[key] or "") for key in ("name", "about", "hours"))


def _pages(pages: PublicPages, locale: str) -> Iterator[tuple[str, str]]:
    for page_id, texts in pages.texts.items():
        text = texts[locale]
        parts = [part for heading, body in text.sections for part in (heading, plain(body))]
        yield from ((f"page {page_id}", part) for part in (text.title, text.description, *parts))
    yield from (("topic", pages.topic_name(topic, locale)) for topic in pages.topics)


def _messages(locales_dir: Path, locale: str) -> Iterator[tuple[str, str]]:
    with (locales_dir / locale / "LC_MESSAGES" / "bovett.po").open("rb") as file:
        for message in read_po(file):
            for text in (message.string,) if isinstance(message.string, str) else message.string:
                if message.id:
                    yield f"message {message.id}", text
