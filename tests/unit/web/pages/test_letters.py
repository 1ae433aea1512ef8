"""Letters on the web: a form without JavaScript, a file in return."""

from __future__ import annotations

import io
import re

import docx
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from knowledge.letters.values import LIMITS
from tests.unit.web.conftest import MakeClient, assert_error
from tests.unit.web.html_page import HtmlPage
from tests.unit.web.pages.letter_page import GIVEN, MARK, PAGE, form_of, send


@pytest.mark.parametrize(("locale", "direction"), [("nb", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_the_page_says_its_language_and_direction(client: FlaskClient, locale: str, direction: str) -> None:
    page = form_of(client, locale)
    assert (page.of("html")[0]["lang"], page.of("html")[0]["dir"]) == (locale, direction)


@pytest.mark.parametrize("locale", ["nb", "en", "ar"])
def test_every_field_has_its_label_and_what_the_browser_may_fill_in(client: FlaskClient, locale: str) -> None:
    page = form_of(client, locale)
    fields = {row["name"]: row for row in page.of("input", "textarea") if "data-field" in row}
    assert list(fields) == [
        "name",
        "address",
        "landlord",
        "paid",
        "months",
        "paid_on",
        "was_cold",
        "reasons",
        "written_on",
    ]
    labels = [row["for"] for row in page.of("label")]
    assert set(fields) <= set(labels)
    assert (fields["name"]["autocomplete"], fields["address"]["autocomplete"]) == ("name", "street-address")
    assert fields["landlord"]["autocomplete"] == "off"
    assert fields["paid_on"]["type"] == "date"
    assert fields["was_cold"]["type"] == "checkbox"
    assert fields["name"]["maxlength"] == str(LIMITS["text"])
    ids = [row["id"] for _, row in page.tags if "id" in row]
    assert len(ids) == len(set(ids))


def test_the_norwegian_stands_beside_every_label_of_another_language(client: FlaskClient) -> None:
    page = form_of(client, "ar")
    assert page.text("label", for_="paid_on") == "يوم الدفع Dagen du betalte"
    spans = [row for row in page.of("span") if row.get("class") == "norwegian"]
    assert len(spans) == 9
    assert all((row["lang"], row["dir"]) == ("nb", "ltr") for row in spans)
    assert not [row for row in form_of(client, "nb").of("span") if row.get("class") == "norwegian"]


def test_both_texts_are_shown_each_in_its_language_with_lines_for_what_is_missing(client: FlaskClient) -> None:
    page = form_of(client, "ar")
    sides = [row for row in page.of("div") if "lang" in row]
    assert [(row["lang"], row["dir"]) for row in sides] == [("nb", "ltr"), ("ar", "rtl")]
    assert "Jeg betalte ________ (Det du betalte)" in page.text("div", lang="nb")


def test_the_page_needs_no_script_and_says_that_nothing_is_stored(client: FlaskClient) -> None:
    page = form_of(client)
    (form,) = [row for row in page.of("form") if row.get("id") == "form"]
    assert (form["method"], form["action"], form["enctype"]) == ("post", f"{PAGE}?locale=nb", "multipart/form-data")
    buttons = [row["value"] for row in page.of("button") if row.get("name") == "format"]
    assert buttons == ["preview", "pdf", "docx", "txt"]
    assert "Ingenting blir lagret" in page.text("p", class_="private")
    assert [row["src"] for row in page.of("script")] == ["/static/letter.js"]
    assert "Set-Cookie" not in client.get(PAGE).headers


def test_the_date_of_the_letter_is_offered_and_nothing_else(client: FlaskClient) -> None:
    values = {
        row["name"]: row["value"] for row in form_of(client).of("input") if row.get("value") and "data-field" in row
    }
    assert set(values) == {"written_on", "was_cold"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", values["written_on"])


def test_a_pdf_comes_back(client: FlaskClient) -> None:
    answer = send(client, "en", format="pdf", **GIVEN)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == "attachment; filename=rent-back.pdf"
    text = PdfReader(io.BytesIO(answer.data)).pages[0].extract_text()
    assert MARK in text
    assert "Claim for" in text


def test_a_word_file_comes_back(client: FlaskClient) -> None:
    answer = send(client, "ar", format="docx", **GIVEN)
    assert answer.headers["Content-Disposition"] == "attachment; filename=rent-back.docx"
    assert any(MARK in paragraph.text for paragraph in docx.Document(io.BytesIO(answer.data)).paragraphs)


def test_plain_text_comes_back(client: FlaskClient) -> None:
    answer = send(client, "en", format="txt", **GIVEN)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.get_data(as_text=True).startswith(f"Fra:\nKari {MARK}\n")
    assert "Kind regards" in answer.get_data(as_text=True)


def test_the_norwegian_text_alone_can_be_had(client: FlaskClient) -> None:
    text = send(client, "en", format="txt", only_norwegian="1", **GIVEN).get_data(as_text=True)
    assert "Med hilsen" in text
    assert "Kind regards" not in text


def test_the_letter_can_be_looked_at_before_it_is_fetched(client: FlaskClient) -> None:
    answer = send(client, "en", format="preview", **GIVEN)
    page = HtmlPage(answer.get_data(as_text=True))
    assert answer.status_code == 200
    assert "Jeg betalte 12 500 kroner den 3. mars 2026" in page.text("div", lang="nb").replace("\u00a0", " ")
    kept = {row["name"]: row.get("value") for row in page.of("input") if "data-field" in row}
    assert (kept["name"], kept["paid_on"], kept["paid"]) == (GIVEN["name"], "2026-03-03", "12 500")


def _values(page: HtmlPage) -> dict[str, str | None]:
    """What stands in the fields; a tick is its presence."""
    fields = [row for row in page.of("input") if "data-field" in row]
    return {row["name"]: row.get("value") for row in fields if row["type"] != "checkbox" or "checked" in row}


@pytest.mark.parametrize(("tick", "is_ticked"), [("1", True), ("0", False), ("false", False), ("", False)])
def test_what_a_guide_knows_opens_the_form_with_it(client: FlaskClient, tick: str, is_ticked: bool) -> None:
    answer = send(client, "en", format="fill", paid="12500", paid_on="2026-03-03", was_cold=tick)
    page = HtmlPage(answer.get_data(as_text=True))
    values = _values(page)
    assert answer.status_code == 200
    assert (values["paid"], values["paid_on"], "was_cold" in values) == ("12500", "2026-03-03", is_ticked)
    assert values["written_on"] == _values(form_of(client))["written_on"], "the letter has the date of today"
    assert "12 500 kroner den 3. mars 2026" in page.text("div", lang="nb").replace("\u00a0", " ")


def test_opening_a_filled_form_costs_nothing_and_asks_for_nothing_more(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute")
    assert [send(client, format="fill", paid="1").status_code for _ in range(3)] == [200] * 3
    assert 'role="alert"' not in send(client, format="fill").get_data(as_text=True)


def test_what_is_wrong_is_told_at_its_field_and_nothing_written_is_lost(client: FlaskClient) -> None:
    answer = send(client, "en", format="pdf", **{**GIVEN, "paid": "mange", "paid_on": "i går"})
    page = HtmlPage(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert page.text("div", role="alert").startswith("Something must be corrected")
    assert page.text("p", id="paid-problem") == "Write a number in digits, for example 12500."
    fields = {row["name"]: row for row in page.of("input") if "data-field" in row}
    assert fields["paid"]["aria-describedby"] == "paid-problem"
    assert fields["paid"]["aria-invalid"] == "true"
    assert fields["paid"]["value"] == "mange"
    assert fields["name"]["value"] == GIVEN["name"]
    assert [row["href"] for row in page.of("a") if row["href"].startswith("#p")] == ["#paid", "#paid_on"]


def test_characters_that_no_font_has_are_told_and_other_formats_take_them(client: FlaskClient) -> None:
    answer = send(client, format="pdf", **{**GIVEN, "name": "漢字"})
    assert answer.status_code == 422
    assert "Disse tegnene kan ikke stå i en PDF: 漢字." in answer.get_data(as_text=True)
    assert send(client, format="docx", **{**GIVEN, "name": "漢字"}).status_code == 200


@pytest.mark.parametrize("wanted", ["", "html", "PDF"])
def test_an_unknown_format_is_told(client: FlaskClient, wanted: str) -> None:
    answer = send(client, format=wanted, **GIVEN)
    assert answer.status_code == 422
    assert "Velg PDF, Word eller tekst." in answer.get_data(as_text=True)


def test_a_text_too_long_is_told(client: FlaskClient) -> None:
    assert send(client, format="pdf", name="x" * 201).status_code == 422
    assert_error(send(client, format="pdf", name="x" * 40_000), 413, "too_large")


HOSTILE = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "</textarea><b>", "' onfocus='x"]


@pytest.mark.parametrize("value", HOSTILE)
def test_what_was_sent_comes_back_as_text_only(client: FlaskClient, value: str) -> None:
    html = send(client, format="preview", **{**GIVEN, "name": value, "reasons": value}).get_data(as_text=True)
    clean = send(client, format="preview", **{**GIVEN, "name": "Kari", "reasons": "Kari"}).get_data(as_text=True)
    assert [tag for tag, _ in HtmlPage(html).tags] == [tag for tag, _ in HtmlPage(clean).tags]
    assert "7*7" in html or "7*7" not in value


def test_letters_and_languages_that_do_not_exist_are_told(client: FlaskClient) -> None:
    assert_error(client.get("/letters/nothing"), 404, "not_found")
    assert_error(client.post("/letters/nothing"), 404, "not_found")
    assert_error(client.get(f"{PAGE}?locale=xx"), 422, "unknown_locale")
    assert_error(client.put(PAGE), 405, "method_not_allowed")


def test_a_language_that_is_not_served_gets_its_fallback(client: FlaskClient) -> None:
    assert form_of(client, "pl").of("html")[0]["lang"] == "en"


def test_the_browser_tells_the_language_when_the_address_does_not(client: FlaskClient) -> None:
    html = client.get(PAGE, headers={"Accept-Language": "ar"}).get_data(as_text=True)
    assert HtmlPage(html).of("html")[0]["lang"] == "ar"


def test_too_many_letters_are_stopped(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute")
    answers = [send(client, format="txt", **GIVEN).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert 0 < int(send(client, format="txt", **GIVEN).headers["Retry-After"]) <= 60
    assert client.get(PAGE).status_code == 200, "the form itself costs nothing"


def test_one_can_leave_at_once(client: FlaskClient) -> None:
    for answer in (client.get(f"{PAGE}?locale=nb"), send(client, format="preview", **GIVEN), send(client, format="")):
        page = HtmlPage(answer.get_data(as_text=True))
        assert {"method": "post", "action": "/nb/chat/leave"}.items() <= page.of("form")[0].items()
        assert "form-action 'self' https://www.yr.no/;" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "same-origin", "else browsers send the form's Origin as null"
    assert page.text("button") == "Forlat siden raskt", "the first button of the page"
    assert client.post("/nb/chat/leave").headers["Location"] == page.of("form")[0]["data-leave-to"]


def test_the_foot_is_that_of_every_other_page(client: FlaskClient) -> None:
    def foot(path: str) -> list[tuple[str, dict[str, str]]]:
        page = HtmlPage(client.get(path).get_data(as_text=True))
        start = next(number for number, (name, _) in enumerate(page.tags) if name == "footer")
        return page.tags[start + 1 :]

    assert foot(f"{PAGE}?locale=nb") == foot("/nb/rettigheter/")
    assert {"href": "/nb/personvern"} in [attributes for _, attributes in foot(f"{PAGE}?locale=nb")]


def test_a_letter_of_a_site_stays_with_it(client: FlaskClient) -> None:
    page = HtmlPage(client.get(f"{PAGE}?locale=nb&site=town").get_data(as_text=True))
    ours = [row["href"] for row in page.of("a") if row["href"].startswith("/") and "rettigheter" not in row["href"]]
    assert all("site=town" in href or href.startswith("/s/town/") for href in ours), ours
    assert [form["action"] for form in page.of("form")] == [
        "/nb/chat/leave?site=town",
        f"{PAGE}?locale=nb&site=town",
    ]
    assert page.of("form")[0]["data-sites"] == "town"
    assert client.get(f"{PAGE}?site=nowhere").status_code == 200, "help comes first"


def test_search_engines_pass_letters_over(client: FlaskClient) -> None:
    assert {"name": "robots", "content": "noindex"} in form_of(client).of("meta")


def test_the_real_protest_is_there_in_every_language(whole: FlaskClient) -> None:
    for locale in ("nb", "nn", "en", "uk", "ar", "fa"):
        page = HtmlPage(whole.get(f"/letters/protest?locale={locale}").get_data(as_text=True))
        assert "received_on" in {row.get("name") for row in page.of("input")}
