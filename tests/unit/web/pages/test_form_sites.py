"""Without scripts, the conversation of a site: its topics, people, tone and way out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from knowledge.catalogues import messages_of
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made
from tests.unit.web.pages.form_page import seen, shown


def _of_the_town(client: FlaskClient, query: str = "?site=town") -> HtmlPage:
    page = shown(client.get(f"/nb/chat{query}"))
    assert_well_made(page, "nb", "ltr")
    return page


def test_without_scripts_a_site_has_its_own_topics_people_tone_and_way_out(
    content: Path, edit: Callable[[str, str, str], Path], client_with: MakeClient, rasa: FakeRasa
) -> None:
    more = "contacts: [tenant-help]\naudience: youth\nleave_to: https://www.met.no/\ntiles: [landlord-notice]\nopenings: [deposit]\n"
    edit("sites/town.yaml", "contacts: [tenant-help]\n", more)
    edit("sites/bovett.yaml", "contacts: []\n", "contacts: []\ntiles: [deposit]\n")
    client = client_with(content_dir=content)
    greeting = messages_of(Settings().locales_dir / "nb" / "LC_MESSAGES" / "bovett.po")["chat.youth.welcome"]
    payloads = ['/start_guide{"guide": "landlord-notice"}', '/show_article{"article_id": "deposit"}']
    page = _of_the_town(client)
    assert [tag["value"] for tag in page.of("input") if tag["name"] == "payload"] == payloads
    assert greeting in page.words("p")
    assert [tag["value"] for tag in _of_the_town(client, "").of("input") if tag["name"] == "payload"] == []
    assert (
        "form-action 'self' https://www.met.no/;" in client.get("/nb/chat?site=town").headers["Content-Security-Policy"]
    )
    assert {tag["action"] for tag in page.of("form")} == {"/nb/chat?site=town", "/nb/chat/leave?site=town"}
    assert client.post("/nb/chat/leave?site=town").headers["Location"] == "https://www.met.no/"

    answer = client.post("/nb/chat?site=town", data={"text": "hei"})
    assert answer.headers["Location"].startswith("/nb/chat?site=town#")
    assert rasa.got[0]["metadata"]["site"] == "town"
    begun = _of_the_town(client, "")  # the conversation itself knows its site
    assert greeting in begun.words("p")
    actions = [tag["action"].partition("#")[0] for tag in begun.of("form")]
    assert {action.partition("?")[2] for action in actions} == {"site=town"}
    rasa.status = 500
    failed = shown(client.post("/nb/chat", data={"text": "hei"}), 503)
    own, usual = (next(n for n, words in enumerate(failed.words("strong")) if name in words)
                  for name in ("Leierhjelpen", "Nav"))  # fmt: skip
    assert own < usual
    assert client.post("/nb/chat/erase").status_code == 503
    rasa.status = 200
    assert client.post("/nb/chat/erase").headers["Location"] == "/nb/chat?site=town&erased=1"


def test_a_site_that_is_not_there_is_answered_as_our_own(client: FlaskClient) -> None:
    page = _of_the_town(client, "?site=nowhere")
    assert {tag["action"] for tag in page.of("form")} == {"/nb/chat", "/nb/chat/leave"}


def test_a_letter_keeps_the_site_of_the_conversation(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.replies[0]["attachments"] = [
        {"title": "Krav", "url": "/letters/rent-back?locale=nb&site=town#paid=1", "mime": "text/html"}
    ]
    client.post("/nb/chat?site=town", data={"text": "hei"})
    assert "/letters/rent-back?locale=nb&site=town" in [tag["action"] for tag in seen(client).of("form")]
