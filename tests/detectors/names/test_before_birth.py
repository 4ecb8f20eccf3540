import pytest

from detectors.names.before_birth import before_cue


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Re: Jane Hill", "Jane Hill"),
        ("14 POPLAR, Xuvor", "POPLAR, Xuvor"),
        ("the child Xuvor Plimk", None),
        ("Subject DE WITT, Jane", "DE WITT, Jane"),
    ],
)
def test_a_name_before_a_birth_is_read_either_way_round(before: str, name: str | None) -> None:
    found = before_cue(f"{before}, born 3 May".encode(), len(before), len(before) + 4)
    assert (before[slice(*found)] if found else None) == name
