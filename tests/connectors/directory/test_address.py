from __future__ import annotations

import pytest

from connectors.directory.address import DirectoryAddress, address_of


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ldaps://dc01.example", DirectoryAddress("dc01.example", 636, start_tls=False)),
        ("ldaps://dc01.example:3269/", DirectoryAddress("dc01.example", 3269, start_tls=False)),
        ("ldap://192.0.2.7", DirectoryAddress("192.0.2.7", 389, start_tls=True)),
        ("ldaps://[2001:db8::7]:636", DirectoryAddress("2001:db8::7", 636, start_tls=False)),
    ],
)
def test_an_address_names_a_controller_and_how_it_is_encrypted(
    text: str, address: DirectoryAddress
) -> None:
    assert address_of(text) == address


@pytest.mark.parametrize(
    "text",
    ["", "dc01", "http://dc01", "ldaps://", "ldaps://ann:secret@dc01", "ldaps://dc01:0",
     "ldaps://dc01:70000", "ldaps://dc01/DC=lab", "ldaps://dc 01"],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"it is no|there is no") as refused:
        address_of(text)
    assert "secret" not in str(refused.value)
