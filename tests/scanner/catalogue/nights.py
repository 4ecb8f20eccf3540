"""Nights in one process: a share in memory is crawled and stored as a scan does, without workers.

What a file holds is written in its lines: ``ENTITY value``, with a member behind it where there
is one; ``gap CAUSE`` is a part that could not be read.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection

from connectors.base import Cause, Connector, EntryUnreadable, Listing, Ref, RootIdentity
from detectors.engine import Found
from detectors.engine.touched import TEXT
from detectors.registry import detectors
from scanner.catalogue import runs
from scanner.catalogue.engine import reader
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.listing import Listings
from scanner.catalogue.migrate import migrate
from scanner.catalogue.results import Results
from scanner.catalogue.runs import Coverage, Ended, ShareRun
from scanner.catalogue.writer import Writer
from scanner.crawl import Work
from scanner.examine import Examined
from scanner.extractors.base import PartGap, Passage
from scanner.findings import EntityResult, Findings
from scanner.keys import TokenKey
from scanner.sets import Sets
from scanner.subjects import Subjects
from tests.connectors.memory import MemoryConnector, MemoryShare

KEY = TokenKey(bytes(range(32)))
DETECTORS = {each.entity: each for each in detectors()}
TODAY, OTHER = (Sets("", engine, (), ()) for engine in ("today's", "another day's"))


def entity_results(lines: list[str]) -> tuple[EntityResult, ...]:
    """Return what lines of ``ENTITY value [member]`` amount to."""
    gathered = Findings(KEY, DETECTORS)
    for line in lines:
        entity, value, *member = line.split()
        at = np.zeros(1, dtype=np.int64)
        passage = Passage(value, ((0, (("line", 1),)),), member=member[0] if member else None)
        gathered.add(passage, [Found(entity, at, at + 1, [value], [0], ((0.9, "by a label"),))])
    return tuple(gathered.results())


def examined(content: bytes) -> Examined:
    """Return what a file of such lines holds."""
    lines = content.decode().splitlines()
    own: Cause | None = None
    gaps = []
    for _, cause, *member in (line.split() for line in lines if line.startswith("gap ")):
        if member:
            gaps.append(PartGap(Cause(cause), member[0]))
            own = own or Cause.PARTIAL
        else:
            own = Cause(cause)
    found = entity_results([line for line in lines if not line.startswith("gap ")])
    counts = [each.distinct for each in found]
    subjects = Subjects(max(counts, default=0), sum(counts))
    return Examined("text/plain", own, len(gaps), tuple(gaps), found, subjects, frozenset({TEXT}))


@dataclass(frozen=True)
class Catalogue:
    """A catalogue on disk."""

    database: Path

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Open the one writer, at this version's schema."""
        engine = open_writer(self.database)
        try:
            migrate(engine, self.database)
            with engine.connect() as connection:
                yield Writer(connection)
        finally:
            engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open it as reports do."""
        engine = reader(self.database)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()

    def rows(self, sql: str, *values: object) -> list[Any]:
        """Return what a plain SQLite client is told."""
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def night(self, share: MemoryShare, root: str = "/invented", sets: Sets = TODAY) -> Coverage:
        """Scan a share to the end."""
        with self.writing() as writer:
            return Night(writer, MemoryConnector(share), root, sets).whole()


class Night:
    """One share run while it goes on: as ``scanner.run`` does it, step by step."""

    def __init__(self, writer: Writer, connector: Connector, root: str, sets: Sets) -> None:
        self.writer = writer
        self.connector = connector
        self.run: ShareRun = runs.begin(
            writer, "memory", root, root.strip("/"), "memory", sets.digest, "0"
        )
        self.listings = Listings(writer, self.run.share_id, self.run.id, sets.digest, connector)
        self.results = Results(writer, self.run.share_id, self.run.id, sets, self.listings.parents)

    def take(self, listing: Listing) -> list[Work]:
        """Store a listing and return its work."""
        work = self.listings.take(listing)
        for replaced in self.listings.replaced():
            self.results.release(*replaced)
        return work

    def crawl(self) -> list[Work]:
        """Store all listings; nothing is read yet."""
        found = [work for listing in self.connector.walk() for work in self.take(listing)]
        self.listings.walked()
        return found

    def read(self, work: Work) -> None:
        """Examine one entry, unless its bytes are known, and store what came of it."""
        try:
            descriptor = self.connector.open(Ref(work.folder, work.name))
        except EntryUnreadable as error:
            self.results.gap(self.listings.guarded(work), error.cause)
            return
        work = self.listings.guarded(work)
        with os.fdopen(descriptor, "rb") as stream:
            content = stream.read()
        name = work.name.partition(".")[0]
        names = entity_results([f"UK_NHS {name}"]) if name.isdigit() else ()
        fingerprint = hashlib.blake2b(content).digest()
        known = self.results.content(fingerprint)
        if known is not None and self.results.is_current(known):
            self.results.known(work, known, names)
        else:
            self.results.examined(work, fingerprint, examined(content), names)

    def commit(self) -> None:
        """Make what was done so far last."""
        self.results.flush()
        self.writer.commit()

    def end(self, ended: Ended = Ended.COMPLETE) -> Coverage:
        """Close what is gone and store the equation."""
        self.commit()
        if ended is Ended.COMPLETE:
            runs.close_vanished(self.writer, self.results, self.run)
        listings = self.listings
        found = runs.coverage(self.writer, self.run, listings.enumerated, listings.seen)
        runs.store_coverage(self.writer, self.run, found, ended, None, RootIdentity("memory"))
        return found

    def whole(self) -> Coverage:
        """Crawl, read and end."""
        for work in self.crawl():
            self.read(work)
        return self.end()
