"""Endpoints and credentials name classes of ours that exist, and hold no secret and no foreign address."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from rasa.core.channels.channel import InputChannel
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.core.tracker_store import TrackerStore

from tests.unit.bot.conftest import BOT, read_bot_file

ENDPOINTS, CREDENTIALS = read_bot_file("endpoints.yml"), read_bot_file("credentials.yml")


def _class(name: str) -> Any:
    module, kind = name.rsplit(".", 1)
    return getattr(importlib.import_module(module), kind)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)
    else:
        yield str(node)


@pytest.mark.parametrize(("part", "base"), [("nlg", NaturalLanguageGenerator), ("tracker_store", TrackerStore)])
def test_an_endpoint_is_a_class_that_rasa_takes(part: str, base: type) -> None:
    assert issubclass(_class(ENDPOINTS[part]["type"]), base)


def test_the_action_server_is_named_by_the_environment() -> None:
    assert ENDPOINTS["action_endpoint"] == {"url": "${BOVETT_ACTIONS_WEBHOOK}"}


def test_no_address_is_written_down() -> None:
    assert not [text for text in _texts(ENDPOINTS) if "://" in text]


def test_our_channels_are_the_only_ones() -> None:
    """Rasa's own REST channel asks for no secret, its Socket.IO channel for no origin."""
    assert list(CREDENTIALS) == ["nlu.channel.BovettInput", "nlu.socket_channel.BovettSocketInput"]


@pytest.mark.parametrize("name", CREDENTIALS)
def test_a_channel_is_a_class_that_rasa_takes(name: str) -> None:
    assert issubclass(_class(name), InputChannel)


def test_credentials_hold_nothing() -> None:
    assert set(CREDENTIALS.values()) == {None}


def test_there_is_no_python_here() -> None:
    assert list(BOT.rglob("*.py")) == []
