"""An error as a page: what is wrong, where to go on, whom to call; danger first."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, g, make_response, request
from flask.globals import request_ctx

from knowledge.compose import Composer
from knowledge.reply import Reply
from web.page import Frame, page

_FOR_PROGRAMS = ("/api/", "/static/", "/messages/", "/sites/")


@dataclass(frozen=True)
class Problem:
    """What is told to a person."""

    status: int
    message: str
    dangers: tuple[Reply, ...]  # fixed texts for danger that the person wrote of


def reader_is_a_person() -> bool:
    """Whether a browser asks for a page; what asks for data, or for anything, gets data."""
    if request_ctx.url_adapter is None:
        return False  # the host is none, so that no address of a page can be made
    if "tell" in g:
        return True
    accepted = request.accept_mimetypes
    wants_page = accepted.quality("text/html") > accepted.quality("application/json")
    return wants_page and not request.path.startswith(_FOR_PROGRAMS)


def error_page(problem: Problem, composer: Composer) -> Response:
    """The page; a page that knows better how to tell it puts a function of the problem into `g.tell`."""
    tell = g.pop("tell", None)
    html = tell(problem) if tell else _page(problem, composer)
    answer = make_response(html, problem.status)
    answer.headers["Cache-Control"] = "no-store"
    answer.vary.add("Accept")
    return answer


def _page(problem: Problem, composer: Composer) -> str:
    is_lost = problem.status == 404
    lead = composer.say("page.lost" if is_lost else "page.failed")
    frame = Frame(problem.message.rstrip("."))
    dangers = [reply.as_dict() for reply in problem.dangers]
    return page("error.html", composer, frame, lead=lead, dangers=dangers, people=composer.human_contacts())
