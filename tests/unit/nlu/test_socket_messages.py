"""What a reply holds is shown by a client that knows text and buttons only; nothing that a person needs is lost."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.reply import Button, Citation, LawText, Reply, ShownArticle
from knowledge.settings import PROJECT_DIR
from nlu.socket_messages import messages_of

SAY = Messages(PROJECT_DIR / "locales").text
BASE = "https://bovett.example"
CONTACT = {
    "id": "nav",
    "name": "Nav",
    "about": "Nødhjelp.",
    "phone": "55 55 33 33",
    "hours": "9–15",
    "url": "https://n.no/",
}
REPLY = Reply(
    outcome=Outcome.ANSWERED,
    locale="nb",
    text="Du kan protestere.\n\n1. Skriv\n2. Vent",
    myth="Du må ikke flytte med en gang.",
    article=ShownArticle("notice", "Oppsigelse", "nb", (), "2026-11-01", "reviewed"),
    citations=(Citation("husleieloven § 9-7", "https://lovdata.no/x", "2026-01-01"),),
    contacts=(CONTACT,),
    buttons=(Button("Hva sier loven?", '/show_law{"article_id": "notice"}'),),
    attachments=({"title": "Klage", "url": "/letters/protest#a=1&b=(2)", "mime": "text/html"},),
    law_text=(LawText("§ 9-7", "Formkrav", ("Første ledd.", "Andre ledd."), ("1 Endret.",), "2026-01-01", "Lovdata"),),
)


def _shown(*replies: Reply) -> list[dict[str, Any]]:
    return messages_of([reply.as_dict() for reply in replies], SAY, BASE)


def _texts(*replies: Reply) -> list[str]:
    return [message["text"] for message in _shown(*replies)]


def test_the_correction_comes_first_and_the_answer_next() -> None:
    first, second = _texts(REPLY)[:2]
    assert first.endswith("Du må ikke flytte med en gang.")
    assert second == "Oppsigelse\n\nDu kan protestere.\n\n1. Skriv\n2. Vent"


@pytest.mark.parametrize(
    "fact",
    [
        "- Nav · Nødhjelp. · 55 55 33 33 · 9–15 · https://n.no/",
        "- husleieloven § 9-7 – https://lovdata.no/x (slik det sto 1. januar 2026)",
        "Sist sjekket 1. november 2026",
        "§ 9-7. Formkrav",
        "Andre ledd.",
        "1 Endret.",
        "Ordlyden gjelder fra 1. januar 2026. Lovdata",
        "- [Klage](<https://bovett.example/letters/protest#a=1&b=(2)>)",
    ],
)
def test_nothing_is_lost(fact: str) -> None:
    assert fact in "\n".join(_texts(REPLY))


def test_buttons_stand_below_the_last_message() -> None:
    messages = _shown(REPLY)
    assert [message.keys() for message in messages[:-1]] == [{"text"}] * (len(messages) - 1)
    assert messages[-1]["quick_replies"] == [
        {"content_type": "text", "title": "Hva sier loven?", "payload": '/show_law{"article_id": "notice"}'}
    ]
    assert messages[-1].keys() == {"text", "quick_replies"}, (
        "clients show a message with more keys than these as nothing"
    )


def test_buttons_stay_when_another_reply_follows() -> None:
    """As when a question interrupts a guide, which then asks on."""
    question = Reply(Outcome.GUIDE, "nb", "Når fikk du den?", buttons=(Button("Vet ikke", "/deny"),))
    messages = _shown(REPLY, question)
    assert [set(message) - {"text"} for message in messages if len(message) > 1] == [{"buttons"}, {"quick_replies"}]


def test_a_reply_of_words_alone_is_one_message() -> None:
    assert _shown(Reply(Outcome.SMALLTALK, "nb", "Hei!")) == [{"text": "Hei!"}]


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_the_words_around_are_in_the_language_of_the_reply(locale: str) -> None:
    reply = Reply(Outcome.HANDOFF, locale, "…", contacts=(CONTACT,))
    assert _texts(reply)[1].startswith(f"{SAY('chat.contacts', locale)}:\n- Nav")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a  \nb"),
        ("a\n\nb", "a\n\nb"),
        ("1. a\n2. b\n\n- c\n- d", "1. a\n2. b\n\n- c\n- d"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)
def test_lines_are_kept(text: str, shown: str) -> None:
    assert _texts(Reply(Outcome.GUIDE, "nb", text)) == [shown]


def test_facts_that_are_missing_leave_no_gap() -> None:
    bare = {"id": "a", "name": "Noen", "about": None, "phone": None, "hours": "", "url": None}
    assert _texts(Reply(Outcome.HANDOFF, "nb", "…", contacts=(bare,)))[1].endswith(":\n- Noen")
