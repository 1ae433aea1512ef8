"""Letters to fill in: a form that works without JavaScript, and the file that comes of it. Nothing is kept."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from flask import Blueprint, Response, abort, make_response, render_template, request, send_file
from werkzeug.wrappers import Response as AnyResponse

from knowledge.languages import SOURCE_LOCALE
from knowledge.letters.docx import letter_docx
from knowledge.letters.errors import Unprintable
from knowledge.letters.fill import FilledLetter, filled
from knowledge.letters.letter import Letter, side_by_side
from knowledge.letters.pdf import letter_pdf
from knowledge.letters.plain import letter_text
from knowledge.letters.values import Values, read_values
from web.chat.request_data import check_rate, read_locale
from web.desk import desk
from web.errors import ApiError
from web.page import surroundings
from web.pages.letter_form import LetterForm
from web.pages.own import as_own, asked_site

letters = Blueprint("letters", __name__)

_FILL, _PREVIEW = "fill", "preview"
_MAKERS = {
    "pdf": ("application/pdf", letter_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", letter_docx),
    "txt": ("text/plain", lambda letter: letter_text(letter).encode()),
}


@letters.get("/letters/<letter_id>")
def show_letter(letter_id: str) -> AnyResponse:
    """The form, empty but for the date of today."""
    letter = _letter(letter_id)
    return _page(LetterForm(letter, asked_language(), _today(letter), Values({}, {})))


@letters.post("/letters/<letter_id>")
def make_letter(letter_id: str) -> AnyResponse:
    """The file asked for; the form again with what is wrong, or with the letter as it will be.

    "fill" opens the form with what a guide knows: a page without scripts cannot read it from behind the # of the address.
    """
    letter = _letter(letter_id)
    spoken = asked_language()
    wanted = request.form.get("format", "")
    raw = {**(_today(letter) if wanted == _FILL else {}), **request.form.to_dict()}
    form = LetterForm(letter, spoken, raw, read_values(letter, raw))
    if wanted == _FILL:  # costs nothing, as the empty form
        return _page(form)
    try:
        check_rate()
    except ApiError as error:  # what was filled in must not be lost over it
        answer = _page(form.with_error(f"error.{error.code}"), error.status)
        answer.headers["Retry-After"] = str(error.values["retry_after_s"])
        return answer
    if wanted not in (*_MAKERS, _PREVIEW):
        return _page(form.with_error("letter.error.format"), 422)
    if form.values.problems:
        return _page(form, 422)
    if wanted == _PREVIEW:
        return _page(form)
    try:
        return _file(letter, spoken, form.values, wanted, only_norwegian="only_norwegian" in raw)
    except Unprintable as error:
        key = "letter.error.unprintable" if error.characters else "letter.error.undrawable"
        return _page(form.with_error(key, characters=error.characters[:40]), 422)


def asked_language() -> str:
    """The language of the address, else of the browser, else the default; raises ApiError for an unknown one."""
    languages = desk().library.languages
    asked = read_locale({"locale": request.args.get("locale")})
    preferred = request.accept_languages.best_match(list(languages.by_locale))
    return asked or preferred or desk().settings.default_locale


def filled_for(letter: Letter, values: Values, locales: tuple[str, ...]) -> FilledLetter:
    """The letter with these values, as of today."""
    return filled(letter, values, locales, desk().library, desk().messages, date.today())


def as_download(data: bytes, kind: str, name: str, attached: bool = True) -> Response:
    """A file to keep, never stored on the way."""
    answer = send_file(BytesIO(data), mimetype=kind, as_attachment=attached, download_name=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _letter(letter_id: str) -> Letter:
    found = desk().library.letters.get(letter_id)
    if found is None:
        abort(404)
    return found


def _today(letter: Letter) -> dict[str, str]:
    return {letter.dated: date.today().isoformat()} if letter.dated else {}


def _file(letter: Letter, spoken: str, values: Values, wanted: str, only_norwegian: bool) -> Response:
    locales = side_by_side(letter.texts, spoken, desk().library.languages)
    if only_norwegian:
        locales = locales[:1]
    kind, make = _MAKERS[wanted]
    return as_download(make(filled_for(letter, values, locales)), kind, f"{letter.id}.{wanted}")


def _page(form: LetterForm, status: int = 200) -> AnyResponse:
    site = asked_site()
    composer = desk().composer(form.spoken, site.id)
    languages = desk().library.languages
    locales = side_by_side(form.letter.texts, form.spoken, languages)
    text = form.letter.text_for(composer.locale)
    html = render_template(
        "letter.html",
        letter=form.letter,
        text=text,
        advice=[composer.filled(line, text.locale) for line in text.advice],
        norwegian=form.letter.texts[SOURCE_LOCALE] if len(locales) > 1 else None,
        locale=composer.locale,
        languages=languages,
        rows=form.rows(composer),
        errors=form.errors(composer),
        sides=filled_for(form.letter, form.values, locales).sides,
        citations=[(law, desk().library.laws.url(law.ref)) for law in form.letter.citations],
        date_text=composer.date_text,
        say=composer.say,
        only_norwegian="only_norwegian" in form.raw,
        site=site,
        sites=[site.id] if "site" in request.args else list(desk().library.sites),
        **surroundings(composer),
    )
    return as_own(make_response(html, status), site)


from web.pages import papers  # noqa: E402, F401 - its routes register themselves
