"""Everything can be done from the keyboard, and the focus is never lost."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import NOTICE, Widget, answer_once, hold_next, reply_of, says


def _focus_by_tab(page: Page, name: str, key: str = "Shift+Tab") -> None:
    """Press the key until the element of that name has the focus."""
    passed = []
    for _ in range(60):
        page.keyboard.press(key)
        passed.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 60)"))
        if passed[-1] == name:
            return
    raise AssertionError(f"{name!r} was not reached; passed {passed}")


def test_the_focus_stays_in_the_field_while_one_writes(nb: Widget) -> None:
    nb.ask("hei")
    expect(nb.field).to_be_focused()
    expect(nb.field).to_have_value("")
    nb.page.keyboard.type(NOTICE["nb"])
    nb.page.keyboard.press("Enter")
    nb.wait()
    expect(nb.field).to_be_focused()


def test_the_send_button_keeps_the_focus(en: Widget) -> None:
    en.field.focus()
    en.page.keyboard.type("hello")
    en.page.keyboard.press("Tab")
    expect(en.send).to_be_focused()
    en.page.keyboard.press("Enter")
    en.wait()
    expect(en.send).to_be_focused()


def test_shift_and_enter_begin_a_new_line(en: Widget) -> None:
    en.field.focus()
    en.page.keyboard.type("one")
    en.page.keyboard.press("Shift+Enter")
    en.page.keyboard.type("two")
    expect(en.field).to_have_value("one\ntwo")
    expect(en.replies).to_have_count(1)


def test_nothing_is_sent_twice_while_an_answer_is_awaited(en: Widget) -> None:
    release = hold_next(en.page)
    en.field.fill("hello")
    en.field.press("Enter")
    en.field.fill("and more")
    en.field.press("Enter")
    release()
    en.wait()
    expect(en.field).to_have_value("and more")
    expect(en.log.get_by_text("and more")).to_have_count(0)


def test_an_empty_message_is_told_of_and_not_sent(en: Widget) -> None:
    en.field.fill("  ")
    en.field.press("Enter")
    expect(en.page.get_by_role("status")).to_have_text(says("en", "chat.empty"))
    expect(en.field).to_be_focused()


def test_a_choice_is_made_from_the_keyboard(en: Widget) -> None:
    choices = [{"title": "The deposit", "payload": '/show_article{"article_id": "deposit"}'},
               {"title": "None of these", "payload": "/ask_for_human"}]  # fmt: skip
    answer_once(en.page, [reply_of(outcome="clarify", text="Is it one of these?", buttons=choices)])
    en.ask("money")
    group = en.latest.get_by_role("group", name=says("en", "chat.choices"))
    expect(group.get_by_role("button")).to_have_count(2)
    _focus_by_tab(en.page, "The deposit")
    en.page.keyboard.press("Enter")
    en.wait()
    expect(en.latest).to_have_attribute("data-outcome", "answered")
    expect(en.latest.get_by_role("link", name=re.compile("husleieloven § 3-5")).first).to_be_visible()


def test_the_law_part_is_opened_from_the_keyboard(nb: Widget) -> None:
    nb.ask("hvor mye depositum kan utleier kreve?")
    _focus_by_tab(nb.page, says("nb", "button.law"))
    nb.page.keyboard.press("Space")
    nb.wait()
    expect(nb.latest).to_contain_text("Hva loven sier")


def test_a_reply_is_rated_from_the_keyboard(nb: Widget) -> None:
    nb.ask("hvor mye depositum kan utleier kreve?")
    _focus_by_tab(nb.page, says("nb", "chat.yes"))
    nb.page.keyboard.press("Enter")
    thanks = nb.latest.get_by_text(says("nb", "chat.thanks_feedback"))
    expect(thanks).to_be_focused()


def test_one_can_skip_to_the_conversation(nb: Widget) -> None:
    nb.page.keyboard.press("Tab")
    skip = nb.page.get_by_role("link", name=says("nb", "chat.skip"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
