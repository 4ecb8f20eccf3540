from __future__ import annotations

import pytest

from scanner.extractors.sniffing.text_types import text_type

CASES = [
    ("Dear Ann,\nthank you, and goodbye.\n", "text/plain"),
    ("<html><p>x</p></html>", "text/html"),
    ("<!-- saved -->\n<!DOCTYPE html>\n<p>x", "text/html"),
    ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', "text/html"),
    ('<?xml version="1.0"?>\n<people><person/></people>', "application/xml"),
    ("<people><person name='x'/></people>", "application/xml"),
    ("<div>part of a page</div>", "text/html"),
    ("< 5 people came\n", "text/plain"),
    ('{"name": "Ann"}', "application/json"),
    ('{"name": "Ann"}\n{"name": "Bob"}\n', "application/json"),
    ("[1, 2, 3]", "application/json"),
    ('["a"]', "application/json"),
    ("{}", "application/json"),
    ("[settings]\nname = 1\n", "text/plain"),
    ("{name} owes us\n", "text/plain"),
    ("From: a@example.org\nTo: b@example.org\nSubject: x\n\nHello\n", "message/rfc822"),
    ("Received: from x\n by y\nX-Odd: 1\nSubject: x\n\nHello\n", "message/rfc822"),
    ("Subject: the fence\nDear Ann\n", "text/plain"),
    ("Name: Ann\nAge: 30\nTo: Leeds\n\n", "text/plain"),
    ("From x Mon Jun 1\nFrom: a@example.org\nTo: b@example.org\n\n", "application/mbox"),
    ("From Leeds to York is far\n", "text/plain"),
    ("BEGIN:VCARD\nFN:Ann\n", "text/vcard"),
    ("BEGIN:VCALENDAR\n", "text/calendar"),
    ("{\\rtf1 x}", "application/rtf"),
    ("a,b,c\n1,2,3\n4,5,6\n", "text/csv"),
    ("a;b\n1;2\n3;4\n", "text/csv"),
    ("a\tb\n1\t2\n", "text/tab-separated-values"),
    ("int f() {\n  g();\n  h();\n  i();\n}\n", "text/plain"),
    ("# Title\n\n* one, two\n* three\n", "text/plain"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_type_when_asked_then_the_beginning_tells(text: str, expected: str) -> None:
    assert text_type(text, whole=True) == expected


def test_text_type_when_the_head_ends_inside_a_row_then_that_row_does_not_count() -> None:
    assert text_type("a,b,c\n1,2,3\n4,5,6\n7", whole=False) == "text/csv"
