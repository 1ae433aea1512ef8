"""The application over the content that people are answered from, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from knowledge.settings import Settings
from web import create_app


@pytest.fixture(scope="session")
def whole_app(locales_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(locales_dir=locales_dir, var_dir=tmp_path_factory.mktemp("var")))


@pytest.fixture
def whole(whole_app: Flask) -> FlaskClient:
    return whole_app.test_client()


@pytest.fixture
def begun(client: FlaskClient) -> FlaskClient:
    """A browser with a conversation."""
    client.post("/nb/chat", data={"text": "hvor stort depositum?"})
    return client
