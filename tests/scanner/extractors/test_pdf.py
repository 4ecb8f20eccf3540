from __future__ import annotations

import re
from random import Random

import pytest

from scanner.extractors.base import Budget, Kind, Limits, Member, Passage, locate
from scanner.extractors.pdf import extract
from tests.scanner.extractors.packages import (
    causes_of,
    page_of,
    parts_of,
    pdf,
    text_of,
)
from tests.scanner.hostile import pdfs

LETTER = pdf(page_of("Name: Ann Example", "NI number: QQ123456C"), page_of("Second page here"))


@pytest.mark.parametrize("attempt", [0, 1])
def test_pages_when_read_by_either_library_then_lines_and_pages_are_kept(attempt: int) -> None:
    parts = parts_of(extract, LETTER, Budget(attempt=attempt))
    text = text_of(parts)
    assert "Name: Ann Example" in text.split("\n")
    passage = next(part for part in parts if isinstance(part, Passage))
    assert locate(passage, passage.text.index("Second")) == (("page", 2),)
    assert causes_of(parts) == []


ANNOTATIONS = {
    "link": (
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
        "/A << /S /URI /URI (mailto:ann@example.org) >> >>",
        Kind.LINK,
        "ann@example.org",
    ),
    "note": (
        "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (said) /T (Bob) >>",
        Kind.COMMENT,
        "Author: Bob\nsaid",
    ),
}


@pytest.mark.parametrize(("body", "kind", "expected"), ANNOTATIONS.values(), ids=ANNOTATIONS.keys())
def test_annotation_when_it_holds_text_then_is_read(body: str, kind: Kind, expected: str) -> None:
    data = pdf(page_of("Some running text"), page="/Annots [4 0 R]", objects=(body,))
    assert text_of(parts_of(extract, data), kind) == expected


def test_form_field_when_filled_in_then_its_label_stands_before_it() -> None:
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (dob) /TU (Date of birth) "
        "/V (2 January 1970) /Rect [0 0 99 20] >>"
    )
    data = pdf(
        page_of("A form"),
        catalog="/AcroForm << /Fields [4 0 R] >>",
        page="/Annots [4 0 R]",
        objects=(field,),
    )
    assert "Date of birth: 2 January 1970" in text_of(parts_of(extract, data)).split("\n")


def test_properties_when_there_then_are_read() -> None:
    data = pdf(page_of("text"), objects=("<< /Author (Ann Example) >>",))
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 4 0 R")
    assert "Author: Ann Example" in text_of(parts_of(extract, data), Kind.PROPERTY)


def test_attachment_when_there_then_goes_back_to_the_router() -> None:
    data = pdf(
        page_of("text"),
        catalog="/Names << /EmbeddedFiles << /Names [(a.txt) 4 0 R] >> >>",
        objects=(
            "<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R >> >>",
            "<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream",
        ),
    )
    members = [part for part in parts_of(extract, data) if isinstance(part, Member)]
    assert [(m.path, m.source.stream().read()) for m in members] == [("a.txt", b"hello")]


def test_page_when_only_an_image_then_needs_ocr() -> None:
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"
    )
    data = pdf("q 600 0 0 800 0 0 cm /I Do Q", objects=(image,))
    data = data.replace(b"/Font << /F 3 0 R >>", b"/XObject << /I 4 0 R >>")
    assert causes_of(parts_of(extract, data)) == ["needs-ocr"]


def test_file_when_it_has_more_pages_than_the_limit_then_says_so() -> None:
    for attempt in (0, 1):
        parts = parts_of(extract, LETTER, Budget(Limits(pdf_pages=1), attempt))
        assert "Ann Example" in text_of(parts)
        assert "Second" not in text_of(parts)
        assert causes_of(parts) == ["limit"]


@pytest.mark.parametrize("attempt", [0, 1])
def test_file_when_encrypted_then_says_so(attempt: int) -> None:
    encrypted = f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    data = pdf(page_of("text"), objects=(encrypted,))
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 4 0 R /ID [<41> <41>]")
    assert causes_of(parts_of(extract, data, Budget(attempt=attempt))) == ["encrypted"]


def test_file_when_after_an_encrypted_one_then_is_not_said_to_be() -> None:
    """What pdfium refuses without saying why, it would be told the last document's reason of."""
    pages_of_pages = next(each for each in pdfs.FILES if each.name == "tree of pages.pdf")
    locked = next(each for each in pdfs.FILES if each.name == "locked.pdf")
    assert causes_of(parts_of(extract, locked.make(Random(1)))) == ["encrypted"]
    assert causes_of(parts_of(extract, pages_of_pages.make(Random(1)))) == []


def test_file_when_truncated_then_is_a_gap() -> None:
    assert causes_of(parts_of(extract, LETTER[:60])) == ["corrupt"]


def test_file_when_oversized_then_limit_is_a_gap_and_pages_are_kept() -> None:
    data = pdf(*(page_of(*(f"line {n} " + "x" * 60 for n in range(200))) for _ in range(12)))
    parts = parts_of(extract, data, Budget(Limits(emitted_chars=100_000)))
    assert causes_of(parts) == ["limit"]
    assert "line 0" in text_of(parts)


def test_form_when_it_calls_itself_then_ends() -> None:
    form = (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> "
        "/Length 5 >>\nstream\n/X Do\nendstream"
    )
    data = pdf(page_of("before the loop") + " /X Do", objects=(form,))
    data = data.replace(b"/Font <<", b"/XObject << /X 4 0 R >> /Font <<")
    assert "before the loop" in text_of(parts_of(extract, data, Budget(attempt=1)))


def test_pages_when_the_tree_loops_then_ends_in_a_state() -> None:
    looped = re.sub(rb"/Kids \[[^\]]*\]", b"/Kids [2 0 R 2 0 R]", LETTER)
    assert parts_of(extract, looped)


def test_file_when_only_the_second_library_reads_it_then_what_it_leaves_out_is_a_gap() -> None:
    note = "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (secret) >>]"
    parts = parts_of(extract, pdf(page_of("shown"), page=note), Budget(attempt=1))
    assert "shown" in text_of(parts)
    assert causes_of(parts) == ["partial"]
