"""Names that a server answers to."""

from __future__ import annotations

import pytest

from knowledge.errors import SettingsError
from knowledge.host_names import host_name, read_host_names
from knowledge.settings import Settings


def test_names_are_read_in_small_letters_without_spaces() -> None:
    assert read_host_names(" Bovett.Example,10.0.0.1, [::1] ,") == "bovett.example,10.0.0.1,[::1]"
    assert read_host_names("") == ""


@pytest.mark.parametrize("name", ["https://bovett.example", "bovett.example:80", "bovett.example/", "*.example", "a b",
                                  ".example", "::1"])  # fmt: skip
def test_what_is_no_name_is_told(name: str) -> None:
    with pytest.raises(SettingsError, match=r"BOVETT_HOSTS=.*is no name like bovett\.example"):
        Settings.from_env({"BOVETT_HOSTS": f"bovett.example,{name}"})


def test_no_proxies_is_a_number_and_fewer_are_not() -> None:
    assert Settings.from_env({"BOVETT_TRUSTED_PROXIES": "0"}).trusted_proxies == 0
    with pytest.raises(SettingsError, match="must be 0 or more"):
        Settings.from_env({"BOVETT_TRUSTED_PROXIES": "-1"})


@pytest.mark.parametrize(
    ("header", "name"),
    [("A.example:80", "a.example"), ("a.example.", "a.example"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("", "")],
)
def test_the_name_of_a_header_has_no_port(header: str, name: str) -> None:
    assert host_name(header) == name
