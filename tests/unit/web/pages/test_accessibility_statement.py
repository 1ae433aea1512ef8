"""The accessibility statement: the same parts in every language, and counts that agree with docs/wcag.md."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from knowledge.controller import Controller
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.public_pages import PublicPages
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.html_page import HtmlPage
from tests.unit.web.test_wcag_table import ROWS

# Without breaches there is no part on what they mean for people: it stands after DEGREE when there are some.
ABOUT, DEGREE, FEEDBACK, COMPLAINT, STATUS, *PRINCIPLES, FAULTS, TESTED, UNTESTED, STATEMENT = range(1, 14)
HEADINGS = {
    "nb": [
        "Om løsningen",
        "I hvilken grad følger Bovett kravene?",
        "Si fra om det som ikke virker",
        "Klage",
        "Status for kravene",
        "Prinsipp 1: Mulig å oppfatte",
        "Prinsipp 2: Mulig å betjene",
        "Prinsipp 3: Forståelig",
        "Prinsipp 4: Robust",
        "Andre mangler vi vet om",
        "Slik er det prøvd",
        "Dette er ikke prøvd",
        "Om erklæringen",
    ],
    "nn": [
        "Om løysinga",
        "I kva grad følgjer Bovett krava?",
        "Sei frå om det som ikkje verkar",
        "Klage",
        "Status for krava",
        "Prinsipp 1: Mogleg å oppfatte",
        "Prinsipp 2: Mogleg å betene",
        "Prinsipp 3: Forståeleg",
        "Prinsipp 4: Robust",
        "Andre manglar vi veit om",
        "Slik er det prøvd",
        "Dette er ikkje prøvd",
        "Om erklæringa",
    ],
    "en": [
        "What this is about",
        "How far does Bovett meet the requirements?",
        "Tell us what does not work",
        "Complaints",
        "Status of the requirements",
        "Principle 1: Perceivable",
        "Principle 2: Operable",
        "Principle 3: Understandable",
        "Principle 4: Robust",
        "Other faults we know of",
        "How it was tested",
        "What was not tested",
        "About this statement",
    ],
    "uk": [
        "Про що ця заява",
        "Наскільки Bovett відповідає вимогам?",
        "Повідомте, що не працює",
        "Скарга",
        "Стан за вимогами",
        "Принцип 1: Сприйнятність",
        "Принцип 2: Керованість",
        "Принцип 3: Зрозумілість",
        "Принцип 4: Надійність",
        "Інші недоліки, про які ми знаємо",
        "Як це перевірено",
        "Що не перевірено",
        "Про заяву",
    ],
    "ar": [
        "عمّ هذا البيان",
        "إلى أي حد يستوفي Bovett المتطلبات؟",
        "أبلغ عمّا لا يعمل",
        "الشكوى",
        "حالة المتطلبات",
        "المبدأ 1: قابلية الإدراك",
        "المبدأ 2: قابلية التشغيل",
        "المبدأ 3: قابلية الفهم",
        "المبدأ 4: المتانة",
        "عيوب أخرى نعرفها",
        "كيف جرى الفحص",
        "ما الذي لم يُفحص",
        "عن هذا البيان",
    ],
    "fa": [
        "این بیانیه دربارهٔ چیست",
        "تا چه اندازه Bovett شرط‌ها را رعایت می‌کند؟",
        "آنچه را کار نمی‌کند خبر دهید",
        "شکایت",
        "وضعیت شرط‌ها",
        "اصل 1: قابل درک",
        "اصل 2: قابل استفاده",
        "اصل 3: قابل فهم",
        "اصل 4: پایدار",
        "کمبودهای دیگری که می‌دانیم",
        "آزمایش‌هایی که انجام شده است",
        "چیزهایی که آزمایش نشده است",
        "دربارهٔ این بیانیه",
    ],
}
NEW_IN_2_2 = {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}
NOT_IN_LAW = {"1.2.3", "1.2.4"}
ONLY_IN_2_1 = "4.1.1"  # counted by the law, no row of WCAG 2.2
LAW = {row[0]: row[3] for row in ROWS if row[0] not in NEW_IN_2_2 | NOT_IN_LAW} | {ONLY_IN_2_1: "Met."}
BREACHES = [row[0] for row in ROWS if row[3].startswith("Breach: ")]
OWNER = Controller("The tenants' office", "https://office.example/privacy", "100 000 008", "help@office.example")


@pytest.fixture(scope="module")
def pages(real: Library) -> PublicPages:
    return PublicPages.read(Settings().content_dir / "pages", real.languages)


def _bodies(pages: PublicPages, locale: str) -> list[str]:
    return [body for _, body in pages.texts["accessibility"][locale].sections]


def _criteria(text: str) -> list[str]:
    return re.findall(r"(?<![\d.])\d\.\d\.\d+", text)


def _counts(text: str) -> list[int]:
    """The whole numbers, without addresses and the numbers of criteria and versions."""
    text = re.sub(r"\]\(.*?\)", "]", text)
    return [int(number) for number in re.findall(r"\d+", re.sub(r"\d+(?:\.\d+)+", "", text))]


@pytest.mark.parametrize("locale", HEADINGS)
def test_the_parts_come_in_the_order_of_the_norwegian_statements(pages: PublicPages, locale: str) -> None:
    assert [heading for heading, _ in pages.texts["accessibility"][locale].sections] == ["", *HEADINGS[locale]]


def test_every_language_served_is_tried_here(real: Library) -> None:
    assert sorted(HEADINGS) == sorted(language.locale for language in real.languages.served)


@pytest.mark.parametrize("locale", HEADINGS)
def test_it_names_the_breaches_of_the_table_and_no_other_criterion(pages: PublicPages, locale: str) -> None:
    bodies = _bodies(pages, locale)
    assert _criteria("\n".join(bodies)) == BREACHES
    for number, place in enumerate(PRINCIPLES, 1):
        items = re.findall(r"^- (\S+)", bodies[place], re.MULTILINE)
        assert items == [breach for breach in BREACHES if breach.startswith(f"{number}.")]


@pytest.mark.parametrize("locale", HEADINGS)
def test_its_counts_are_those_of_the_table(pages: PublicPages, locale: str) -> None:
    """Breaches of so many criteria that the law names; so many more in WCAG 2.2; the same for each principle."""
    bodies = _bodies(pages, locale)
    assert not NEW_IN_2_2 & set(BREACHES), "the statement says that it knows of none"
    assert _counts(bodies[DEGREE]) == [len(BREACHES), len(LAW), len(NEW_IN_2_2)]
    for number, place in enumerate(PRINCIPLES, 1):
        asked = {criterion: how for criterion, how in LAW.items() if criterion.startswith(f"{number}.")}
        broken = [breach for breach in BREACHES if breach in asked]
        left_out = [how for how in asked.values() if how.startswith("Not applicable")]
        expected = [len(broken), len(asked), *([len(left_out)] if left_out else [])]
        assert _counts(bodies[place]) == expected, HEADINGS[locale][place - 1]


def test_the_law_asks_for_48() -> None:
    assert len(LAW) == 48


@pytest.mark.parametrize("locale", HEADINGS)
def test_it_names_who_is_responsible_and_where_to_write(
    whole_app: Flask, messages: Messages, pages: PublicPages, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page_of(OWNER, whole_app, pages, locale, monkeypatch)
    owner = messages.text("page.owner.numbered", locale, name=OWNER.name, number="100 000 008")
    assert owner in page.words("li")
    assert "mailto:help@office.example" in {tag["href"] for tag in page.of("a")}
    assert f"http://localhost/{locale}/" in {tag["href"] for tag in page.of("a")}


@pytest.mark.parametrize(
    ("controller", "owner", "feedback"),
    [
        (None, "page.owner.unnamed", "page.feedback.unnamed"),
        (replace(OWNER, number=None, feedback=None), "page.owner.named", "page.feedback.named"),
    ],
)
def test_what_is_not_known_is_said(
    controller: Controller | None,
    owner: str,
    feedback: str,
    whole_app: Flask,
    messages: Messages,
    pages: PublicPages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = _page_of(controller, whole_app, pages, "en", monkeypatch)
    assert messages.text(owner, "en", name=OWNER.name) in page.words("li")
    assert any(words.startswith(messages.text(feedback, "en", name=OWNER.name)) for words in page.words("li"))


def test_a_site_has_a_statement_of_its_own_name_and_address(
    content: Path, edit: Callable[[str, str, str], Path], client_with: MakeClient
) -> None:
    edit("pages/privacy/en.md", "## Mer", "## Mer\n{{owner}} {{feedback}} [{{home}}]({{home}}) {{updated}}.\n")
    controller = (
        "controller: {name: A town, address: a@town.example, number: 100000008, feedback: https://town.example/}"
    )
    edit("sites/town.yaml", "contacts: [tenant-help]\n", f"contacts: [tenant-help]\n{controller}\n")
    page = HtmlPage(client_with(content_dir=content).get("/en/privacy?site=town").get_data(as_text=True))
    said = " ".join(page.words("p"))
    assert "Responsible: A town, organisation number 100 000 008. Write to A town on" in said
    assert "http://localhost/s/town/en 20 November 2026." in said
    assert {"https://town.example/", "http://localhost/s/town/en"} <= {tag["href"] for tag in page.of("a")}


def _page_of(
    controller: Controller | None, app: Flask, pages: PublicPages, locale: str, monkeypatch: pytest.MonkeyPatch
) -> HtmlPage:
    sites = app.extensions["bovett"].library.sites
    monkeypatch.setitem(sites, "bovett", replace(sites["bovett"], controller=controller))
    address = f"/{locale}/{pages.addresses['accessibility'][locale]}"
    return HtmlPage(app.test_client().get(address).get_data(as_text=True))
