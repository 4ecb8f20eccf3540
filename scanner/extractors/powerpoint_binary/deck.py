"""A presentation: its slides in order, with what is said of each outside it.

Source: [MS-PPT] 2.4.1 (document), 2.4.14.3 (lists of slides), 2.5.1 (slide), 2.5.6 (notes), 2.6.6
(SlideShowSlideInfoAtom), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.extractors.base import Kind, Locator, Passage, TablePassage
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid
from scanner.extractors.powerpoint_binary.records import CONTAINER, Persist, Record, records
from scanner.extractors.powerpoint_binary.texts import Table, atom_text, texts

_DOCUMENT, _SLIDE, _NOTES, _MASTER, _HANDOUT = 0x03E8, 0x03EE, 0x03F0, 0x03F8, 0x0FC9
_SLIDE_ATOM, _NOTES_ATOM, _LISTED, _SHOW, _LIST = 0x03EF, 0x03F1, 0x03F3, 0x03F9, 0x0FF0
_OBJECT, _CRYPT = 0x1011, 0x2F14
_WITH_TEXT = frozenset({_DOCUMENT, _SLIDE, _NOTES, _MASTER, _HANDOUT})
_HIDDEN_FLAG = 0x0004


@dataclass(slots=True)
class _Slide:
    number: int
    persist: int
    identifier: int
    outline: list[str] = field(default_factory=list, repr=False)
    record: Record | None = None
    hidden: bool = False


class Deck:
    """A presentation stream, read once over its topmost records.

    ``objects`` are the records of embedded objects. ``is_encrypted`` is set where a record says so.
    """

    def __init__(self, data: bytes, persist: Persist | None) -> None:
        self._data = data
        self._tops = {record.start - 8: record for record in records(data, 0, len(data))}
        current = set(persist.places.values()) if persist else set(self._tops)
        self._current = [record for at, record in self._tops.items() if at in current]
        self._earlier = [
            record
            for at, record in self._tops.items()
            if at not in current and record.type in _WITH_TEXT
        ]
        self.objects = [record for record in self._tops.values() if record.type == _OBJECT]
        self.is_encrypted = any(record.type == _CRYPT for record in self._tops.values())
        self._persist = persist
        self._said: set[str] = set()
        self._flows = Flows()
        self._tables = 0
        self._slides = self._listed_slides()

    def parts(self) -> Iterator[Passage | TablePassage]:
        """Yield slide by slide what is on it and in its notes, then all else."""
        by_identifier = {slide.identifier: slide for slide in self._slides}
        notes: dict[int, list[Record]] = {}
        for record in self._of_type(_NOTES):
            slide = by_identifier.get(self._atom(record, _NOTES_ATOM))
            notes.setdefault(slide.number if slide else 0, []).append(record)
        for slide in self._slides:
            place: Locator = (("slide", slide.number),)
            kind = Kind.HIDDEN if slide.hidden else Kind.BODY
            for text in slide.outline:
                self._add(kind, text, place)
            if slide.record is not None:
                yield from self._of(slide.record, kind, place)
            for record in notes.pop(slide.number, []):
                yield from self._of(record, Kind.NOTE, (*place, ("note", 1)))
        for record in notes.pop(0, []):  # the notes' own master
            yield from self._of(record, Kind.NOTE, (), prompts=False)
        for kind_of in (_MASTER, _HANDOUT):
            for record in self._of_type(kind_of):
                yield from self._of(record, Kind.BODY, (), prompts=False)
        for record in self._of_type(_DOCUMENT):
            yield from self._of(record, Kind.BODY, ())
        yield from self._deleted()
        yield from self._flows.rest()

    def _of(
        self, record: Record, kind: Kind, place: Locator, *, prompts: bool = True
    ) -> Iterator[Passage | TablePassage]:
        """Yield what is full of the text in a record, and its tables."""
        for found, text in texts(self._data, record.start, record.end, prompts=prompts):
            found_kind = kind if found is Kind.BODY else found
            if isinstance(text, Table):
                self._tables += 1
                self._said.update(text.rows)
                grid = Grid(self._tables, (*place, ("table", self._tables)), found_kind)
                yield from self._flows.rest()
                yield from grid.extend(text.rows)
                yield from grid.finish()
            else:
                self._add(found_kind, text, place)
        yield from self._flows.full()

    def _deleted(self) -> Iterator[Passage]:
        """Yield what earlier versions said that no current slide says."""
        for record in self._earlier:
            listed = (text for _, text in self._listed(record))
            within = texts(self._data, record.start, record.end, prompts=False)
            lines = [line for _, text in within for line in _lines(text)]
            for text in (*lines, *listed):
                if text not in self._said:
                    self._add(Kind.DELETED, text, ())
            yield from self._flows.full()

    def _add(self, kind: Kind, text: str, place: Locator) -> None:
        self._said.add(text)
        self._flows.add(kind, text, place)

    def _of_type(self, kind: int) -> Iterator[Record]:
        return (record for record in self._current if record.type == kind)

    def _listed_slides(self) -> list[_Slide]:
        slides: list[_Slide] = []
        by_place = self._persist.places if self._persist else {}
        for document in self._of_type(_DOCUMENT):
            for slide, text in self._listed(document):
                if slide is not None:
                    slide.number = len(slides) + 1
                    slide.record = self._tops.get(by_place.get(slide.persist, -1))
                    slides.append(slide)
                elif text and slides:
                    slides[-1].outline.append(text)
        listed = {slide.record for slide in slides}
        without = iter(record for record in self._of_type(_SLIDE) if record not in listed)
        for slide in slides:
            if slide.record is None or slide.record.type != _SLIDE:
                slide.record = next(without, None)
        for record in without:
            slides.append(_Slide(len(slides) + 1, 0, -1, record=record))
        for slide in slides:
            slide.hidden = slide.record is not None and self._is_hidden(slide.record)
        return slides

    def _listed(self, document: Record) -> Iterator[tuple[_Slide | None, str]]:
        """Yield each slide of a document's list, then the text of its outline."""
        for record in records(self._data, document.start, document.end):
            if record.type != _LIST or record.version != CONTAINER or record.instance != 0:
                continue
            for inner in records(self._data, record.start, record.end):
                if inner.type == _LISTED and inner.end - inner.start >= 16:
                    persist, _, _, number = struct.unpack_from("<4I", self._data, inner.start)
                    yield _Slide(0, persist, number), ""
                else:
                    yield None, atom_text(self._data, inner) or ""

    def _is_hidden(self, slide: Record) -> bool:
        for record in records(self._data, slide.start, slide.end):
            if record.type == _SHOW and record.end - record.start >= 12:
                return bool(
                    struct.unpack_from("<H", self._data, record.start + 10)[0] & _HIDDEN_FLAG
                )
        return False

    def _atom(self, container: Record, kind: int) -> int:
        for record in records(self._data, container.start, container.end):
            if record.type == kind and record.end - record.start >= 4:
                return int(struct.unpack_from("<I", self._data, record.start)[0])
        return -2


def _lines(text: str | Table) -> tuple[str, ...]:
    return text.rows if isinstance(text, Table) else (text,)
