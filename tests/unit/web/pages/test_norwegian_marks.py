"""Norwegian in texts of other languages is marked as such on every page that works without scripts (WCAG 3.1.2)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.reply import Button, Reply
from tests.unit.web.conftest import Talk
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage

OTHERS = ("en", "uk", "ar", "fa")
SENTENCE = "Jeg har ikke noe sted å sove i natt."
SAID = {"en": f'Say: "{SENTENCE}"', "ar": f"اتصل على 116 117 وقل: «{SENTENCE}»"}
HOSTILE = "Jeg har <img src=x onerror=alert(1)> ikke <b>noe</b> sted å sove"
_FIRST_WORDS = re.compile(r"\b(?:Jeg|Vi) [a-zæøå]+")  # of every sentence to say


def _page(client: FlaskClient, path: str) -> HtmlPage:
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 200, path
    return HtmlPage(answer.get_data(as_text=True))


def _marked(page: HtmlPage) -> list[str]:
    """What is marked as Norwegian, and from left to right."""
    tags = zip(page.of("bdi"), page.words("bdi"), strict=True)
    return [words for tag, words in tags if tag.get("lang") == "no" and tag.get("dir") == "ltr"]


@pytest.mark.parametrize("locale", OTHERS)
def test_every_sentence_in_an_article_is_marked(whole: FlaskClient, locale: str) -> None:
    """Told by how such sentences begin, and not by the words that are listed."""
    library: Library = whole.application.extensions["bovett"].library
    seen = 0
    for article in library.articles.values():
        text = article.texts.get(locale)
        if text and any(_FIRST_WORDS.search(part.body) for part in text.sections):
            seen += _all_are_marked(_page(whole, f"/articles/{article.id}?locale={locale}"))
    assert seen > 5


def _all_are_marked(page: HtmlPage) -> int:
    (said,) = page.words("article")
    sentences = _FIRST_WORDS.findall(said)
    assert sentences == _FIRST_WORDS.findall(" ".join(_marked(page)))
    return len(sentences)


def _reply(locale: str, text: str = "") -> Reply:
    letter = {"title": "1 (protest mot oppsigelse)", "url": "/letters/rent-back", "mime": "text/html"}
    contact = {
        "id": "nav",
        "name": "Nav (kommune)",
        "about": "(bostøtte)",
        "phone": None,
        "url": None,
        "hours": "(klage)",
    }
    return Reply(
        Outcome.GUIDE,
        locale,
        text or SAID[locale],
        myth=SAID[locale],
        buttons=(Button("1 (gjengs leie)", "/x"),),
        contacts=(contact,),
        attachments=(letter,),
    )


@pytest.mark.parametrize("locale", SAID)
def test_a_conversation_without_scripts_marks_it(client: FlaskClient, rasa: FakeRasa, locale: str) -> None:
    rasa.replies = [_reply(locale).as_dict()]
    client.post(f"/{locale}/chat", data={"text": "hei"})
    found = [words.strip("()") for words in _marked(_page(client, f"/{locale}/chat"))]
    assert found.count(SENTENCE) == 2
    assert {"kommune", "bostøtte", "klage", "gjengs leie", "protest mot oppsigelse"} <= set(found)


@pytest.mark.parametrize("locale", SAID)
def test_a_helper_who_reads_along_gets_it_marked(talk: Talk, rasa: FakeRasa, locale: str) -> None:
    rasa.replies = [_reply(locale).as_dict()]
    talk.say("hei")
    made = talk.post({"locale": locale}, "showing").get_json()
    found = [words.strip("()") for words in _marked(_page(talk.client, urlsplit(made["url"]).path))]
    assert found.count(SENTENCE) == 2
    assert {"kommune", "bostøtte", "gjengs leie", "protest mot oppsigelse"} <= set(found)


def test_nothing_is_marked_in_norwegian(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.replies = [Reply(Outcome.GUIDE, "nb", f"Si: «{SENTENCE}»").as_dict()]
    client.post("/nb/chat", data={"text": "hei"})
    assert SENTENCE not in _marked(_page(client, "/nb/chat"))


@pytest.mark.parametrize("locale", SAID)
def test_what_is_marked_stays_text(client: FlaskClient, rasa: FakeRasa, locale: str) -> None:
    rasa.replies = [_reply(locale, f"«{HOSTILE}»").as_dict()]
    client.post(f"/{locale}/chat", data={"text": "hei"})
    page = _page(client, f"/{locale}/chat")
    assert f"«{HOSTILE}»" in page.words("p")
    assert page.of("img", "b") == []


@pytest.mark.parametrize("locale", OTHERS)
def test_a_letter_marks_it_in_what_stands_beside(whole: FlaskClient, locale: str) -> None:
    found = [words.strip("()") for words in _marked(_page(whole, f"/letters/protest?locale={locale}"))]
    assert {"oppsigelse", "protest mot oppsigelse", "rekommandert brev"} <= set(found)


@pytest.mark.parametrize("locale", OTHERS)
def test_the_pages_around_mark_it(whole: FlaskClient, locale: str) -> None:
    pages = whole.application.extensions["bovett"].pages
    found = _marked(_page(whole, f"/{locale}/{pages.addresses['accessibility'][locale]}"))
    assert "universell utforming" in [words.strip("()") for words in found]


@pytest.mark.parametrize("locale", OTHERS)
def test_the_widget_is_told_what_is_norwegian_in_what_one_may_begin_with(whole: FlaskClient, locale: str) -> None:
    told = whole.get(f"/messages/{locale}.json").get_json()
    titles = " ".join(each["title"] for each in (*told["guides"], *told["tiles"], *told["openings"]))
    assert "bostøtte" in told["norwegian"]
    assert all(part in titles for part in told["norwegian"])


@pytest.mark.parametrize("locale", ["nb", "nn"])
def test_the_widget_is_told_of_nothing_in_norwegian(whole: FlaskClient, locale: str) -> None:
    assert whole.get(f"/messages/{locale}.json").get_json()["norwegian"] == []
