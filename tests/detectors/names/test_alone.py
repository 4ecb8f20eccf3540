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
        ("[ Jane Smith ]", True),
        ("then Jane Wu rang", True),
        ("then Jane WU rang", False),
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
    sure, _ = stand_alone(pairs(text.encode()))
    assert sure.tolist()[-1:] == [alone]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("then Xuvor Clegg rang", True),
        ("then Jane Smith rang", False),
        ("then Xuvor Clegg Road", False),
        ("then Xuvor Plimk rang", False),
    ],
)
def test_a_surname_alone_needs_a_cue(text: str, *, cue: bool) -> None:
    _, needed = stand_alone(pairs(text.encode()))
    assert needed.tolist()[-1:] == [cue] or (not cue and not needed.any())
