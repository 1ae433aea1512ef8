"""One running service for all tests that only talk to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.client import Conversation
from tests.service import Service, running_service


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    with running_service() as running:
        yield running


@pytest.fixture
def conversation(service: Service) -> Conversation:
    return Conversation(service.api)
