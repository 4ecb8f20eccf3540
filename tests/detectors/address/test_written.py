import pytest

from detectors.address.written import (
    address_in,
    before_postcode,
    folded_address,
    of_an_organisation,
)


def _span(text: str, *, organisation: bool = False) -> str | None:
    """Return the address that ends with the postcode LS1 4AB in ``text``."""
    data = text.encode()
    start = data.rindex(b"LS1 4AB")
    read = of_an_organisation if organisation else before_postcode
    found = read(data, start, start + 7)
    return None if found is None else data[found[0] : found[1]].decode()


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Żółć 😀 ",
        "x" * 500 + "\n\n",
        "Mrs Jane Smith\n",
        "Address: ",
        "Town Hall\n\n",
        '{"at": "',
    ],
)
def test_an_address_is_read_back_from_its_postcode(before: str) -> None:
    text = f"{before}12 Mill Lane\nLeeds\nLS1 4AB"
    assert _span(text) == "12 Mill Lane\nLeeds\nLS1 4AB"
    assert _span(text, organisation=True) is None


@pytest.mark.parametrize("before", ["Acme Ltd\n", "Leeds City Council, ", "Civic Hall\n"])
def test_an_address_is_an_organisations_or_not_and_never_both(before: str) -> None:
    text = f"{before}12 Mill Lane\nLeeds\nLS1 4AB"
    assert _span(text) is None
    assert _span(text, organisation=True) == "12 Mill Lane\nLeeds\nLS1 4AB"


@pytest.mark.parametrize(
    "text",
    [
        "LS1 4AB",
        "12 Mill Lane\tLS1 4AB",  # another cell
        "12 Mill Lane\n\nLS1 4AB",  # another paragraph
        "12 Mill Lane, it is said, was closed, LS1 4AB",
        "Postcode: LS1 4AB",
        "a, b, c, d, e, f, g, h, i, j, k, l, LS1 4AB",
        "😀, LS1 4AB",
        "\n" * 300 + "LS1 4AB",
        "1 " * 300 + "LS1 4AB",
    ],
)
def test_a_postcode_without_address_has_none(text: str) -> None:
    assert _span(text) is None
    assert _span(text, organisation=True) is None


def test_a_code_that_does_not_exist_ends_no_address() -> None:
    data = b"12 Mill Lane, Leeds QQ1 1AA"
    assert before_postcode(data, 20, 27) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 Mill Lane", "12 Mill Lane"),
        ("Mrs Jane Smith, 12 Mill Lane, Leeds LS1 4AB", "12 Mill Lane, Leeds LS1 4AB"),
        ("Rose Cottage, Church Lane", "Rose Cottage, Church Lane"),
        ("Church Lane", None),
        ("", None),
        ("LS1 4AB", None),
        (", LS1 4AB", None),
    ],
)
def test_a_cell_ends_with_an_address(text: str, wanted: str | None) -> None:
    assert address_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "12 Mill Lane,\nLeeds LS1 4AB",
        "12  MILL LANE, Leeds, ls14ab",
        "12 Mill Lane | Leeds | LS1 4AB",
        '12 Mill Lane","Leeds","LS1 4AB',
        "12 Mill Lane, Léeds (LS1 4AB",
    ],
)
def test_one_address_has_one_folded_form(text: str) -> None:
    assert folded_address(text) == "12 mill lane leeds ls1 4ab"
