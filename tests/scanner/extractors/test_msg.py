from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from scanner.extractors.base import Kind, PartGap, Passage, locate
from scanner.extractors.compound.writer import Tree
from tests.scanner.extractors.compound.building import native
from tests.scanner.extractors.outlook.building import Value, attachment, item, message
from tests.scanner.extractors.outlook.test_outlook import PACKED
from tests.scanner.extractors.reading import gaps, read, texts

SENT = datetime(2026, 11, 28, 1, 2, 3, tzinfo=UTC)
LETTER: dict[int, Value] = {
    0x0042: "Ann Example", 0x0065: "/O=COUNCIL/CN=ANN", 0x5D02: "ann@example.org",
    0x0C1A: "Ann Example", 0x5D01: "ann@example.org", 0x0037: "Case of Bo", 0x0039: SENT,
    0x1000: "Dear Cy,\r\nplease see the file.\r\n", 0x001A: "IPM.Note",
}  # fmt: skip
TO: dict[int, Value] = {0x3001: "Cy Sample", 0x39FE: "cy@example.org", 0x0C15: 1}
BLIND: dict[int, Value] = {0x3001: "Di Secret", 0x3003: "di@example.org", 0x0C15: 3}


def passages(data: bytes, kind: Kind) -> list[Passage]:
    return [part for part in read(data) if isinstance(part, Passage) and part.kind is kind]


def test_msg_when_it_is_a_letter_then_headers_are_those_of_other_mail() -> None:
    (headers,) = passages(message(LETTER, [TO, BLIND]), Kind.MAIL_HEADER)
    assert headers.text.splitlines() == [
        "From: Ann Example <ann@example.org>",
        "To: Cy Sample <cy@example.org>",
        "Bcc: Di Secret <di@example.org>",
        "Subject: Case of Bo",
        "Date: 2026-11-28T01:02:03Z",
    ]
    assert locate(headers, headers.text.index("Di")) == (("header", "Bcc"),)
    (body,) = passages(message(LETTER), Kind.BODY)
    assert locate(body, body.text.index("please")) == (("part", 1), ("line", 2))
    assert gaps(read(message(LETTER))) == []


def test_msg_when_it_came_over_a_network_then_those_headers_are_read_too() -> None:
    lines = (
        "Received: from mail.example.org\r\n by example.net\r\nX-Originating-IP: 192.0.2.7\r\n\r\n"
    )
    (headers,) = passages(message({**LETTER, 0x007D: lines}), Kind.MAIL_HEADER)
    assert "Received: from mail.example.org by example.net" in headers.text
    assert headers.text.endswith("X-Originating-IP: 192.0.2.7")


def test_msg_when_bodies_are_a_page_or_packed_then_they_are_read() -> None:
    page = message({**LETTER, 0x1013: b"<html><body><p>Shown <b>here</b></p></body></html>"})
    assert any("Shown here" in part.text for part in passages(page, Kind.BODY))
    bare = {number: value for number, value in LETTER.items() if number != 0x1000}
    parts = read(message({**bare, 0x1009: PACKED}))
    bodies = [part for part in parts if isinstance(part, Passage) and part.kind is Kind.BODY]
    assert [(part.member, part.text) for part in bodies] == [("body.rtf", "hello world")]
    assert gaps(parts) == []
    assert {part.member for part in read(message({**LETTER, 0x1009: PACKED}))} == {None, "body.rtf"}
    same = message({**LETTER, 0x1000: "Hello world\r\n", 0x1009: PACKED})
    assert {part.member for part in read(same)} == {None}
    spoilt = message({**bare, 0x1009: PACKED[:-4] + b"\x0d\x90\x0f\xa0"})
    assert gaps(read(spoilt)) == [("partial", None)]
    assert gaps(read(message({**bare, 0x1009: b"x" * 20}))) == [("corrupt", "body.rtf")]


def test_msg_when_it_is_a_contact_then_each_detail_has_its_name() -> None:
    contact: dict[int, Value] = {
        0x3001: "Ann Example", 0x3A1C: "07700 900123", 0x3A42: datetime(1980, 2, 3, tzinfo=UTC),
        0x8000: "ann@example.org", 0x8001: "OFFICIAL", 0x3FFD: 1252,
    }  # fmt: skip
    (found,) = passages(message(contact, named=[0x8083, "Label"]), Kind.PROPERTY)
    assert found.text.splitlines() == [
        "Name: Ann Example",
        "Mobile: 07700 900123",
        "E-mail: ann@example.org",
        "Label: OFFICIAL",
        "Date of birth: 1980-02-03",
    ]


def test_msg_when_files_and_messages_are_attached_then_they_are_members() -> None:
    inner = item({0x0037: "Older", 0x1000: "Dear Ed", 0x0039: SENT}, [TO], head=24)
    objects: Tree = {"\1Ole10Native": native("list.txt", b"Dear Flo\n")}
    attached = [
        attachment({0x3707: "people.csv", 0x3701: b"Name,Age\nAnn,7\nBo,8\n", 0x3705: 1}),
        attachment({0x3001: "Fwd: older", 0x3705: 5}, inner),
        attachment({0x3001: "Drawn", 0x3705: 6}, objects),
        attachment({0x3707: "far.doc", 0x370D: "\\\\server\\ann\\far.doc", 0x3705: 2}),
        attachment({0x3707: "lost.doc", 0x3705: 1}),
    ]
    parts = read(message(LETTER, [], attached))
    members = {part.member: part for part in parts if not isinstance(part, PartGap)}
    assert "Ann\t7" in members["people.csv"].text
    assert members["Fwd: older"].text == "Dear Ed"
    assert members["Drawn/list.txt"].text == "Dear Flo\n"
    assert "To: Cy Sample <cy@example.org>\nSubject: Older\nDate: 2026-11-28T01:02:03Z" in texts(
        parts
    )
    assert [p.text for p in parts if isinstance(p, Passage) and p.kind is Kind.LINK] == [
        "\\\\server\\ann\\far.doc"
    ]
    assert gaps(parts) == [("corrupt", "lost.doc")]


def test_msg_when_only_its_receiver_may_read_it_then_it_says_so() -> None:
    secret = attachment({0x3707: "smime.p7m", 0x3701: b"0\x80\x06\x09", 0x3705: 1})
    sealed = message({**LETTER, 0x001A: "IPM.Note.SMIME"}, [], [secret])
    assert gaps(read(sealed)) == [("encrypted", "smime.p7m")]
    managed = message(LETTER, [], [attachment({0x3707: "message.rpmsg", 0x3701: b"v\xe8\x04`"})])
    assert gaps(read(managed)) == [("rights-managed", "message.rpmsg")]


def test_msg_when_messages_lie_in_each_other_for_ever_then_the_depth_ends_it() -> None:
    tree = item({0x0037: "Innermost", 0x1000: "Dear Ann"}, head=24)
    for number in range(12):
        part = attachment({0x3001: f"m{number}"}, tree)
        tree = item({0x0037: f"Level {number}"}, [], [part], head=24)
    outer = message({0x0037: "Outermost"}, [], [attachment({0x3001: "first"}, tree)])
    assert [cause for cause, _ in gaps(read(outer))] == ["limit"]


def test_msg_when_bytes_are_flipped_or_cut_then_it_ends() -> None:
    file = attachment({0x3707: "people.csv", 0x3701: b"Name,Age\nAnn,7\nBo,8\n" * 400, 0x3705: 1})
    data = message(LETTER, [TO, BLIND], [file])
    rng = Random(20261128)
    for _ in range(150):
        spoilt = bytearray(data)
        for _ in range(4):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        assert read(bytes(spoilt))
    for tenth in range(1, 10):
        assert any(isinstance(part, PartGap) for part in read(data[: len(data) * tenth // 10]))
