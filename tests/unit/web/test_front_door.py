"""Who a request came from and which name it asked for, behind proxies as well."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.unit.web.conftest import MakeClient

PROXY = "10.0.0.1"


def _statuses(client: FlaskClient, *forwarded: str) -> list[int]:
    """The status of a new conversation for each, by way of one proxy, as X-Forwarded-For arrives."""
    return [
        client.post("/api/v1/conversations", json={}, headers={"X-Forwarded-For": each},
                    environ_base={"REMOTE_ADDR": PROXY}).status_code
        for each in forwarded
    ]  # fmt: skip


def test_without_the_setting_a_forwarded_address_is_not_read(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute")
    assert _statuses(client, "203.0.113.1", "203.0.113.2", "203.0.113.3") == [201, 201, 429]


def test_behind_a_proxy_each_person_has_a_limit_of_their_own(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute", trusted_proxies=1)
    one, other = "203.0.113.1", "203.0.113.2"
    assert _statuses(client, one, one, one, other, other, other) == [201, 201, 429, 201, 201, 429]


def test_nobody_escapes_the_limit_by_writing_addresses_before_that_of_the_proxy(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute", trusted_proxies=1)
    assert _statuses(client, *(f"198.51.100.{n}, 203.0.113.1" for n in range(3))) == [201, 201, 429]


def test_behind_two_proxies_the_address_before_the_last_counts(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute", trusted_proxies=2)
    assert _statuses(client, "9.9.9.9, 203.0.113.1, 10.0.0.2", "8.8.8.8, 203.0.113.1, 10.0.0.2",
                     "203.0.113.2, 10.0.0.2") == [201, 429, 201]  # fmt: skip


def test_too_few_addresses_count_as_the_proxy(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute", trusted_proxies=2)
    assert _statuses(client, "203.0.113.1", "203.0.113.2") == [201, 429]


@pytest.mark.parametrize(("proxies", "scheme"), [(0, "http"), (1, "https")])
def test_the_scheme_is_read_from_trusted_proxies_and_the_name_never(
    client_with: MakeClient, proxies: int, scheme: str
) -> None:
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "X-Forwarded-Prefix": "/evil"}
    page = client_with(trusted_proxies=proxies).get("/nb/personvern", headers=headers).get_data(as_text=True)
    assert f'rel="canonical" href="{scheme}://localhost/nb/personvern"' in page
    assert "evil" not in page


@pytest.mark.parametrize("host", ["bovett.example", "BOVETT.example:8443", "bovett.example.", "other.example",
                                  "127.0.0.1:8080"])  # fmt: skip
@pytest.mark.parametrize("path", ["/nb/", "/health", "/static/icon.svg", "/api/v1/articles", "/nowhere/x"])
def test_our_names_are_answered_to(client_with: MakeClient, host: str, path: str) -> None:
    client = client_with(hosts="bovett.example,other.example")
    assert client.get(path, headers={"Host": host}).status_code == (404 if path == "/nowhere/x" else 200)


@pytest.mark.parametrize("host", ["evil.example", "bovett.example.evil.example", "a.bovett.example", "localhost",
                                  "bovett.example@evil.example", "", "[::1]"])  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/nb/", "/health", "/static/icon.svg", "/api/v1/articles", "/nowhere/x", "/nb"])
def test_another_name_gets_a_plain_text(client_with: MakeClient, host: str, path: str) -> None:
    answer = client_with(hosts="bovett.example").get(path, headers={"Host": host})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "BOVETT_HOSTS" in answer.get_data(as_text=True)
    assert "evil" not in answer.get_data(as_text=True)
    assert "Location" not in answer.headers
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_without_the_setting_any_name_will_do(client: FlaskClient) -> None:
    assert client.get("/nb/", headers={"Host": "anything.example"}).status_code == 200


def test_the_addresses_of_one_ipv6_line_are_counted_together(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute", trusted_proxies=1)
    line, other = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", "2001:db8:1:2:3:4:5:6"), "2001:db8:1:3::1"
    assert _statuses(client, *line, other) == [201, 201, 429, 201]
    assert _statuses(client, "203.0.113.7", "::ffff:203.0.113.7", "203.0.113.7", "203.0.113.8") == [201, 201, 429, 201]


@pytest.mark.parametrize(("limit", "longest"), [("1/minute", 60), ("1/hour", 3600), ("1/second", 1)])
def test_how_long_to_wait_is_told(client_with: MakeClient, limit: str, longest: int) -> None:
    client = client_with(rate_limit=limit)
    answers = [client.post("/api/v1/conversations", json={}) for _ in range(3)]
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert longest - 30 < int(refused.headers["Retry-After"]) <= longest
