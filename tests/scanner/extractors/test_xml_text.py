from __future__ import annotations

import pytest

from scanner.extractors.base import Budget, Limits, Passage, locate
from scanner.extractors.xml_text import extract
from tests.scanner.extractors.packages import causes_of, parts_of, text_of

WRITTEN = {
    "elements": ("<p><dateOfBirth>2 May 1970</dateOfBirth></p>", "date Of Birth: 2 May 1970"),
    "attributes": ('<p nino="QQ123456C"/>', "nino: QQ123456C"),
    "prefix": ('<a:p xmlns:a="u"><a:Name>Ann</a:Name></a:p>', "Name: Ann"),
    "mixed": ("<p>Dear <b>Ann</b> Example</p>", "p: Dear Ann Example"),
    "lines": ("<p><a>one\n two</a><b>3</b></p>", "a: one two\nb: 3"),
    "escaped": ("<p><a>O&apos;Neil &#233;</a></p>", "a: O'Neil é"),
    "cdata": ("<p><a><![CDATA[<Ann>]]></a></p>", "a: <Ann>"),
}


@pytest.mark.parametrize(("document", "expected"), WRITTEN.values(), ids=WRITTEN.keys())
def test_document_when_read_then_names_label_values(document: str, expected: str) -> None:
    parts = parts_of(extract, document.encode())
    assert text_of(parts) == expected
    assert causes_of(parts) == []


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf8", "utf-16", "iso-8859-1", "windows-1252", "shift_jis", "gb18030"]
)
def test_encoding_when_declared_then_is_followed(encoding: str) -> None:
    word = "\u540d" if encoding in ("shift_jis", "gb18030") else "Zo\u00eb"
    document = f'<?xml version="1.0" encoding="{encoding}"?><a>{word}</a>'
    assert text_of(parts_of(extract, document.encode(encoding))) == f"a: {word}"


def test_lines_when_located_then_are_those_of_the_file() -> None:
    parts = parts_of(extract, b"<p>\n\n<a>one</a>\n<b>two</b></p>")
    (passage,) = [part for part in parts if isinstance(part, Passage)]
    assert locate(passage, passage.text.index("two")) == (("line", 4),)


@pytest.mark.parametrize("system", ['"ha"', 'SYSTEM "file:///etc/hostname"'])
def test_entities_when_declared_then_are_not_expanded_and_the_rest_is_read(system: str) -> None:
    document = f"<!DOCTYPE p [<!ENTITY e {system}>]>\n<p><a>Ann &e;</a></p>"
    parts = parts_of(extract, document.encode())
    assert "Ann &e;" in text_of(parts)
    assert causes_of(parts) == ["partial"]


def test_laughs_when_nested_then_cost_nothing() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 20))
    parts = parts_of(extract, f"<!DOCTYPE p [{entities}]><p>&e19;</p>".encode())
    assert len(text_of(parts)) < 5000


def test_file_when_truncated_then_what_came_before_is_kept() -> None:
    parts = parts_of(extract, b"<p><a>Ann Example</a><b>half")
    assert "a: Ann Example" in text_of(parts)
    assert causes_of(parts) == ["partial"]


def test_file_when_it_breaks_then_the_rest_is_read_without_tags() -> None:
    parts = parts_of(extract, b"<p><a>one</a><b>two</c>\n<d>three</d></p>")
    assert "a: one" in text_of(parts)
    assert "three" in text_of(parts)
    assert causes_of(parts) == ["partial"]


def test_file_when_oversized_then_limit_is_a_gap() -> None:
    data = b"<p>" + b"<a>Ann Example</a>" * 50_000 + b"</p>"
    parts = parts_of(extract, data, Budget(Limits(emitted_chars=200_000)))
    assert causes_of(parts) == ["limit"]
    assert 0 < len(text_of(parts)) <= 200_000


def test_text_when_one_element_is_huge_then_comes_in_pieces() -> None:
    parts = parts_of(extract, b"<p>" + b"word " * 400_000 + b"</p>")
    sizes = [len(part.text) for part in parts if isinstance(part, Passage)]
    assert sum(sizes) > 1_900_000
    assert max(sizes) < 200_000
