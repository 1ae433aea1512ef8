"""Rules for one guide; that its languages have the same questions and options is checked when it is loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.errors import KnowledgeError
from knowledge.guides.guide import Guide, GuideText
from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.lint.patterns import AMOUNT, FORBIDDEN
from knowledge.lint.readability import lix_of
from knowledge.placeholders import is_known, names_in

_LIX_WANTED, _LIX_STOP = 40, 45
_LONG_ENOUGH = 20  # words: of fewer the measure tells nothing
_FEWEST_ASKS = 8
_VALUE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def guide_findings(guide: Guide, library: Library) -> Iterator[Finding]:
    """Everything the rules find in a guide."""
    for rule in GUIDE_RULES:
        yield from rule(guide, library)


def guide_names_resolve(guide: Guide, library: Library) -> Iterator[Finding]:
    """Articles and sections exist, each section is cited by one of the articles, and an article offers the guide."""
    articles = [library.articles[name] for name in guide.articles if name in library.articles]
    for name in guide.articles:
        if name not in library.articles:
            yield Finding(guide.path, "guide-names-resolve", f"articles: there is no {name!r}")
    cited = {law.ref for article in articles for law in article.laws}
    for ref in guide.laws:
        try:
            library.laws.parse(ref)
        except KnowledgeError as error:
            yield Finding(guide.path, "guide-names-resolve", str(error))
        if ref not in cited:
            yield Finding(guide.path, "guide-names-resolve", f"{ref} is cited by none of its articles; list it there")
    if not any(guide.id in article.guides for article in library.articles.values()):
        yield Finding(guide.path, "guide-names-resolve", "no article offers it; name it under `guides` of one")


def guide_values_alike(guide: Guide, library: Library) -> Iterator[Finding]:
    """Every language has the parts and dates of Bokmål, with the same values and constants in each."""
    source = guide.texts[SOURCE_LOCALE]
    for text in guide.texts.values():
        for kind, own, theirs in (("parts", text.parts, source.parts), ("dates", text.dates, source.dates)):
            for key in own.keys() ^ theirs.keys():
                yield Finding(text.path, "guide-values-alike", f"{kind}: {key!r} is not in both this file and nb.yaml")
        for key in text.parts.keys() & source.parts.keys():
            if _filled_in(text.parts[key]) != _filled_in(source.parts[key]):
                yield Finding(text.path, "guide-values-alike", f"{key}: has other values in braces than nb.yaml")


def guide_constants_known(guide: Guide, library: Library) -> Iterator[Finding]:
    """Constants and contacts exist."""
    for text in guide.texts.values():
        for name in names_in(_whole(text)):
            if not is_known(name, library):
                message = f"{{{{{name}}}}} is no constant and no contact with a phone"
                yield Finding(text.path, "guide-constants-known", message)


def guide_plain(guide: Guide, library: Library) -> Iterator[Finding]:
    """No links, HTML or bold text, and no amounts that run out: those are constants."""
    for text in guide.texts.values():
        for name, pattern in FORBIDDEN.items():
            if pattern.search(_whole(text)):
                yield Finding(text.path, "guide-plain", f"holds {name}; take it out")
        for match in AMOUNT.finditer("\n".join(text.parts.values())):
            yield Finding(text.path, "guide-plain", f"{match.group().strip()!r} must be a constant")


def guide_short(guide: Guide, library: Library) -> Iterator[Finding]:
    """LIX of the Norwegian results is 40 or lower; above 45 is an error."""
    text = guide.texts[SOURCE_LOCALE]
    for key, part in text.parts.items():
        value, hardest = lix_of(part)
        if value > _LIX_WANTED and len(part.split()) >= _LONG_ENOUGH:
            message = f"{key}: LIX {value:.0f}; shorten sentences or words such as {', '.join(hardest)}"
            yield Finding(text.path, "guide-short", message, is_error=value > _LIX_STOP)


def guide_is_asked_for(guide: Guide, library: Library) -> Iterator[Finding]:
    """There are enough ways to ask for it to be found by."""
    for text in guide.texts.values():
        if len(text.asks) < _FEWEST_ASKS:
            message = f"has {len(text.asks)} ways to ask for it, needs {_FEWEST_ASKS}"
            yield Finding(text.path, "guide-is-asked-for", message, is_error=False)


def _filled_in(part: str) -> tuple[set[str], list[str]]:
    return set(_VALUE.findall(part)), sorted(names_in(part))


def _whole(text: GuideText) -> str:
    asked = [f"{question.text}\n{question.help}" for question in text.questions.values()]
    return "\n".join([text.title, text.intro, *asked, *text.parts.values()])


GUIDE_RULES = (
    guide_names_resolve,
    guide_values_alike,
    guide_constants_known,
    guide_plain,
    guide_short,
    guide_is_asked_for,
)
