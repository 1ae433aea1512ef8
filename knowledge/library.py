"""Everything curated, loaded and cross-linked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from knowledge.article import Article
from knowledge.article_file import read_article
from knowledge.contacts import Contact, read_contacts
from knowledge.errors import ContentError
from knowledge.fields import read_rows
from knowledge.figures import Figure, read_figures
from knowledge.guides.finder import asks_of
from knowledge.guides.guide import Guide
from knowledge.guides.guide_file import read_guides
from knowledge.languages import Languages
from knowledge.laws import Laws
from knowledge.letters.letter import Letter
from knowledge.letters.letter_file import read_letters
from knowledge.sites import Site, read_sites

_SEARCHED = ("articles", "off_topic")


@dataclass(frozen=True)
class Library:
    """All content of one content folder."""

    articles: dict[str, Article]
    contacts: dict[str, Contact]
    figures: dict[str, Figure]  # constants.yaml
    deadlines: dict[str, dict[str, object]]
    laws: Laws
    guides: dict[str, Guide]
    letters: dict[str, Letter]
    languages: Languages
    sites: dict[str, Site]
    content_dir: Path
    digest: str

    @classmethod
    def read(cls, content_dir: Path) -> Library:
        """Load a content folder; raises ContentError at the first file that cannot be used."""
        languages = Languages.read(content_dir / "languages.yaml")
        articles: dict[str, Article] = {}
        for path in sorted((content_dir / "articles").glob("*/*/article.yaml")):
            article = read_article(path.parent, languages)
            if article.id in articles:
                raise ContentError(path, f"the id {article.id!r} is already used by {articles[article.id].path}")
            articles[article.id] = article
        guides = read_guides(content_dir / "guides", languages)
        laws = Laws.read(content_dir / "laws.yaml")
        return cls(
            articles=articles,
            contacts=read_contacts(content_dir / "contacts.yaml"),
            figures=read_figures(content_dir / "constants.yaml"),
            deadlines={
                name: fields.row
                for name, fields in read_rows(content_dir / "deadlines.yaml", "the deadline", more=None).items()
            },
            laws=laws,
            guides=guides,
            letters=read_letters(content_dir / "letters", languages, laws),
            languages=languages,
            sites=read_sites(content_dir / "sites"),
            content_dir=content_dir,
            digest=content_digest(content_dir, guides.values()),
        )

    def article_for_row(self, coverage_row: str) -> Article | None:
        """The first article that covers a row of coverage.yaml."""
        return next((article for article in self.articles.values() if coverage_row in article.covers), None)


def content_digest(content_dir: Path, guides: Iterable[Guide] = ()) -> str:
    """SHA-256 over the names and bytes of every file that is searched, and the ways to ask for each guide.

    What guides say, contacts, constants, sites and safety words are read at start and never indexed: changing a phone
    number must not cost a new index.
    """
    sha = hashlib.sha256()
    for folder in _SEARCHED:
        for path in sorted((content_dir / folder).rglob("*")):
            if path.is_file():
                sha.update(str(path.relative_to(content_dir)).encode())
                sha.update(path.read_bytes())
    for ask in asks_of(guides):
        sha.update("|".join(ask).encode())
    return sha.hexdigest()
