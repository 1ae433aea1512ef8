"""The articles as pages that people and search engines can read, under each language's own word, as /nb/rettigheter/."""

from __future__ import annotations

from flask import redirect, url_for
from flask.blueprints import BlueprintSetupState
from werkzeug.wrappers import Response as AnyResponse

from knowledge.article import Article
from knowledge.compose import Composer
from knowledge.public_pages import RIGHTS
from web.desk import desk
from web.errors import ApiError
from web.page import Crumb, Frame, Place, page
from web.pages import pages
from web.pages.article_view import ArticleView, Link, article_link
from web.pages.letters import asked_language
from web.structured_data import article_data, page_data


def overview(locale: str) -> str:
    """Every article, by topic."""
    composer = desk().composer(locale)
    title, description = composer.say("page.rights.title"), composer.say("page.rights.lead")
    place = Place.of("pages.rights")
    crumbs = (_home(composer), Crumb(composer.say("page.rights")))
    data = page_data(place.canonical(locale), title, description, locale, crumbs)
    frame = Frame(title, description, place, crumbs=crumbs, data=data)
    return page("articles.html", composer, frame, topics=_topics(locale), contacts=composer.human_contacts())


def show_article(locale: str, topic: str, article_id: str) -> AnyResponse | str:
    """One article; a page asked for under another topic is where it belongs."""
    article = _article(article_id)
    if topic != article.topic:
        moved = url_for("pages.article", locale=locale, topic=article.topic, article_id=article.id)
        return redirect(moved, 301)
    composer = desk().composer(locale)
    view = ArticleView(article, composer)
    place = article_place(article)
    crumbs = _way_to(article, composer)
    data = article_data(article, view.text, view.short, view.citations, place.canonical(view.text.locale), crumbs)
    frame = Frame(view.text.title, view.description, place, view.text.locale, crumbs, data)
    return page("article.html", composer, frame, view=view, leave_to=desk().library.sites[composer.site].leave_to)


@pages.get("/articles/<article_id>")
def article_by_id(article_id: str) -> AnyResponse:
    """A short address that never changes, as the code on a printed page has it: on to the page in the right language."""
    article = _article(article_id)
    locale = desk().composer(asked_language()).locale
    return redirect(url_for("pages.article", locale=locale, topic=article.topic, article_id=article.id))


def article_place(article: Article) -> Place:
    """Where an article lies; a page that shows a text of another language is no page of its own."""
    return Place.of("pages.article", tuple(article.texts), topic=article.topic, article_id=article.id)


def _article(article_id: str) -> Article:
    article = desk().library.articles.get(article_id)
    if article is None:
        raise ApiError(404, "article_unknown", {"article_id": article_id[:80]})
    return article


def _topics(locale: str) -> list[tuple[str, str, list[Link]]]:
    """(topic, its name, its articles by title)."""
    found: dict[str, list[Link]] = {}
    for article in desk().library.articles.values():
        found.setdefault(article.topic, []).append(article_link(article, locale))
    names = desk().pages
    return [
        # What is in the reader's language comes first.
        (
            topic,
            names.topic_name(topic, locale),
            sorted(found[topic], key=lambda a: (a.locale != locale, a.title.casefold())),
        )
        for topic in names.topics_in_order(set(found))
    ]


def _way_to(article: Article, composer: Composer) -> tuple[Crumb, ...]:
    rights = url_for("pages.rights", locale=composer.locale)
    text = article.text_for(composer.locale)
    return (
        _home(composer),
        Crumb(composer.say("page.rights"), rights),
        Crumb(desk().pages.topic_name(article.topic, composer.locale), f"{rights}#{article.topic}"),
        Crumb(text.title, locale=text.locale),
    )


def _home(composer: Composer) -> Crumb:
    return Crumb(composer.say("chat.title"), url_for("pages.home", locale=composer.locale))


@pages.record
def _register(state: BlueprintSetupState) -> None:
    """The addresses are content, so they are known only when an application is made."""
    for locale, word in state.app.extensions["bovett"].pages.addresses[RIGHTS].items():
        at = {"locale": locale}
        state.add_url_rule(f"/{locale}/{word}/", "rights", overview, defaults=at)
        state.add_url_rule(f"/{locale}/{word}/<topic>/<article_id>", "article", show_article, defaults=at)
