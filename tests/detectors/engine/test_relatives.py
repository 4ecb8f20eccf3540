import pytest

from detectors.engine.relatives import columns_of_relatives


@pytest.mark.parametrize("heading", ["Children", "Child 1", "Dependants (names, DOBs)", "Partner"])
def test_headings_of_relatives_are_known(heading: str) -> None:
    assert columns_of_relatives((heading,)).all()


@pytest.mark.parametrize("heading", ["Child seen", "Name", "Children's centre", ""])
def test_other_headings_are_not_of_relatives(heading: str) -> None:
    assert not columns_of_relatives((heading,)).any()
