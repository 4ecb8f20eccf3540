from __future__ import annotations

from random import Random

from scanner.extractors.base import PartGap, Passage, TablePassage, locate
from scanner.extractors.compound.writer import Tree
from tests.scanner.extractors.compound.building import native, summary
from tests.scanner.extractors.reading import gaps, read, texts
from tests.scanner.extractors.word_binary.building import (
    DELETED,
    HIDDEN,
    document,
    old_document,
    table_of_positions,
    table_of_strings,
)

HEAD = "A heading of the letter\r"


def by_kind(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in read(data):
        if not isinstance(part, PartGap):
            before = found.get(part.kind.value)
            found[part.kind.value] = part.text if before is None else f"{before}\n{part.text}"
    return found


def test_doc_when_it_is_a_letter_then_paragraphs_are_read_and_counted() -> None:
    (passage,) = [
        p for p in read(document(f"{HEAD}Dear Ann Example,\rYours\r")) if isinstance(p, Passage)
    ]
    assert passage.text == "A heading of the letter\nDear Ann Example,\nYours"
    assert locate(passage, passage.text.index("Ann")) == (("paragraph", 2),)


def test_doc_when_it_has_a_table_then_cells_keep_their_heading_and_place() -> None:
    rows = (
        "Name\x07Date of birth\x07\x07Ann Example\x073/2/1980\x07\x07Bo Sample\x074/5/1990\x07\x07"
    )
    parts = read(document(f"{HEAD}{rows}After the table\r"))
    (table,) = [part for part in parts if isinstance(part, TablePassage)]
    assert table.header == ("Name", "Date of birth")
    assert table.text == "Ann Example\t3/2/1980\nBo Sample\t4/5/1990"
    assert locate(table, table.text.index("4/5")) == (("table", 1), ("cell", "B3"))
    assert [type(part).__name__ for part in parts] == ["Passage", "TablePassage", "Passage"]


def test_doc_when_text_is_deleted_or_hidden_then_it_comes_under_its_kind() -> None:
    data = document(
        f"{HEAD}Seen by Dr Gone Person and by Dr Kept Back today\r",
        hidden={"Dr Gone Person": DELETED, "Dr Kept Back": HIDDEN},
    )
    found = by_kind(data)
    assert (found["deleted"], found["hidden"]) == ("Dr Gone Person", "Dr Kept Back")
    assert found["body"].splitlines()[1] == "Seen by  and by  today"


def test_doc_when_there_are_notes_headers_comments_and_boxes_then_each_has_its_kind() -> None:
    main, notes, header, comments = (
        f"{HEAD}Main\r",
        "One note\rTwo\r",
        "Page head\rFoot\r",
        "Ask Ann\r",
    )
    data = document(
        main, notes, header, "", comments, "An endnote\r", "In a box\r", "",
        parts={
            3: table_of_positions(0, 9, 13),
            11: table_of_positions(*[0] * 8, 10, 10, 15),
            5: table_of_positions(0, 8),
            36: b"\x0b\0" + "Bo Reviewer".encode("utf-16-le"),
            51: table_of_strings("Unknown", "Cara Reviser"),
            71: table_of_strings("Dan Saver", "H:\\private\\ann.doc"),
        },
    )  # fmt: skip
    found = by_kind(data)
    assert found["note"] == "One note\nTwo\nAn endnote"
    assert (found["header"], found["footer"]) == ("Page head", "Foot")
    assert found["comment"] == "Ask Ann"
    assert found["body"].endswith("In a box")
    assert found["property"].splitlines() == [
        "Author: Cara Reviser",
        "Saved by: Dan Saver",
        "Saved as: H:\\private\\ann.doc",
        "Author: Bo Reviewer",
    ]
    places = {p.text: p.marks[0][1] for p in read(data) if isinstance(p, Passage)}
    assert places["Two"] == (("note", 2), ("paragraph", 1))
    assert places["Foot"] == (("footer", 1), ("paragraph", 1))


def test_doc_when_fields_lead_elsewhere_then_targets_are_links() -> None:
    data = document(f'{HEAD}Write \x13 HYPERLINK "mailto:ann@example.org" \x14to us\x15 soon\r')
    found = by_kind(data)
    assert found["body"].splitlines()[1] == "Write to us soon"
    assert found["link"] == 'HYPERLINK "mailto:ann@example.org"'


def test_doc_when_it_has_a_password_then_its_properties_are_read_and_it_is_encrypted() -> None:
    data = document(f"{HEAD}x\r", flags=0x0100, beside={"\5SummaryInformation": summary("Ann Lee")})
    assert texts(read(data)) == "Author: Ann Lee"
    assert gaps(read(data)) == [("encrypted", None)]


def test_doc_when_files_are_embedded_then_they_are_members() -> None:
    beside = {
        "ObjectPool": {"_123": {"\1Ole10Native": native("list.csv", b"Name,Age\nAnn,7\nBo,8\n")}}
    }
    parts = read(document(f"{HEAD}x\r", beside=beside))
    assert {p.member for p in parts} == {None, "ObjectPool/_123/list.csv"}


def test_doc_when_it_is_of_word_6_then_its_language_tells_the_letters() -> None:
    text = "Имя\x07Возраст\x07\x07Анна\x077\x07\x07Дата\r"
    assert "Дата" in texts(read(old_document(text, 0x0419, "cp1251")))
    (table,) = [
        p for p in read(old_document(text, 0x0419, "cp1251")) if isinstance(p, TablePassage)
    ]
    assert "Анна\t7" in table.text
    assert "£5" in texts(read(old_document("It cost £5\r")))


def test_doc_when_bytes_are_flipped_or_cut_then_it_ends_and_says_so() -> None:
    data = document(f"{HEAD}Name\x07Age\x07\x07Ann\x077\x07\x07{'Much text. ' * 300}\r", "Note\r")
    assert gaps(read(data)) == []
    rng = Random(20261128)
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(4):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        assert read(bytes(spoilt))
    for tenth in range(1, 10):
        assert read(data[: len(data) * tenth // 10])


def test_doc_when_only_a_picture_stands_in_it_then_it_needs_ocr() -> None:
    assert gaps(read(document("\x01           \r"))) == [("needs-ocr", None)]


def test_doc_when_it_has_macros_then_they_are_a_gap() -> None:
    beside: Tree = {"Macros": {"VBA": {"dir": b"packed"}}}
    assert gaps(read(document(f"{HEAD}x\r", beside=beside))) == [("unsupported", "Macros")]
