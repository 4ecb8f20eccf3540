from __future__ import annotations

from scanner.extractors.base import Passage, TablePassage, locate
from scanner.extractors.passages.bounded import bounded


def test_passage_when_it_is_longer_than_detection_can_hold_then_pieces_keep_their_places() -> None:
    text = "first\n" + "word " * 900_000 + "\nlast"
    passage = Passage(text, ((0, (("line", 7),)), (len(text) - 4, (("page", 2),))))
    pieces = [piece for piece in bounded(passage) if isinstance(piece, Passage)]
    assert "".join(piece.text for piece in pieces) == text
    assert max(len(piece.text) for piece in pieces) <= 2_000_000
    assert all(piece.text.endswith(" ") for piece in pieces[:-1])
    assert locate(pieces[0], 0) == (("line", 7),)
    assert locate(pieces[1], 0) == (("line", 8),)
    assert locate(pieces[-1], len(pieces[-1].text) - 1) == (("page", 2),)


def test_table_when_it_is_longer_then_rows_keep_their_numbers_and_a_huge_one_is_text() -> None:
    rows = [f"{number}\tcell" for number in range(300_000)]
    rows[200_000] = "999\t" + "word " * 500_000
    table = TablePassage("\n".join(rows), table=1, first_row=2, locator=(("sheet", 1),))
    pieces = list(bounded(table))
    assert "\n".join(p.text for p in pieces if isinstance(p, TablePassage)).count("\n") == 299_998
    assert max(len(piece.text) for piece in pieces) <= 2_000_000
    huge = [piece for piece in pieces if isinstance(piece, Passage)]
    assert "".join(piece.text for piece in huge) == rows[200_000]
    assert locate(huge[0], 0) == (("sheet", 1), ("row", 200_002))
    last = pieces[-1]
    assert isinstance(last, TablePassage)
    assert locate(last, len(last.text) - 1) == (("sheet", 1), ("cell", "B300001"))


def test_short_passage_stays_itself() -> None:
    passage = Passage("short")
    assert list(bounded(passage)) == [passage]
