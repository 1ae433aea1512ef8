"""Compiling and reading message catalogues."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from knowledge.catalogues import catalogue_paths, compile_stale, fuzzy_in, messages_of
from knowledge.messages import Messages
from knowledge.settings import Settings

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "chat.send"
msgstr "Send"

#, fuzzy
msgid "chat.you"
msgstr "You"

msgid "chat.bot"
msgstr ""
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "en" / "LC_MESSAGES" / "bovett.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, "utf-8")
    return path


def test_every_catalogue_of_the_folder_is_found(tmp_path: Path, catalogue: Path) -> None:
    assert catalogue_paths(tmp_path) == [catalogue]


def test_a_catalogue_never_compiled_is_compiled(tmp_path: Path, catalogue: Path) -> None:
    assert compile_stale(tmp_path) == ["en"]
    assert Messages(tmp_path).text("chat.send", "en") == "Send"


def test_a_compiled_catalogue_is_left_alone(tmp_path: Path, catalogue: Path) -> None:
    compile_stale(tmp_path)
    assert compile_stale(tmp_path) == []


def test_a_changed_catalogue_is_compiled_again(tmp_path: Path, catalogue: Path) -> None:
    compile_stale(tmp_path)
    catalogue.write_text(CATALOGUE.replace('"Send"', '"Post"'), "utf-8")
    os.utime(catalogue, (2e9, 2e9))
    assert compile_stale(tmp_path) == ["en"]
    assert Messages(tmp_path).text("chat.send", "en") == "Post"


def test_messages_are_read_without_the_header(catalogue: Path) -> None:
    assert messages_of(catalogue) == {"chat.send": "Send", "chat.you": "You", "chat.bot": ""}


def test_fuzzy_messages_are_told(catalogue: Path) -> None:
    assert list(fuzzy_in(catalogue)) == ["chat.you"]


def test_every_served_language_has_the_same_messages(locales_dir: Path) -> None:
    keys = {path.parent.parent.name: set(messages_of(path)) for path in catalogue_paths(locales_dir)}
    assert all(found == keys["nb"] for found in keys.values())


# What talks with people, by the word that tells them so, and words that stood beside it.
MACHINE = {"nb": ("maskin", ()), "nn": ("maskin", ()), "en": ("machine", ()), "uk": ("машин", ("програма",)),
           "ar": ("آلة", ("برنامج",)), "fa": ("برنام", ("کامپیوتر ", "دستیار"))}  # fmt: skip
TELLING = ("chat.machine", "chat.welcome", "chat.youth.welcome", "utter_is_bot", "page.shown.made")


@pytest.mark.parametrize("locale", MACHINE)
def test_the_machine_has_one_name(locale: str) -> None:
    name, others = MACHINE[locale]
    settings = Settings()
    with (settings.locales_dir / locale / "LC_MESSAGES" / "bovett.po").open("rb") as file:
        catalogue = read_po(file)
    pages = [settings.content_dir / "pages" / page / f"{locale}.md" for page in ("about", "privacy")]
    texts = [str(catalogue[key].string) for key in TELLING] + [page.read_text("utf-8") for page in pages]
    for text in texts:
        assert name in text, text[:60]
        assert not any(other in text for other in others), text[:60]
