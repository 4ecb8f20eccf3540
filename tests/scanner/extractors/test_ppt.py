from __future__ import annotations

import zlib
from random import Random

from scanner.extractors.base import PartGap, Passage, TablePassage, locate
from scanner.extractors.compound.writer import Tree, compound_bytes
from tests.scanner.extractors.compound.building import native, summary
from tests.scanner.extractors.powerpoint_binary.building import (
    MASTER,
    OBJECT,
    atom,
    chars,
    container,
    deck,
    notes,
    shape,
    slide,
    stream,
    table,
)
from tests.scanner.extractors.reading import gaps, read, texts


def passages(data: bytes) -> list[Passage]:
    return [part for part in read(data) if isinstance(part, Passage)]


def test_ppt_when_it_has_slides_and_notes_then_each_text_has_its_slide() -> None:
    data = deck(
        *stream(
            [slide(chars("Our team")), slide(chars("Case of Ann Example"))],
            outlines={1: [chars("Second title")]},
            more=[notes(257, chars("Ask about Bo"))],
        )
    )
    body, note = passages(data)
    assert body.text == "Our team\nSecond title\nCase of Ann Example"
    assert locate(body, body.text.index("Ann")) == (("slide", 2),)
    assert (note.kind.value, note.text, note.marks[0][1]) == (
        "note",
        "Ask about Bo",
        (("slide", 2), ("note", 1)),
    )
    assert gaps(read(data)) == []


def test_ppt_when_a_slide_is_hidden_then_what_is_on_it_is_too() -> None:
    data = deck(*stream([slide(chars("Shown")), slide(chars("Kept back"), hidden=True)]))
    assert {(p.kind.value, p.text) for p in passages(data)} == {
        ("body", "Shown"),
        ("hidden", "Kept back"),
    }


def test_ppt_when_a_slide_has_a_table_then_cells_keep_their_heading() -> None:
    rows = [["Name", "Date of birth"], ["Ann Example", "3/2/1980"]]
    parts = read(deck(*stream([slide(chars("Before"), table(rows))])))
    (found,) = [part for part in parts if isinstance(part, TablePassage)]
    assert (found.header, found.text) == (("Name", "Date of birth"), "Ann Example\t3/2/1980")
    assert locate(found, 0) == (("slide", 1), ("table", 1), ("cell", "A2"))


def test_ppt_when_an_earlier_save_left_slides_then_what_only_they_say_is_deleted() -> None:
    earlier = slide(chars("Shown"), chars("Named: Ann Example"))
    data = deck(*stream([slide(chars("Shown"))], earlier=[earlier]))
    assert [(p.kind.value, p.text) for p in passages(data)] == [
        ("body", "Shown"),
        ("deleted", "Named: Ann Example"),
    ]


def test_ppt_when_a_master_says_where_to_click_then_that_is_left_out() -> None:
    master = container(
        MASTER, shape(chars("Click to edit"), placeholder=True), shape(chars("Example Council"))
    )
    data = deck(*stream([slide(chars("Title"))], more=[master]))
    assert texts(read(data)) == "Title\nExample Council"


def test_ppt_when_objects_are_embedded_then_they_are_members() -> None:
    inner = compound_bytes({"\1Ole10Native": native("list.txt", b"Dear Ann Example\n")})
    packed = len(inner).to_bytes(4, "little") + zlib.compress(inner)
    data = deck(
        *stream(
            [slide(chars("Title"))],
            more=[atom(OBJECT, packed, 1), atom(OBJECT, inner), atom(OBJECT, b"\4\0\0\0xx", 1)],
        )
    )
    parts = read(data)
    members = {part.member: part.text for part in parts if isinstance(part, Passage)}
    assert members["object 1/list.txt"] == members["object 2/list.txt"] == "Dear Ann Example\n"
    assert gaps(parts) == [("corrupt", "object 3")]


def test_ppt_when_it_holds_versions_for_95_and_97_then_the_newer_is_read() -> None:
    data, user = stream([slide(chars("Newer"))])
    newer: Tree = {"PowerPoint Document": data, "Current User": user}
    dual: Tree = {"PP97_DUALSTORAGE": newer, "PowerPoint Document": b"", "Current User": b""}
    assert texts(read(compound_bytes(dual))) == "Newer"


def test_ppt_when_it_has_a_password_then_it_is_encrypted() -> None:
    data, user = stream([slide(chars("x"))])
    user = user[:12] + (0xF3D1C4DF).to_bytes(4, "little") + user[16:]
    parts = read(deck(data, user, {"\5SummaryInformation": summary("Ann Lee")}))
    assert (texts(parts), gaps(parts)) == ("Author: Ann Lee", [("encrypted", None)])
    data, user = stream([slide(chars("x"))], more=[container(0x2F14)])
    assert gaps(read(deck(data, user))) == [("encrypted", None)]


def test_ppt_when_bytes_are_flipped_or_cut_then_it_ends() -> None:
    data = deck(*stream([slide(chars("Ann " * 900), table([["a", "b"], ["c", "d"]]))] * 3))
    rng = Random(20261128)
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(4):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        assert read(bytes(spoilt))
    for tenth in range(1, 10):
        assert any(isinstance(part, PartGap) for part in read(data[: len(data) * tenth // 10]))


def test_ppt_when_only_pictures_stand_in_it_then_it_needs_ocr() -> None:
    data, user = stream([slide()])
    assert gaps(read(deck(data, user, {"Pictures": b"x" * 5_000}))) == [("needs-ocr", None)]
