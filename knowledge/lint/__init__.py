"""The content linter, used by `make content`, by CI and later by the console.

Each rule is a small function that yields findings; a finding says what, where and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.lint.article_rules import ARTICLE_RULES
from knowledge.lint.date_rules import DATE_RULES
from knowledge.lint.finding import Finding
from knowledge.lint.guide_rules import guide_findings
from knowledge.lint.letter_rules import letter_findings
from knowledge.lint.opening_rules import opening_findings
from knowledge.lint.readability import lix
from knowledge.lint.shared_rules import SHARED_RULES
from knowledge.lint.tile_rules import tile_findings
from knowledge.settings import Settings


def findings(library: Library, today: date) -> Iterator[Finding]:
    """Everything the rules find in a library."""
    for rule in SHARED_RULES:
        yield from rule(library, today)
    for article in library.articles.values():
        for article_rule in ARTICLE_RULES:
            yield from article_rule(article, library)
        for date_rule in DATE_RULES:
            yield from date_rule(article, library, today)
    for guide in library.guides.values():
        yield from guide_findings(guide, library)
    for letter in library.letters.values():
        yield from letter_findings(letter, library)
    for site in library.sites.values():
        yield from tile_findings(site, library)
        yield from opening_findings(site, library)


def check_content(settings: Settings) -> int:
    """Print findings as `file:line: message`, and readability; returns 1 when there is an error."""
    library = Library.read(settings.content_dir)
    found = list(findings(library, date.today()))
    for finding in found:
        print(finding.line_of_output())
    errors = sum(finding.is_error for finding in found)
    counts = f"{len(library.articles)} articles, {len(library.guides)} guides, {len(library.letters)} letters"
    print(f"{counts}: {errors} errors, {len(found) - errors} warnings")
    print("LIX of the short answer, alone or with the steps, in Bokmål and Nynorsk (40 or lower; 45 stops):")
    for article in library.articles.values():
        for locale in (SOURCE_LOCALE, "nn"):
            if text := article.texts.get(locale):
                value, hardest = lix(text)
                print(f"  {value:4.0f}  {article.id} {locale}  ({', '.join(hardest)})")
    return 1 if errors else 0
