"""A reply as the chat API gives it."""

from __future__ import annotations

import json

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
        "law_text", "asks",
    }  # fmt: skip
    assert data["myth"] is None
    assert data["article"] is None
