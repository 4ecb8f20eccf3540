import pytest

from detectors.address.usual import onwards, up_to_postcode


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12 Mill Lane, Leeds ", ("12 Mill Lane", ", Leeds")),
        ("Jane Smith\n12 Mill Lane\nHorsforth\nLeeds\n", ("12 Mill Lane", "\nHorsforth\nLeeds")),
        ("12 Mill Lane,\r\nLeeds\r\n", ("12 Mill Lane", ",\r\nLeeds")),
        ("tenancy at 3 St. John's Close, Wigan, ", ("3 St. John's Close", ", Wigan")),
        ("x\t12a MILL LANE, ", ("12a MILL LANE", "")),
        ("Flat 3, 12 Mill Lane, Leeds ", None),
        ("12 Mill Lane Leeds ", None),
        ("Acme Ltd\n12 Mill Lane\nLeeds\n", None),
        ("12-14 Mill Lane, Leeds ", None),
        ("1999 Mill Lane, Leeds ", None),
        ("", None),
    ],
)
def test_a_usual_address_is_read_back_from_its_postcode(
    text: str, wanted: tuple[str, str] | None
) -> None:
    data = (text + "LS1 4AB").encode()
    found = up_to_postcode(data, len(text))
    if wanted is None:
        assert found is None
    else:
        street, places = wanted
        assert found == (text.index(street), places.encode())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("at 12 Mill Lane, Leeds. We", "12 Mill Lane, Leeds"),
        ("at 12 Mill Lane, Leeds\n\nDear", "12 Mill Lane, Leeds"),
        ("<Line>12 Mill Lane</Line>", "12 Mill Lane"),
        ("at 12 Mill Lane.", "12 Mill Lane"),
        ("at 12 Mill Lane, Leeds with", None),  # left to the long way
        ("at 12 Mill Lane, Nowhereby. We", None),
        ("Flat 3, 12 Mill Lane.", None),
        ("/12 Mill Lane.", None),
        ("12 Mill Lane", None),
    ],
)
def test_a_usual_address_is_read_onwards_from_its_street(text: str, wanted: str | None) -> None:
    data = text.encode()
    start = data.index(b"12")
    end = onwards(data, start, start + len("12 Mill Lane"))
    assert (None if end is None else data[start:end].decode()) == wanted
