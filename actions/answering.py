"""From a turn to an answer: search, the conversation's context, and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker

from actions.desk import Desk, Turn, composer_for, read_turn
from actions.follow_up import is_follow_up, joined_turn
from actions.law_words import asks_which_section, sections_asked_for
from knowledge.article import Article, LawRef
from knowledge.beliefs import MessagePart, likeliest
from knowledge.compose import Composer
from knowledge.decision import CHOICES
from knowledge.outcomes import Outcome
from knowledge.reply import Reply
from knowledge.search import Finding
from knowledge.statutes.address import Address, NoAddress

_RELATED_PRIOR, _CURRENT_PRIOR = 1.0, 0.3  # log-odds that the conversation adds to articles
_FEW_WORDS = 10  # "hva står i husleieloven § 9-5 andre ledd bokstav c?" has nine
_SURELY_OFF_TOPIC = 0.6  # confidence of the intent classifier


def answer(turn: Turn, tracker: Tracker, desk: Desk) -> tuple[Reply, str | None]:
    """The reply to a question, and the id of the article it shows, if any."""
    composer = composer_for(desk, turn)
    cited = _article_citing(turn, desk)
    if cited:
        return composer.answer(cited, asked_law=_law_asked_for(turn, cited)), cited.id
    section = composer.law_section(_address(turn)) if _asks_for_law(turn) else None
    if section:
        return section, None
    finding = _found(turn, tracker, desk)
    sections = sections_asked_for(turn, finding, desk, composer) if asks_which_section(turn, desk) else None
    if sections:
        return sections, None
    outcome, shown = desk.calibration.decide(finding)
    confidence = finding.candidates[0].probability if finding.candidates else 0.0
    if outcome is Outcome.ANSWERED:
        reply = composer.answer(desk.library.articles[shown[0]], confidence)
        stated = _stated(turn, finding, desk, composer, reply.locale)
        return composer.corrected(reply, stated), shown[0]
    if outcome is Outcome.CLARIFY:
        stated = _stated(turn, finding, desk, composer, composer.locale)
        reply = composer.clarify(_with_correcting(shown, stated), confidence)
        return composer.corrected(reply, stated), None
    if turn.classified.get("out_of_scope", 0.0) >= _SURELY_OFF_TOPIC:
        return composer.out_of_scope(), None
    return composer.no_answer(confidence), None


def _stated(turn: Turn, finding: Finding, desk: Desk, composer: Composer, locale: str) -> list[tuple[Article, int]]:
    """The wrong beliefs that a message states, of articles that can be read in the language of the reply."""
    likely = likeliest(finding.candidates, desk.library)
    readable = [each for each in likely if each[0].text_for(composer.locale).locale == locale]
    said = [MessagePart(turn.text, turn.vector), *turn.sentences]
    return desk.search().beliefs.stated(said, turn.text_locale, readable)


def _with_correcting(choices: Sequence[str], stated: Sequence[tuple[Article, int]]) -> Sequence[str]:
    """The choices with the articles that correct a belief among them: what they say is what this is about.

    They stay as few: for one that is added, the last goes that corrects nothing.
    """
    correcting = dict.fromkeys(article.id for article, _ in stated)
    added = [each for each in correcting if each not in choices]
    others = [each for each in choices if each not in correcting]
    kept = others[: CHOICES - len(correcting)]
    return [*added, *(each for each in choices if each in correcting or each in kept)]


def _found(turn: Turn, tracker: Tracker, desk: Desk) -> Finding:
    search = desk.search()
    alone = search.find(turn.text, turn.text_locale, turn.vector)
    current = desk.library.articles.get(tracker.get_slot("current_article") or "")
    previous = _previous_question(tracker, desk)
    if current is None or previous is None or not is_follow_up(turn, alone, desk):
        return alone
    together = joined_turn(previous, turn)
    return search.find(together.text, together.text_locale, together.vector, _prior(current))


def _prior(current: Article) -> dict[str, float]:
    return {current.id: _CURRENT_PRIOR, **{item: _RELATED_PRIOR for item in current.related}}


def _previous_question(tracker: Tracker, desk: Desk) -> Turn | None:
    """The question before this one, not counting buttons."""
    asked: list[dict[str, Any]] = [
        event["parse_data"]
        for event in tracker.events
        if event.get("event") == "user" and (event.get("parse_data") or {}).get("vector")
    ]
    return read_turn(asked[-2], desk.settings.default_locale) if len(asked) > 1 else None


def _article_citing(turn: Turn, desk: Desk) -> Article | None:
    """The article that rests on the section the person asks for, when they name one and little else."""
    if not _asks_for_law(turn) or _address(turn) != _section(turn):
        return None
    citing = [article for article in desk.library.articles.values() if _law_asked_for(turn, article)]
    first = [article for article in citing if article.laws[0] is _law_asked_for(turn, article)]
    return next(iter(first or citing), None)


def _asks_for_law(turn: Turn) -> bool:
    """Whether the person names a section and little else."""
    return bool(turn.entity("law_section")) and len(turn.text.split()) <= _FEW_WORDS


def _section(turn: Turn) -> str:
    return str(turn.entity("law_section"))


def _address(turn: Turn) -> str:
    """The section the person names, with the subsection and letter behind it, if any."""
    end = next(int(entity.get("end") or 0) for entity in turn.entities if entity["entity"] == "law_section")
    wanted = f"{_section(turn)} {turn.text[end:].strip(' ?.!')}" if end else _section(turn)
    try:
        return wanted.strip() if Address.parse(wanted).places else _section(turn)
    except NoAddress:
        return _section(turn)


def _law_asked_for(turn: Turn, article: Article) -> LawRef | None:
    """The section the person names, as the article cites it: the one says § 9-3a, the other § 9-3 a."""
    asked = str(turn.entity("law_section")).replace(" ", "")
    return next((law for law in article.laws if law.ref.replace(" ", "") == asked), None)
