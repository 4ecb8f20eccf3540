"""Real documents, good and bad, made by others: each must end in a state."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
WITHOUT_TEXT = {  # looked at by hand: there is nothing in them to be read
    "poi-invalid.xlsx",  # an archive without members
    "tika-testXXE.xml",  # one element, no text
    "pdfminer.six-test_pattern_colors.pdf",  # coloured areas only
}

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not there")


def documents() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.is_file())


def ends(source: Source) -> list[Passage | TablePassage | PartGap]:
    try:
        return list(extract(source, Budget()))
    finally:
        source.close()


def test_corpus_when_read_then_every_document_ends_as_passages_or_gap() -> None:
    silent = {
        path.name
        for path in documents()
        if not ends(Source.of_descriptor(os.open(path, os.O_RDONLY)))
    }
    assert silent <= WITHOUT_TEXT


def test_corpus_when_cut_at_half_then_hardly_a_document_is_silent() -> None:
    silent = 0
    for path in documents():
        data = path.read_bytes()
        silent += not ends(Source.of_bytes(data[: len(data) // 2]))
    assert silent <= len(WITHOUT_TEXT) + 2  # cut before the first word of text


def test_corpus_when_a_byte_is_lost_then_every_document_still_ends() -> None:
    for path in documents():
        data = path.read_bytes()
        ends(Source.of_bytes(data[1:]))
        ends(Source.of_bytes(data[: len(data) // 3] + data[len(data) // 3 + 1 :]))
