import pytest

from connectors.smb.address import SmbAddress, SmbServer, address_of, server_of


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("smb://files01/housing", SmbAddress("files01", 445, "housing")),
        ("smb://files01/housing/", SmbAddress("files01", 445, "housing")),
        ("smb://files01:1445/housing/a b/c", SmbAddress("files01", 1445, "housing", ("a b", "c"))),
        ("smb://[::1]:1445/x", SmbAddress("::1", 1445, "x")),
        (r"\\files01\housing", SmbAddress("files01", 445, "housing")),
        (r"\\files01\housing\a\b", SmbAddress("files01", 445, "housing", ("a", "b"))),
        ("//files01/housing", SmbAddress("files01", 445, "housing")),
        (r"\\files01\admin$", SmbAddress("files01", 445, "admin$")),
    ],
)
def test_an_address_is_read_as_people_write_it(text: str, address: SmbAddress) -> None:
    assert address_of(text) == address
    assert address_of(str(address)) == address


@pytest.mark.parametrize("text", ["/srv/files", "files", "./smb:", "C:\\files", "", "smb:/x"])
def test_a_folder_is_no_address(text: str) -> None:
    assert address_of(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("smb://files01", "no share"),
        ("smb://files01/", "no share"),
        ("\\\\files01\\", "no share"),
        ("smb://jo:secret@files01/housing", "do not belong in it"),
        ("smb://files01:0/x", "no port 0"),
        ("smb://files01:99999/x", "no port 99999"),
        ("smb://files01/x/../y", "dots"),
    ],
)
def test_a_wrong_address_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        address_of(text)
    assert "secret" not in str(caught.value)


def test_one_share_has_one_spelling_whoever_writes_its_server() -> None:
    assert str(address_of(r"\\FILES01\housing")) == str(address_of("smb://files01/housing"))


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("smb://files01", SmbServer("files01", 445)),
        ("smb://files01/", SmbServer("files01", 445)),
        ("smb://files01:1445", SmbServer("files01", 1445)),
        ("smb://[::1]:1445/", SmbServer("::1", 1445)),
        (r"\\files01", SmbServer("files01", 445)),
        ("\\\\files01\\", SmbServer("files01", 445)),
        ("smb://files01/housing", None),
        (r"\\files01\housing", None),
        ("//files01", None),
        ("/srv", None),
    ],
)
def test_a_server_is_one_that_is_named_without_a_share(text: str, server: SmbServer | None) -> None:
    assert server_of(text) == server
    if server is not None:
        assert server_of(str(server)) == server


def test_shares_overlap_whatever_case_they_are_spelt_in() -> None:
    outer = SmbAddress("FILES01", 445, "Rents")
    inner = SmbAddress("files01", 445, "rents", ("2026",))
    assert outer.overlaps(inner)
    assert inner.overlaps(outer)
    assert not inner.overlaps(SmbAddress("files01", 445, "rents", ("2025",)))
    assert not outer.overlaps(SmbAddress("files01", 1445, "rents"))
