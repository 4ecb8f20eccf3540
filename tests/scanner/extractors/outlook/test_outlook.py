"""Outlook items: properties by number, packed RTF and the page within it."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from random import Random

import pytest

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Source
from scanner.extractors.compound.file import CompoundFile
from scanner.extractors.compound.writer import compound_bytes
from scanner.extractors.outlook.properties import MESSAGE, read_names, read_properties
from scanner.extractors.outlook.rtf import html_inside, says_more, unpacked
from tests.scanner.extractors.outlook.building import item

# [MS-OXRTFCP] 3.1.1: a short text packed, and what it unpacks to.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542"
    "320af32068656c090020627705b06c647d0a800fa0"
)
PLAIN_RTF = rb"{\rtf1\ansi\ansicpg1252\pard hello world}" + b"\r\n"


def test_properties_when_strings_are_wide_or_narrow_then_both_read() -> None:
    born = datetime(1980, 2, 3, tzinfo=UTC)
    tree = item({0x3001: "Ann Łódź", 0x3FFD: 1251, 0x3A42: born})
    compound = CompoundFile(Source.of_bytes(compound_bytes(tree)), Budget())
    found = read_properties(compound, compound.root, MESSAGE)
    assert (found.text(0x3001), found.text(0x3002), found.times) == ("Ann Łódź", "", {0x3A42: born})
    narrow = item({0x3001: "Анна", 0x3FFD: 1251}, narrow=True)
    compound = CompoundFile(Source.of_bytes(compound_bytes(narrow)), Budget())
    assert read_properties(compound, compound.root, MESSAGE).text(0x3001) == "Анна"


def test_properties_when_one_has_several_values_then_each_is_given() -> None:
    tree = dict(item({}))
    tree["__substg1.0_3A58101F"] = struct.pack("<II", 8, 6)
    tree["__substg1.0_3A58101F-00000000"] = "Bo\0".encode("utf-16-le")
    tree["__substg1.0_3A58101F-00000001"] = "Cy\0".encode("utf-16-le")
    compound = CompoundFile(Source.of_bytes(compound_bytes(tree)), Budget())
    found = read_properties(compound, compound.root, MESSAGE)
    assert list(found.strings()) == [(0x3A58, "Bo"), (0x3A58, "Cy")]


def test_read_names_when_properties_are_named_then_numbers_lead_to_names() -> None:
    tree = item({}, named=["MSIP_Label", 0x8083])
    compound = CompoundFile(Source.of_bytes(compound_bytes(tree)), Budget())
    assert read_names(compound) == {0x8000: "MSIP_Label", 0x8001: 0x8083}


def test_unpacked_when_rtf_was_packed_then_it_is_whole_again() -> None:
    assert unpacked(PACKED) == (PLAIN_RTF, True)
    stored = struct.pack("<IIII", len(PLAIN_RTF) + 12, len(PLAIN_RTF), 0x414C454D, 0) + PLAIN_RTF
    assert unpacked(stored) == (PLAIN_RTF, True)
    assert unpacked(stored[:-4]) == (PLAIN_RTF[:-4], False)
    copied = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    # [MS-OXRTFCP] 3.1.2: what is copied overlaps with what is written.
    assert unpacked(copied)[0] == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_unpacked_when_it_is_broken_then_it_ends() -> None:
    rng = Random(20261128)
    for _ in range(300):
        data = bytearray(PACKED)
        data[rng.randrange(16, len(data))] ^= rng.randrange(1, 256)
        assert not unpacked(bytes(data))[1]
        unpacked(bytes(data[: rng.randrange(16, len(data))]))
    with pytest.raises(ExtractionError):
        unpacked(b"short")
    with pytest.raises(ExtractionError) as raised:
        unpacked(struct.pack("<IIII", 0, 0xFFFFFFF0, 0x75465A4C, 0))
    assert raised.value.cause is Cause.LIMIT


def test_html_inside_when_a_page_was_packed_then_only_the_page_comes_out() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}"
        rb"{\*\htmltag64 <p title='a'>}\htmlrtf {\htmlrtf0 Dear Ren\'e9 \u321?\'3f"
        rb"{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  Co\par\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}}"
    )
    page = html_inside(rtf, Budget())
    assert page is not None
    assert "<p title='a'>Dear René Ł?&amp; Co\r\n" in page
    assert page.endswith("</p>")
    assert "Arial" not in page
    assert html_inside(PLAIN_RTF, Budget()) is None


def test_says_more_when_rtf_has_other_words_than_the_plain_body_then_it_does() -> None:
    rtf = rb"{\rtf1 Dear {\b Ann}, see below\par}"
    assert not says_more(rtf, "Dear Ann,\r\nsee below", Budget())
    assert says_more(rtf, "Dear Ann,", Budget())
    assert says_more(rtf[:-1] + rb"{\v kept back}}", "Dear Ann, see below", Budget())
