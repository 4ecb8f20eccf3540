"""OpenDocument packages: which parts are read, and what is said of those that are not."""

from __future__ import annotations

import io
import zipfile

import pytest

from connectors.base import Cause
from scanner.extractors.base import Kind, Source
from scanner.extractors.odf import extract
from scanner.extractors.sniff import media_type
from tests.scanner.extractors.opendocument.building import odf, paragraph, root, row, sheet
from tests.scanner.extractors.packages import causes_of, members_of, parts_of, text_of

_MANIFEST = '<manifest:manifest xmlns:manifest="m">{}</manifest:manifest>'


@pytest.mark.parametrize("kind", ["text", "spreadsheet", "presentation"])
def test_package_when_it_says_what_it_is_then_is_taken_for_that(kind: str) -> None:
    found = media_type(Source.of_bytes(odf(paragraph("x"), kind)))
    assert found == f"application/vnd.oasis.opendocument.{kind}"


def test_package_when_it_says_late_what_it_is_then_is_read_all_the_same() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", root("document-content", paragraph("x")))
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST.format(""))
    assert media_type(Source.of_bytes(buffer.getvalue())).startswith("application/vnd.oasis")


def test_headers_and_footers_when_read_then_have_their_kind() -> None:
    styles = root(
        "document-styles",
        "<office:master-styles><style:master-page>"
        f"<style:header>{paragraph('Ann')}</style:header>"
        f"<style:footer-left>{paragraph('Bo')}</style:footer-left>"
        "</style:master-page></office:master-styles>",
    )
    found = parts_of(extract, odf(paragraph("x"), more={"styles.xml": styles}))
    assert (text_of(found, Kind.HEADER), text_of(found, Kind.FOOTER)) == ("Ann", "Bo")


def test_properties_when_read_then_are_labelled() -> None:
    meta = root(
        "document-meta",
        "<office:meta><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bo</dc:creator>"
        "</office:meta>",
    )
    found = parts_of(extract, odf("", more={"meta.xml": meta}))
    assert text_of(found, Kind.PROPERTY) == "Author: Ann\nLast modified by: Bo"


def test_chart_when_read_then_its_own_table_is_cached() -> None:
    chart = root("document-content", f"<office:chart>{sheet(row('Ann', '1'))}</office:chart>")
    found = parts_of(extract, odf("", more={"Object 1/content.xml": chart}))
    assert text_of(found, Kind.CACHED) == "Ann\t1"


def test_embedded_files_when_read_then_are_members_and_looks_are_not() -> None:
    more: dict[str, str | bytes] = {
        "Object 2": b"\xd0\xcf\x11\xe0",
        "Pictures/1.png": b"\x89PNG",
        "ObjectReplacements/Object 2": b"VCLMTF",
        "Thumbnails/thumbnail.png": b"\x89PNG",
        "Configurations2/accelerator/current.xml": b"",
        "layout-cache": b"\0",
        "settings.xml": root("document-settings", "<config>Ann</config>"),
    }
    front = "a text that is long enough to be no mere picture"
    found = parts_of(extract, odf(paragraph(front), more=more))
    assert members_of(found) == ["Object 2"]
    assert causes_of(found) == []
    assert text_of(found) == front


def test_package_when_any_part_has_a_key_then_is_encrypted() -> None:
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    more = {"META-INF/manifest.xml": _MANIFEST.format(entry)}
    assert causes_of(parts_of(extract, odf("", more=more))) == [Cause.ENCRYPTED]


def test_manifest_when_broken_then_the_document_is_read() -> None:
    found = parts_of(extract, odf(paragraph("x"), more={"META-INF/manifest.xml": "<a"}))
    assert (text_of(found), causes_of(found)) == ("x", [])


def test_content_when_it_declares_entities_then_none_is_expanded() -> None:
    data = odf(paragraph("x"))
    declared = '<!DOCTYPE a [<!ENTITY e "boom">]>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, declared.encode() + part if name == "content.xml" else part)
    found = parts_of(extract, buffer.getvalue())
    assert (text_of(found), causes_of(found)) == ("", [Cause.UNSUPPORTED])


def test_package_when_cut_short_then_what_is_left_is_read_and_it_is_said() -> None:
    data = odf("".join(paragraph(f"line {number}") for number in range(2_000)))
    found = parts_of(extract, data[: len(data) // 2])
    assert "line 100\n" in text_of(found)
    assert causes_of(found) == [Cause.PARTIAL]
