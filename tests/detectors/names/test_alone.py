import pytest

from detectors.names.alone import stand_alone
from detectors.names.pairs import pairs


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("then Jane Smith rang", True),
        ("Jane Smith", True),
        ("Jane Smith's car", True),
        ("(Jane Smith)", True),
        ("Jane Smith. And", True),
        ("Jane Smith <jane@example.com>", True),
        ("Jane Smith Road", False),
        ("Jane Smith van Dyke", False),
        ("Jane Smith and Sons", False),
        ("Jane Smith ltd", False),
        ("Jane Smith.pdf", False),
        ("Jane Smith-Jones", True),
        ("Jane Smith_", False),
        ("the Jane Smith case", False),
        ("at St Jane Smith", False),
        ("Smith, Jane", False),
        ("JANE SMITH", False),
        ("Xuvor Plimk", False),
    ],
)
def test_a_name_stands_alone_where_nothing_joins_it(text: str, alone: bool) -> None:
    assert stand_alone(pairs(text.encode())).tolist()[-1:] == [alone]
