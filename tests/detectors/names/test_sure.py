import pytest

from detectors.names.sure import IS_PLAINLY, MAY_BE, Sure, judged
from detectors.names.words import known


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("Jane Smith", ("Jane Smith", Sure.YES)),
        ("Jane Smith's Car", ("Jane Smith", Sure.YES)),
        ("Jane Smith Award", ("Jane Smith Award", Sure.NO)),
        ("Jane Kitchenette Smith", ("Jane Kitchenette Smith", Sure.YES)),
        ("Jane Ward", ("Jane Ward", Sure.SPOKEN_OF)),
        ("J. Adeyemi", ("J. Adeyemi", Sure.WITH_CUE)),
        ("Xuvor Adeyemi", ("Xuvor Adeyemi", Sure.WITH_CUE)),
        ("Xuvor Plimk", ("", Sure.NO)),
        ("JANE SMITH", ("JANE SMITH", Sure.YES)),
        ("XUVOR SMITH", ("", Sure.NO)),
        ("John Lewis", ("", Sure.NO)),
        ("Jane Monday", ("", Sure.NO)),
    ],
)
def test_words_tell_how_sure_a_name_is(run: str, expected: tuple[str, Sure]) -> None:
    size, sure = judged(run.encode())
    assert (run[:size], sure) == expected


@pytest.mark.parametrize("run", ["Jane Smith", "Jane Xuvor", "Naheed Akhtar", "Amina Okafor"])
def test_what_is_plainly_a_name_is_judged_so(run: str) -> None:
    first, second = map(known, run.split())
    assert MAY_BE[first, second]
    assert IS_PLAINLY[first, second]
    assert judged(run.encode())[1] is Sure.YES


@pytest.mark.parametrize("run", ["Xuvor Plimk", "Sans Bold", "Jane Monday", "The Smith"])
def test_what_can_be_no_name_is_plainly_none(run: str) -> None:
    first, second = map(known, run.split())
    assert not IS_PLAINLY[first, second]
    assert judged(run.encode())[1] is Sure.NO
