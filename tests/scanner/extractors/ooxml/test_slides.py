"""Slides and notes: text as it is shown, and what no audience sees under its own kind."""

from __future__ import annotations

import pytest

from scanner.extractors.base import Kind, Passage, TablePassage, locate
from scanner.extractors.pptx import extract
from tests.scanner.extractors.packages import parts_of, pptx, shape, slide, tables_of, text_of


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join(
        "<a:tr>"
        + "".join(
            f"<a:tc><a:txBody><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:txBody></a:tc>"
            for cell in row
        )
        + "</a:tr>"
        for row in rows
    )
    return f"<p:graphicFrame><a:graphic><a:tbl>{cells}</a:tbl></a:graphic></p:graphicFrame>"


ON_A_SLIDE = {
    "runs joined": ("<a:p><a:r><a:t>Jo</a:t></a:r><a:r><a:t>nes</a:t></a:r></a:p>", "Jones"),
    "break ends a line": (
        "<a:p><a:r><a:t>a</a:t></a:r><a:br/><a:r><a:t>b</a:t></a:r></a:p>",
        "a\nb",
    ),
    "field": ('<a:p><a:fld type="datetime1"><a:t>3/4/2026</a:t></a:fld></a:p>', "3/4/2026"),
    "group": (f"<p:grpSp>{shape('held')}</p:grpSp>", "held"),
    "fallback repeats": (f"{shape('once')}<mc:Fallback>{shape('once')}</mc:Fallback>", "once"),
    "broken off": ("<a:p><a:r><a:t>to the end", "to the end"),
}


@pytest.mark.parametrize(("content", "expected"), ON_A_SLIDE.values(), ids=ON_A_SLIDE.keys())
def test_slide_when_read_then_reads_as_it_is_shown(content: str, expected: str) -> None:
    whole = slide(content)
    if content.endswith("end"):
        whole = whole[: whole.index("end") + 3]
    assert text_of(parts_of(extract, pptx(whole))) == expected


ASIDE = {
    "hidden slide": (slide(shape("Ann"), 'show="0"'), Kind.HIDDEN),
    "hidden shape": (slide(shape("Ann", 'id="2" hidden="1"')), Kind.HIDDEN),
    "shape in a hidden group": (
        slide(f'<p:grpSp><p:cNvPr id="3" hidden="true"/>{shape("Ann")}</p:grpSp>'),
        Kind.HIDDEN,
    ),
    "alternative text": (slide('<p:pic><p:cNvPr id="2" descr="Ann"/></p:pic>'), Kind.HIDDEN),
    "tip of a link": (slide('<a:hlinkClick r:id="" tooltip="Ann"/>'), Kind.HIDDEN),
    "shape after a hidden one": (
        slide('<p:sp><p:cNvPr id="1" hidden="1"/></p:sp>' + shape("Ann")),
        Kind.BODY,
    ),
    "table of a hidden slide": (
        slide(table(("Ann", "Bo"), ("Cy", "Di")), 'show="false"'),
        Kind.HIDDEN,
    ),
}


@pytest.mark.parametrize(("part", "kind"), ASIDE.values(), ids=ASIDE.keys())
def test_text_that_no_audience_sees_when_read_then_has_its_kind(part: str, kind: Kind) -> None:
    parts = parts_of(extract, pptx(part))
    told = [each for each in parts if isinstance(each, Passage | TablePassage)]
    assert {each.kind for each in told} == {kind}
    assert "Ann" in told[0].text


def test_table_when_read_then_keeps_columns_and_place() -> None:
    rows = (("Name", "Date of birth"), ("Ann", "2 May 1970"), ("Bo", "3 June 1981"))
    (found,) = tables_of(parts_of(extract, pptx(slide(shape("above") + table(*rows)))))
    assert (found.header, found.text) == (rows[0], "Ann\t2 May 1970\nBo\t3 June 1981")
    assert found.locator == (("slide", 1), ("table", 1))
    assert locate(found, found.text.index("2 May")) == (
        *found.locator,
        ("cell", "B2"),
    )


def test_cell_when_it_never_ends_then_memory_is_bounded() -> None:
    long = "x" * 1_000
    cells = "".join(f"<a:p><a:r><a:t>{long}</a:t></a:r></a:p>" for _ in range(200))
    found = parts_of(extract, pptx(slide(f"<a:tbl><a:tr><a:tc>{cells}</a:tc></a:tr></a:tbl>")))
    assert sum(getattr(each, "text", "").count("x") for each in found) == 200_000
    assert all(len(getattr(each, "text", "")) < 140_000 for each in found)
