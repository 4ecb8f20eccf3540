"""What is scanned, and what was found in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from scanner.catalogue.tables.base import metadata

token_key = Table(
    "token_key",
    metadata,
    Column("id", Text, primary_key=True),  # not the key: a fingerprint of it
    Column("check_value", LargeBinary, nullable=False),  # a wrong key is refused by this
)

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("version", Text, nullable=False),  # of Stocktake
)

descriptor = Table(
    "descriptor",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)

gate = Table(
    "gate",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("raw", LargeBinary, nullable=False),
)

share = Table(
    "share",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("connector", Text, nullable=False),
    Column("root", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("file_system", Text),  # of the last complete share run
    Column("descriptor_id", ForeignKey("descriptor.id")),  # of the share; NULL: none, or unknown
    Column("gate_id", ForeignKey("gate.id")),  # what the way to the root grants
    Column("source", Text, nullable=False, server_default="local"),  # whose accounts it is about
    Column("summed", Integer, nullable=False, server_default=text("0")),  # 0: its sums do not hold
    # 0: the times that are listed of files do not tell that their permissions changed
    Column("times_tell", Integer, nullable=False, server_default=text("1")),
    UniqueConstraint("connector", "root"),
)

share_run = Table(
    "share_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("run.id"), nullable=False),
    Column("share_id", ForeignKey("share.id"), nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("outcome", Text),  # complete, incomplete (reason says why) or stopped
    Column("reason", Text),
    Column("sets", LargeBinary, nullable=False),  # digest of detectors, extractors, exclusions
    Column("enumerated", Integer),
    Column("examined", Integer),
    Column("unchanged", Integer),
    Column("excluded", Integer),
    Column("gaps", Integer),
    Column("examined_bytes", Integer, nullable=False, server_default=text("0")),
    Column("filtered", Integer),  # 1: the source lists only what the account may open
    CheckConstraint(
        "finished IS NULL OR outcome = 'incomplete' AND enumerated IS NULL"
        " OR enumerated = examined + unchanged + excluded + gaps",
        name="coverage",
    ),
    Index(None, "share_id", "finished"),
)

sets = Table(
    "sets",
    metadata,
    Column("digest", LargeBinary, primary_key=True),
    Column("parts", Text, nullable=False),  # JSON: scanner/sets.py
)

link = Table(
    "link",
    metadata,
    Column("share_id", ForeignKey("share.id"), primary_key=True),
    Column("path", Text, primary_key=True),  # from the root, as of an entry
    Column("target", Text, nullable=False),  # where it leads; "": nobody tells
)

folder = Table(
    "folder",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("share_id", ForeignKey("share.id"), nullable=False),
    Column("parent_id", Integer),
    Column("path", Text, nullable=False),  # from the root; "" is the root: one look-up a folder
    Column("listing_digest", LargeBinary),  # NULL: compare its entries at the next listing
    Column("sets", LargeBinary),
    Column("entry_count", Integer, nullable=False, server_default=text("0")),
    Column("cause", Text),  # why it could not be listed; NULL: it was
    Column("vanishing", Integer),  # share run that missed it; closed if that run ends complete
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    # share run in which the permissions of all its files were read, or a later one
    Column("guarded", Integer, nullable=False, server_default=text("0")),
    Index("ix_folder_current", "share_id", "path", unique=True, sqlite_where=text("until IS NULL")),
    Index("ix_folder_parent", "parent_id", sqlite_where=text("until IS NULL")),
)

share_access = Table(
    "share_access",
    metadata,
    Column("share_id", ForeignKey("share.id"), primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer),
    Column("source", Text, nullable=False),
    Column("descriptor_id", ForeignKey("descriptor.id")),
    Column("gate_id", ForeignKey("gate.id"), nullable=False),
)

folder_access = Table(
    "folder_access",
    metadata,
    Column("folder_id", ForeignKey("folder.id"), primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer),
    Column("gate_id", ForeignKey("gate.id"), nullable=False),  # of what lies in the folder
    Column("descriptor_id", ForeignKey("descriptor.id"), nullable=False),
)

content = Table(
    "content",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False, unique=True),  # keyed BLAKE2b of the bytes
    Column("size_bytes", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("sets", LargeBinary, nullable=False),  # it was, or would be as it is, examined under
    Column("cause", Text),  # NULL: read in full
    Column("members", Integer, nullable=False, server_default=text("0")),
    Column("member_gaps", Integer, nullable=False, server_default=text("0")),
    Column("subjects_least", Integer, nullable=False, server_default=text("0")),  # people in it
    Column("subjects_most", Integer, nullable=False, server_default=text("0")),
    Column("touched", LargeBinary),  # bits: parts of its sets it has to do with; NULL: unknown
    Index(None, "size_bytes"),
)

member_gap = Table(
    "member_gap",
    metadata,
    Column("content_id", ForeignKey("content.id"), primary_key=True),
    Column("member", Text, primary_key=True),
    Column("cause", Text, primary_key=True),
)


def _entry_columns() -> list[Column[Any]]:
    return [
        Column("folder_id", ForeignKey("folder.id"), nullable=False),
        Column("name", Text, nullable=False),
        Column("size_bytes", Integer, nullable=False),
        Column("modified_ns", Integer, nullable=False),
        Column("changed_ns", Integer, nullable=False),
        Column("file_id", Integer, nullable=False),
        Column("content_id", ForeignKey("content.id")),  # last known, also while it is a gap
        Column("descriptor_id", ForeignKey("descriptor.id")),
        Column("state", Text, nullable=False),  # examined, excluded or gap
        Column("cause", Text),  # of a gap, or the rule of an exclusion
        Column("seen_share_run_id", Integer, nullable=False),  # in which this state was found
        Column("since", Integer, nullable=False),
    ]


entry = Table(
    "entry",
    metadata,
    Column("id", Integer, primary_key=True),
    *_entry_columns(),
    Column("vanishing", Integer),  # share run that missed it; moved to the past at its end
    # last-access time as listed before it was read, new or changed; 0: not kept, or not listed
    Column("accessed_ns", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("state IN ('examined', 'excluded', 'gap')", name="state"),
    CheckConstraint("(state = 'examined') = (cause IS NULL)", name="cause"),
    Index(None, "folder_id", "name", unique=True),
    Index("ix_entry_unread", "folder_id", "cause", sqlite_where=text("state <> 'examined'")),
    Index("ix_entry_vanishing", "vanishing", sqlite_where=text("vanishing IS NOT NULL")),
    Index("ix_entry_content", "content_id", sqlite_where=text("content_id IS NOT NULL")),
)

entry_past = Table(
    "entry_past",
    metadata,
    Column("id", Integer, primary_key=True),
    *_entry_columns(),
    Column("until", Integer, primary_key=True),
)

finding = Table(
    "finding",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey("content.id")),
    Column("entry_id", Integer),  # what the entry's name holds; the entry may be in the past
    Column("entity", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("occurrences", Integer, nullable=False),
    Column("distinct_values", Integer, nullable=False),
    Column("counted", Text, nullable=False),  # exact, or sketch above the limit of values kept
    Column("confidence", Float, nullable=False),
    Column("concealed", Integer, nullable=False),  # how many occurrences are concealed
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    CheckConstraint("(content_id IS NULL) <> (entry_id IS NULL)", name="holder"),
    Index("ix_finding_content", "content_id", sqlite_where=text("content_id IS NOT NULL")),
    Index("ix_finding_entry", "entry_id", sqlite_where=text("entry_id IS NOT NULL")),
)

occurrence = Table(
    "occurrence",
    metadata,
    Column("finding_id", ForeignKey("finding.id"), primary_key=True),
    Column("member", Text, primary_key=True),  # "": the document itself
    Column("token", LargeBinary, primary_key=True),  # 16 bytes
    Column("count", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("concealed", Integer, nullable=False),
    Column("masked", Text),  # this and the next two: for the first 100 of a finding only
    Column("locator", Text),
    Column("explanation", Text),
    Index(None, "token"),
    sqlite_with_rowid=False,
)


def _total_columns() -> list[Column[Any]]:
    return [
        Column("share_id", ForeignKey("share.id"), nullable=False),
        Column("folder_id", Integer, nullable=False),  # with all below it; 0: the whole share
        Column("entity", Text, nullable=False),
        Column("entries", Integer, nullable=False),
        Column("occurrences", Integer, nullable=False),
        Column("since", Integer, nullable=False),
    ]


total = Table(
    "total",
    metadata,
    Column("id", Integer, primary_key=True),
    *_total_columns(),
    Index(None, "share_id", "folder_id", "entity", unique=True),
)

total_past = Table(
    "total_past",
    metadata,
    Column("id", Integer, primary_key=True),
    *_total_columns(),
    Column("until", Integer, primary_key=True),
)
