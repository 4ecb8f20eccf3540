from __future__ import annotations

from scanner.extractors.ooxml.vocabulary import NO_TEXT, VOCABULARIES


def test_roots_when_declared_then_hold_text_or_do_not() -> None:
    assert not NO_TEXT & VOCABULARIES.keys()


def test_vocabulary_when_it_has_text_then_has_lines() -> None:
    assert all(v.lines for v in VOCABULARIES.values() if v.text)
