import pytest

from detectors.names.pairs import pairs, pairs_of_short

TEXT = (
    "Jane Smith's flat; O'Brien, Aoife. J. Adeyemi (Zoë Öztürk) Mr-X Anne-Marie Hill\n"
    "PETER PAN, x.Jane Doe Canada's Jane A. Featherstonehaugh-Cholmondeley-Warner The End"
    " Ali al-Rubaie; Ana de la Cruz"
)


def test_pairs_are_the_same_by_arrays_and_one_by_one() -> None:
    data = TEXT.encode()
    found = pairs(data)
    columns = (found.starts, found.ends, found.first, found.second, found.comma)
    one_by_one = list(pairs_of_short(data))
    assert list(zip(*(column.tolist() for column in columns), strict=True)) == one_by_one
    assert [data[pair.start : pair.end].decode() for pair in one_by_one] == [
        "Jane Smith", "O'Brien, Aoife", "J. Adeyemi", "Zoë Öztürk", "Mr-X Anne-Marie",
        "Anne-Marie Hill", "PETER PAN", "Jane A", "Ali al-Rubaie",
        "Ana de la Cruz",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "A", "no capitals", "One", "\tTwo\nThree", "é"])
def test_a_text_without_pairs_has_none(text: str) -> None:
    assert len(pairs(text.encode()).starts) == len(list(pairs_of_short(text.encode()))) == 0
