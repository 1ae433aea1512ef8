"""Rules for one article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from knowledge.article import Article, ArticleText
from knowledge.blocks import blocks
from knowledge.languages import SOURCE_LOCALE
from knowledge.laws import UnknownLaw
from knowledge.library import Library
from knowledge.lint.durations import Length, as_length, lengths_in, same
from knowledge.lint.finding import Finding
from knowledge.lint.patterns import AMOUNT, FORBIDDEN, NOW_BEFORE_CONSTANT, REF, numbers_named, sections_named
from knowledge.lint.readability import lix
from knowledge.lint.reading_rules import READING_RULES
from knowledge.placeholders import is_known, names_in
from knowledge.translation import is_stale

_QUESTIONS_AT_LEAST = 10
_READ_SINCE = 2025
_LIX_WANTED, _LIX_STOP = 40, 45


def fixed_sections_present(article: Article, library: Library) -> Iterator[Finding]:
    """Every text has the short answer and the steps, and the law part unless it is a safety text."""
    needed = ("short", "do") if article.is_emergency else ("short", "do", "law")
    for text in article.texts.values():
        headings = library.languages.by_locale[text.locale].headings
        for role in needed:
            section = text.section(role)
            if section is None or not section.body:
                yield Finding(text.path, "fixed-sections", f"add the section '## {headings.get(role, role)}'")


def enough_questions(article: Article, library: Library) -> Iterator[Finding]:
    """Ten sample questions or more, none twice."""
    for text in article.texts.values():
        if len(text.questions) < _QUESTIONS_AT_LEAST:
            message = f"has {len(text.questions)} sample questions; write at least {_QUESTIONS_AT_LEAST}"
            yield Finding(text.path, "enough-questions", message)
        for question in {q for q in text.questions if text.questions.count(q) > 1}:
            yield Finding(text.path, "enough-questions", f"the question {question!r} stands twice")


def laws_exist(article: Article, library: Library) -> Iterator[Finding]:
    """Every cited section exists, and an article that states rights cites at least one."""
    if not article.laws and not article.is_emergency:
        yield Finding(article.path, "laws-exist", "cite at least one section under `laws`")
    for law in article.laws:
        try:
            library.laws.parse(law.ref)
        except UnknownLaw as error:
            yield Finding(article.path, "laws-exist", str(error))


def source_read_lately(article: Article, library: Library) -> Iterator[Finding]:
    """One source or more was read in 2025 or later: what is older may have been changed."""
    if not any(source.read.year >= _READ_SINCE for source in article.sources):
        yield Finding(
            article.path, "source-read-lately", f"no source was read in {_READ_SINCE} or later; read one again"
        )


def cited_laws_listed(article: Article, library: Library) -> Iterator[Finding]:
    """A section named in the text is listed under `laws`, so that its date is shown."""
    listed = {law.ref.replace(" ", "") for law in article.laws}
    for text in article.texts.values():
        for act, section in REF.findall(_whole(text)):
            name = act if act in library.laws.acts else act.split()[-1]
            if name in library.laws.acts and f"{name}§{section}".replace(" ", "") not in listed:
                yield Finding(
                    text.path, "cited-laws-listed", f"{name} § {section} is named but not listed in article.yaml"
                )


def names_resolve(article: Article, library: Library) -> Iterator[Finding]:
    """Contacts, deadlines, guides, related articles and placeholders exist."""
    kinds = (("contacts", article.contacts, library.contacts), ("deadlines", article.deadlines, library.deadlines),
             ("guides", article.guides, library.guides), ("related", article.related, library.articles))  # fmt: skip
    for kind, names, known in kinds:
        for name in names:
            if name not in known:
                yield Finding(article.path, "names-resolve", f"{kind}: there is no {name!r}")
    for text in article.texts.values():
        for name in names_in(_whole(text)):
            if not is_known(name, library):
                yield Finding(text.path, "names-resolve", f"{{{{{name}}}}} is no constant and no contact with a phone")


def plain_text_only(article: Article, library: Library) -> Iterator[Finding]:
    """No links, HTML or bold text: replies are data."""
    for text in article.texts.values():
        for name, pattern in FORBIDDEN.items():
            if pattern.search(_whole(text)):
                yield Finding(text.path, "plain-text-only", f"holds {name}; take it out")


def amounts_are_constants(article: Article, library: Library) -> Iterator[Finding]:
    """Amounts and percentages come from constants.yaml, so that one edit a year mends them all."""
    for text in article.texts.values():
        for match in AMOUNT.finditer(_whole(text)):
            yield Finding(text.path, "amounts-are-constants", f"{match.group().strip()!r} must be a constant")


def no_now_before_an_amount(article: Article, library: Library) -> Iterator[Finding]:
    """A constant stands without "now": once it has run out, the reply says until when it held, and "now" is untrue."""
    for text in article.texts.values():
        pattern = NOW_BEFORE_CONSTANT.get(text.locale)
        for match in pattern.finditer(_whole(text)) if pattern else ():
            message = f"{' '.join(match.group().split())!r}: leave out the word for now before a constant"
            yield Finding(text.path, "no-now-before-an-amount", message)


def lengths_from_the_table(article: Article, library: Library) -> Iterator[Finding]:
    """A length of time in a text is that of a deadline the article lists, so that all articles say the same."""
    listed = [as_length(library.deadlines[name]) for name in article.deadlines if name in library.deadlines]
    for text in article.texts.values():
        for number, unit in _unmatched(lengths_in(_whole(text), text.locale), [row for row in listed if row]):
            message = f"'{number} {unit}' is the length of no deadline listed in article.yaml"
            yield Finding(text.path, "lengths-from-the-table", message)


def same_lengths(article: Article, library: Library) -> Iterator[Finding]:
    """Nynorsk and English name the lengths of time that Bokmål names."""
    source = article.texts.get(SOURCE_LOCALE)
    expected = sorted(set(lengths_in(_whole(source), SOURCE_LOCALE))) if source else []
    for locale in ("nn", "en"):
        text = article.texts.get(locale)
        if text is None or source is None:
            continue
        found = sorted(set(lengths_in(_whole(text), locale)))
        for number, unit in _unmatched(expected, found):
            yield Finding(text.path, "same-lengths", f"'{number} {unit}' of nb.md is missing")
        for number, unit in _unmatched(found, expected):
            yield Finding(text.path, "same-lengths", f"'{number} {unit}' is not in nb.md")


def _unmatched(lengths: Iterable[Length], others: list[Length]) -> list[Length]:
    return sorted({length for length in lengths if not any(same(length, other) for other in others)})


def languages_in_step(article: Article, library: Library) -> Iterator[Finding]:
    """Translations have the sections, steps, bullets, placeholders, numbers and sections of law of the source."""
    source = article.texts.get(SOURCE_LOCALE)
    if source is None:
        yield Finding(article.path, "languages-in-step", f"has no {SOURCE_LOCALE}.md, the source text")
        return
    for text in article.texts.values():
        for what, measure in _SHAPES.items():
            if measure(text) != measure(source):
                message = f"{what} differ from nb: {measure(text)} instead of {measure(source)}"
                yield Finding(text.path, "languages-in-step", message)


def translations_fresh(article: Article, library: Library) -> Iterator[Finding]:
    """A translation made from older sentences is read again by its translator."""
    source = article.texts.get(SOURCE_LOCALE)
    for text in article.texts.values():
        if source is not None and text.locale != SOURCE_LOCALE and is_stale(text, source):
            message = "the Norwegian text has changed since; read it again, then set source_digest to null and run `bovett stamp`"
            yield Finding(text.path, "translations-fresh", message)


def short_and_plain(article: Article, library: Library) -> Iterator[Finding]:
    """LIX of the Norwegian short answer, alone and with the steps, is 40 or lower; above 45 is an error."""
    for locale in ("nb", "nn"):
        text = article.texts.get(locale)
        if text is None:
            continue
        value, hardest = lix(text)
        if value > _LIX_WANTED:
            message = f"LIX {value:.0f}; shorten sentences or words such as {', '.join(hardest)}"
            yield Finding(text.path, "short-and-plain", message, is_error=value > _LIX_STOP)


def _whole(text: ArticleText) -> str:
    return "\n".join([*(section.body for section in text.sections), *(myth.answer for myth in text.myths)])


def _numbers(text: ArticleText) -> list[str]:
    """Numbers in digits, but those that number the steps."""
    parts = [block.text for section in text.sections for block in blocks(section.body)]
    return sorted(numbers_named("\n".join([*parts, *(myth.answer for myth in text.myths)])))


_SHAPES: dict[str, Callable[[ArticleText], object]] = {
    "sections": lambda text: [section.role for section in text.sections],
    "list items": lambda text: [[b.marker for b in blocks(s.body) if b.marker] for s in text.sections],
    "placeholders": lambda text: sorted(names_in(_whole(text))),
    "sections of law": lambda text: sorted(sections_named(_whole(text), in_words=True)),
    "numbers": _numbers,
    "myths": lambda text: len(text.myths),
}

ARTICLE_RULES = (
    fixed_sections_present, enough_questions, laws_exist, source_read_lately, cited_laws_listed, names_resolve, plain_text_only,
    amounts_are_constants, no_now_before_an_amount, lengths_from_the_table, same_lengths, languages_in_step, translations_fresh,
    short_and_plain, *READING_RULES,
)  # fmt: skip
