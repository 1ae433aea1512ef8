"""The conversation as a screen reader meets it: roles, names and live regions as Chromium hands them on.

A tree is no screen reader: what is read aloud, and how, has not been heard with NVDA, JAWS, VoiceOver or TalkBack.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from knowledge.reading_order import END, LEFT_TO_RIGHT
from tests.browser.conftest import LOCALES, Watch, hold_next, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher
from tests.browser.widget.sight import accessible_node
from tests.browser.widget.states import CHOICES, LAW, answers, in_a_corner, on_its_own

ANSWERED = """
- log "{log}":
  - article: /{bot}/
  - text: "{you}: hva er depositum?"
  - article:
    - text: "{bot}:"
    - heading "{myth}" [level=3]
    - paragraph: Nei.
    - heading "Depositum" [level=2]
    - paragraph: Kort svar.
    - heading "Gjør dette nå" [level=3]
    - list:
      - listitem: Det ene
      - listitem: Det andre
    - heading "{contacts}" [level=3]
    - list:
      - listitem:
        - strong: Nav
        - 'link "{call}"'
    - heading "{citations}" [level=3]
    - list:
      - listitem:
        - link "husleieloven § 3-5"
    - paragraph
    - heading "{law_text}" [level=3]
    - group: husleieloven § 3-5. Depositum
    - group "{choices}":
      - button "Depositum"
      - button "Husleie"
    - button "{copy}"
    - button "{print}"
    - group "{helpful}":
      - button "{yes}"
      - button "{no}"
"""
KEYS = (
    "log",
    "bot",
    "you",
    "myth",
    "contacts",
    "citations",
    "law_text",
    "choices",
    "copy",
    "print",
    "helpful",
    "yes",
    "no",
)


def _tree(locale: str) -> str:
    words = {key: says(locale, f"chat.{key}") for key in KEYS}
    phone = f"{LEFT_TO_RIGHT}55 55 33 33{END}" if locale in ("ar", "fa") else "55 55 33 33"
    return ANSWERED.format(**words, call=says(locale, "chat.call", phone=phone))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_journey_through_the_tree(page: Page, front: Front, locale: str) -> None:
    """Ask, hear that it is being answered, read the answer, unfold the law, choose, read the next answer."""
    panel = in_a_corner(page, front, locale=locale)
    told = accessible_node(page, panel.button("chat.open"))
    assert (told["role"], told["name"], told["expanded"]) == ("button", says(locale, "chat.open"), False)
    panel.open()
    told = accessible_node(page, panel.within.get_by_role("region"))
    assert told["name"] == "Boligveilederen"
    answers(front, **{**ANSWER, "locale": locale, "myth": "Nei.", "law_text": [LAW], "buttons": CHOICES})
    release = hold_next(page)
    panel.field.fill("hva er depositum?")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("status")).to_have_text(says(locale, "chat.typing"))
    told = accessible_node(page, panel.log)
    assert (told["live"], told["busy"]) == ("polite", True), "nothing is read until all of it is there"
    assert accessible_node(page, panel.button("chat.send"))["disabled"] is True
    release()
    expect(panel.within).to_match_aria_snapshot(_tree(locale))
    told = accessible_node(page, panel.log)
    assert (told["role"], told["live"], told["atomic"], told["relevant"]) == ("log", "polite", False, "additions text")
    assert not told.get("busy")
    expect(panel.within.get_by_role("status")).to_be_empty()
    summary = panel.latest.locator("summary")
    assert accessible_node(page, summary)["expanded"] is False
    summary.press("Enter")
    assert accessible_node(page, summary)["expanded"] is True
    answers(front, locale=locale, text="Neste svar.")
    panel.latest.get_by_role("group", name=says(locale, "chat.choices")).get_by_role("button", name="Husleie").press(
        "Enter"
    )
    expect(panel.log).to_match_aria_snapshot(
        f'- text: "{says(locale, "chat.you")}: Husleie"\n- article:\n  - text: "{says(locale, "chat.bot")}:"\n  - paragraph: Neste svar.'
    )


def test_what_fails_is_told_at_once(page: Page, front: Front, watch: Watch) -> None:
    watch.failures_expected = True
    panel = in_a_corner(page, front).open()
    front.rasa.status = 500
    panel.ask("feil")
    alert = panel.within.get_by_role("alert")
    told = accessible_node(page, alert)
    assert (told["role"], told["live"]) == ("alert", "assertive")
    expect(alert).to_match_aria_snapshot(f'- alert:\n  - paragraph\n  - button "{says("nb", "chat.retry")}"')
    expect(panel.latest.get_by_role("link").first).to_be_visible()


def test_a_dialog_is_one_and_has_a_name(page: Page, front: Front) -> None:
    panel = in_a_corner(page, front).open()
    panel.tools()
    assert accessible_node(page, panel.button("chat.menu"))["expanded"] is True
    panel.button("chat.stored").click()
    told = accessible_node(page, panel.within.get_by_role("dialog"))
    assert (told["role"], told["modal"], told["name"]) == ("dialog", True, says("nb", "chat.stored_title"))


def test_our_own_page_has_its_landmarks(page: Page, front: Front) -> None:
    on_its_own(page, front)
    expect(page.locator("body")).to_match_aria_snapshot(f"""
- link "{says("nb", "chat.skip")}"
- banner:
  - heading "Bovett" [level=1]
  - navigation "{says("nb", "chat.language")}"
- main:
  - button "{says("nb", "chat.leave")}"
  - log "{says("nb", "chat.log")}"
  - group "{says("nb", "chat.topics")}"
  - group "{says("nb", "chat.openings")}"
  - status
  - textbox "{says("nb", "chat.input")}"
  - button "{says("nb", "chat.send")}"
- contentinfo:
  - navigation "{says("nb", "page.more")}"
""")


def test_each_widget_of_several_is_a_region_with_the_name_of_its_site(page: Page, front: Front) -> None:
    elements = "".join(f'<bovett-chat site="{site}" open></bovett-chat>' for site in ("kommune", "leieboerforening"))
    hosted(page, front, f'<script src="{{src}}" async></script>{elements}')
    for name in ("Boligveilederen", "Spør leieboerforeningen"):
        expect(page.get_by_role("region", name=name).get_by_role("log")).to_be_visible()


def test_a_launcher_that_is_closed_hides_what_is_in_it(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page)
    expect(panel.button("chat.open")).to_be_visible()
    expect(panel.within).to_match_aria_snapshot(f'- button "{says("nb", "chat.open")}"')
    assert "log" not in panel.within.aria_snapshot()
