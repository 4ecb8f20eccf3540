"""Presentations: what each place of a slide holds, under which kind, and where it sits."""

from __future__ import annotations

import pytest

from connectors.base import Cause
from scanner.extractors.base import Kind, Passage, locate
from scanner.extractors.pptx import extract
from tests.scanner.extractors.packages import (
    A,
    causes_of,
    members_of,
    parts_of,
    pptx,
    presentation_root,
    relationships,
    shape,
    slide,
    text_of,
)


def test_slides_when_moved_then_are_numbered_as_shown_and_one_that_is_left_out_comes_last() -> None:
    slides = [slide(shape(word)) for word in ("one", "two", "three")]
    (found,) = parts_of(extract, pptx(*slides, shown=(3, 1)))
    assert isinstance(found, Passage)
    assert found.text == "three\none\ntwo"
    assert locate(found, 0) == (("slide", 1),)
    assert locate(found, found.text.index("two")) == (("slide", 3),)


BESIDE = {
    "notes": ("notesSlide", presentation_root("notes", shape("Ann")), Kind.NOTE),
    "comments": (
        "comments",
        presentation_root("cmLst", '<p:cm authorId="1"><p:text>Ann</p:text></p:cm>'),
        Kind.COMMENT,
    ),
    "comments of today": (
        "comments",
        presentation_root(
            "cmLst", "<p:cm><p:txBody><a:p><a:r><a:t>Ann</a:t></a:r></a:p></p:txBody></p:cm>"
        ),
        Kind.COMMENT,
    ),
    "chart": ("chart", "<c:chartSpace><c:pt><c:v>Ann</c:v></c:pt></c:chartSpace>", Kind.CACHED),
    "diagram": (
        "diagramData",
        f'<d:dataModel xmlns:a="{A}"><a:p><a:t>Ann</a:t></a:p></d:dataModel>',
        Kind.BODY,
    ),
}


@pytest.mark.parametrize(("arrow", "part", "kind"), BESIDE.values(), ids=BESIDE.keys())
def test_part_of_a_slide_when_read_then_has_its_kind_and_the_slides_place(
    arrow: str, part: str, kind: Kind
) -> None:
    more = {
        "ppt/beside/one.xml": part.replace("<c:chartSpace", '<c:chartSpace xmlns:c="c"').replace(
            "<d:dataModel", '<d:dataModel xmlns:d="d"'
        ),
        "ppt/slides/_rels/slide2.xml.rels": relationships(("rId1", arrow, "../beside/one.xml")),
    }
    found = parts_of(extract, pptx(slide(""), slide(shape("front")), more=more))
    (beside,) = [each for each in found if "Ann" in getattr(each, "text", "")]
    assert isinstance(beside, Passage)
    at = beside.text.index("Ann")
    assert (beside.kind, locate(beside, at)) == (kind, (("slide", 2),))


def test_authors_tags_and_sections_when_read_then_are_properties() -> None:
    more = {
        "ppt/commentAuthors.xml": presentation_root(
            "cmAuthorLst", '<p:cmAuthor id="1" name="Ann Example"/>'
        ),
        "ppt/authors.xml": presentation_root(
            "authorLst", '<p:author name="Bo" userId="bo@example.org"/>'
        ),
        "ppt/tags/tag1.xml": presentation_root("tagLst", '<p:tag name="REF" val="QQ 12 34 56 C"/>'),
    }
    found = parts_of(extract, pptx(slide(""), more=more))
    assert text_of(found, Kind.PROPERTY) == "Ann Example\nBo\nbo@example.org\nQQ 12 34 56 C"


def test_links_and_embedded_files_when_read_then_come_out() -> None:
    more: dict[str, str | bytes] = {
        "ppt/slides/_rels/slide1.xml.rels": relationships(
            ("rId1", "hyperlink", "mailto:ann@example.org"),
            ("rId2", "slide", "slide1.xml"),
        ),
        "ppt/embeddings/Sheet1.xlsx": b"PK",
        "ppt/media/image1.png": b"\x89PNG",
    }
    found = parts_of(extract, pptx(slide(shape("front")), more=more))
    assert text_of(found, Kind.LINK) == "ann@example.org"
    assert members_of(found) == ["ppt/embeddings/Sheet1.xlsx"]


def test_masters_and_layouts_when_read_then_say_nothing() -> None:
    more = {
        "ppt/slideLayouts/slideLayout1.xml": presentation_root("sldLayout", shape("Click to edit")),
        "ppt/slideMasters/slideMaster1.xml": presentation_root("sldMaster", shape("Click to edit")),
        "ppt/slides/_rels/slide1.xml.rels": relationships(
            ("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        ),
    }
    assert text_of(parts_of(extract, pptx(slide(shape("front")), more=more))) == "front"


def test_presentation_when_a_slide_is_broken_then_the_others_are_read_and_it_is_said() -> None:
    broken = slide(shape("first")).replace("</p:cSld>", "")
    found = parts_of(extract, pptx(broken, slide(shape("second"))))
    assert text_of(found) == "first\nsecond"
    assert causes_of(found) == [Cause.PARTIAL]


def test_presentation_when_only_pictures_then_needs_ocr() -> None:
    data = pptx(slide("<p:pic/>"), more={"ppt/media/image1.png": b"\x89PNG"})
    assert causes_of(parts_of(extract, data)) == [Cause.NEEDS_OCR]
