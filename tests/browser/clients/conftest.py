"""The real service with its Socket.IO channel on, and a page of an organisation that may use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.clients.host import Host, running_host
from tests.browser.conftest import Watch, watched_page
from tests.browser.widget.front import content_with_origin
from tests.service import Service, free_port, running_service


@pytest.fixture(scope="package")
def host() -> Iterator[Host]:
    with running_host(free_port()) as running:
        yield running


@pytest.fixture(scope="package")
def service(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    content = content_with_origin(tmp_path_factory.mktemp("clients") / "content", host.origin)
    with running_service(
        content_dir=content, socket_origins=host.origin, public_url="https://bovett.example", rasa_timeout_s=10
    ) as running:
        yield running


@pytest.fixture
def rasa(service: Service) -> str:
    """Rasa's own address; a deployment has a reverse proxy in front of it."""
    return f"http://127.0.0.1:{service.ports['rasa_port']}"


@pytest.fixture
def watch(host: Host, service: Service, rasa: str) -> Watch:
    return Watch((host.origin, host.stranger, service.base, rasa))


@pytest.fixture
def page(browser: Browser, host: Host, watch: Watch, size: dict[str, int]) -> Iterator[Page]:
    """A page of the organisation, which asked nobody else for anything and complained of nothing."""
    with watched_page(browser, host.origin, size, watch) as opened:
        yield opened
