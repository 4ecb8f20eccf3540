"""Who can reach what, with its past, and the sums that answers about many files are read from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
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

principal = Table(
    "principal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("authority", Text, nullable=False),  # a domain's SID, a host's name, a tenant
    Column("identifier", Text, nullable=False),  # a SID, "uid:1000", "gid:100"
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("department", Text, nullable=False, server_default=""),
    Column("manager", Text, nullable=False, server_default=""),  # an identifier
    Column("last_logon", Text, nullable=False, server_default=""),  # a day
    Column("unit", Text, nullable=False, server_default=""),  # parted by /, outermost first
    Column("enabled", Integer),  # of an account: 0, it cannot be used; NULL: a group, or not known
    Column("removed", Integer),  # share run or refresh that found it gone; NULL: it is there
    UniqueConstraint("authority", "identifier"),
)

membership = Table(
    "membership",
    metadata,
    Column("group_id", ForeignKey("principal.id"), primary_key=True),
    Column("member_id", ForeignKey("principal.id"), primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer),
)


def _answer_columns() -> list[Column[Any]]:
    return [
        Column("known", Integer, nullable=False),  # 0: not known who; 2: not of all who read
        Column("statement", Text, nullable=False),  # JSON: sentences on what is not known
        Column("broad", Text, nullable=False),  # JSON: broad groups that can read
        Column("administrators", Text, nullable=False),  # JSON grants; they can in any case
        Column("services", Text, nullable=False),  # JSON grants of system accounts
    ]


access_key = Table(
    "access_key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False, server_default="local"),  # as of the share
    Column("share_descriptor_id", ForeignKey("descriptor.id")),
    Column("gate_id", ForeignKey("gate.id"), nullable=False),
    Column("descriptor_id", ForeignKey("descriptor.id"), nullable=False),
    *_answer_columns(),
    Column("directory", LargeBinary, nullable=False),  # digest of the accounts it was answered for
    Column("since", Integer, nullable=False, server_default=text("0")),  # of this answer
    Column("readers", Integer, nullable=False, server_default=text("0")),  # people
    Column("readers_digest", LargeBinary, nullable=False, server_default=text("x''")),  # who
    UniqueConstraint("source", "share_descriptor_id", "gate_id", "descriptor_id"),
)

access_key_past = Table(
    "access_key_past",
    metadata,
    Column("access_key_id", ForeignKey("access_key.id"), primary_key=True),
    Column("since", Integer, primary_key=True),
    Column("until", Integer, nullable=False),
    *_answer_columns(),
)

reach = Table(
    "reach",
    metadata,
    Column("access_key_id", ForeignKey("access_key.id"), primary_key=True),
    Column("principal_id", ForeignKey("principal.id"), primary_key=True),
    Column("right", Text, primary_key=True),  # read or write
    Column("since", Integer, primary_key=True),
    Column("until", Integer),
    Column("steps", Text, nullable=False),  # JSON: the path of the grant, outermost first
    Index(None, "principal_id"),
)


def _of_place(*columns: str) -> list[Column[Any]]:
    """Return the columns of a row about part of a share; key 0: not known."""
    return [
        Column("share_id", ForeignKey("share.id"), primary_key=True),
        *(Column(each, Integer, primary_key=True) for each in columns),
    ]


def _counts(*columns: str) -> list[Column[Any]]:
    return [Column(each, Integer, nullable=False) for each in columns]


differing = Table(  # above_id: the nearest such folder above
    "differing",
    metadata,
    *_of_place("folder_id"),
    Column("above_id", Integer),
    *_counts("access_key_id"),
)

differing_sum = Table(
    "differing_sum",
    metadata,
    *_of_place("folder_id", "access_key_id"),
    *_counts("files", "size_bytes", "unread", "held", "held_read", "least", "most"),
    Column("kinds", Text, nullable=False),  # JSON: files by the kinds that they hold
    Column("first", Text, nullable=False, server_default="[]"),  # JSON: ids of a few files
    Column("held_first", Text, nullable=False, server_default="[]"),  # of those that hold any
)

differing_copy = Table(
    "differing_copy",
    metadata,
    *_of_place("folder_id", "access_key_id", "content_id"),
    *_counts("most"),
)

fullest = Table("fullest", metadata, *_of_place("access_key_id", "entry_id"), *_counts("most"))

directory = Table(
    "directory",
    metadata,
    Column("source", Text, primary_key=True),
    Column("digest", LargeBinary, nullable=False),
    Column("accounts", LargeBinary, nullable=False),  # compressed JSON: directories.py
)

refresh = Table(  # its ids and those of share runs are of one sequence
    "refresh",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),  # as of the share
    Column("started", Text, nullable=False),
    Column("finished", Text, nullable=False),
    Column("outcome", Text, nullable=False),  # complete, or incomplete (reason says why)
    Column("reason", Text),
)

collected = Table(
    "collected",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("names", Text, nullable=False),  # JSON: of the server, in small letters
    Column("taken", Text, nullable=False),
    Column("imported", Text, nullable=False),
    Column("told", LargeBinary, nullable=False),  # the script's JSON, compressed
)
