from __future__ import annotations

from scanner.extractors.base import Kind, Passage
from tests.scanner.extractors.reading import read
from tests.scanner.extractors.test_mail import letter


def test_mailbox_when_it_holds_messages_then_each_is_placed() -> None:
    one = letter().as_bytes()
    parts = read(b"".join(b"From x Mon Jun 1 2009\n" + one + b"\n\n" for _ in range(3)))
    heads = [part for part in parts if isinstance(part, Passage) and part.kind is Kind.MAIL_HEADER]
    assert [head.marks[0][1][0] for head in heads] == [("message", n) for n in (1, 2, 3)]
    members = {part.member for part in parts if part.member}
    assert members == {f"message {n}/kids.csv" for n in (1, 2, 3)}
