"""A reply as the chat API gives it."""

from __future__ import annotations

import json

import pytest

from knowledge.outcomes import Outcome
from knowledge.reply import Button, Citation, Reply, ShownArticle


def test_a_reply_is_json_ready() -> None:
    reply = Reply(
        Outcome.ANSWERED,
        "nb",
        "Tekst",
        article=ShownArticle("deposit", "Depositum", "nb", ("tenancy.deposit",), "2026-11-24", "reviewed"),
        citations=(Citation("husleieloven § 3-5", "https://lovdata.no/lov/1999-03-26-17/§3-5", "2026-07-01"),),
        buttons=(Button("Loven", "/show_law"),),
    )
    data = json.loads(json.dumps(reply.as_dict()))
    assert data["outcome"] == "answered"
    assert data["citations"] == [
        {"ref": "husleieloven § 3-5", "url": "https://lovdata.no/lov/1999-03-26-17/§3-5", "as_of": "2026-07-01"}
    ]
    assert data["article"]["covers"] == ["tenancy.deposit"]
    assert data["buttons"] == [{"title": "Loven", "payload": "/show_law", "covers": []}]


def test_a_short_reply_has_every_field_of_the_api() -> None:
    data = Reply(Outcome.ERROR, "en", "Sorry").as_dict()
    assert set(data) == {
        "outcome", "locale", "text", "myth", "article", "citations", "contacts", "buttons", "attachments", "confidence",
        "law_text", "asks", "norwegian",
    }  # fmt: skip
    assert data["myth"] is None
    assert data["norwegian"] == []
    assert data["article"] is None


@pytest.mark.parametrize("locale", ["en", "uk", "ar", "fa"])
def test_a_reply_tells_what_in_it_is_norwegian_word_for_word(locale: str) -> None:
    said = {
        "en": 'Say: "Jeg har ikke noe sted å sove." Call 116 117. (vedtak)', "uk": "«Jeg har ikke noe sted å sove.» (vedtak)",
        "ar": "اتصل على 116 117: «Jeg har ikke noe sted å sove.» (vedtak)", "fa": "«Jeg har ikke noe sted å sove.» (vedtak)",
    }[locale]  # fmt: skip
    contact = {"id": "nav", "name": "Nav (kommune)", "about": "", "hours": None}
    data = Reply(
        Outcome.GUIDE,
        locale,
        f"1. {said}\n\n{said}",
        myth="(avslag)",
        article=ShownArticle("deposit", "(depositum)", locale, (), "2026-11-24", "drafted"),
        contacts=(contact,),
        buttons=(Button("(klage på vedtak)", "/x"),),
        attachments=({"title": "(protest mot oppsigelse)", "url": "/letters/protest", "mime": "text/html"},),
    ).as_dict()
    assert data["norwegian"] == [
        "Jeg har ikke noe sted å sove.", "vedtak", "avslag", "depositum", "klage på vedtak", "protest mot oppsigelse", "kommune",
    ]  # fmt: skip
    assert all(part in json.dumps(data, ensure_ascii=False) for part in data["norwegian"])


@pytest.mark.parametrize("locale", ["nb", "nn"])
def test_a_norwegian_reply_names_nothing(locale: str) -> None:
    assert Reply(Outcome.GUIDE, locale, "Si: «Jeg har ikke noe sted å sove.» (vedtak)").as_dict()["norwegian"] == []
