"""POSIX decisions: one row per rule, derived from acl(5) and fs/posix_acl.c."""

from __future__ import annotations

import pytest

from scanner.access.posix import (
    AclEntry,
    Clause,
    NoAcl,
    Posix,
    Rights,
    Tag,
    UnsupportedModel,
    Who,
    allowed,
    decode,
)

_R, _W, _X = Rights.READ, Rights.WRITE, Rights.EXECUTE
_OWNER, _GROUP = 1001, 2001


def _file(mode: int, *acl: tuple[Tag, int, int]) -> Posix:
    entries = tuple(AclEntry(*entry) for entry in acl) if acl else NoAcl()
    return Posix(_OWNER, _GROUP, mode, entries, is_folder=False)


def _folder(mode: int) -> Posix:
    return Posix(_OWNER, _GROUP, mode, NoAcl(), is_folder=True)


_NAMED = _file(
    0o640,
    (Tag.OWNER, 6, 0),
    (Tag.USER, 7, 1002),
    (Tag.OWNING_GROUP, 0, 0),
    (Tag.GROUP, 6, 2002),
    (Tag.MASK, 4, 0),
    (Tag.OTHER, 0, 0),
)
_TWO_GROUPS = _file(
    0o060, (Tag.OWNING_GROUP, 0, 0), (Tag.GROUP, 4, 2002), (Tag.GROUP, 2, 2003), (Tag.MASK, 6, 0)
)
_EMPTY_MASK = _file(
    0o604, (Tag.USER, 0, 1002), (Tag.OWNING_GROUP, 6, 0), (Tag.MASK, 0, 0), (Tag.OTHER, 4, 0)
)


@pytest.mark.parametrize(
    ("posix", "uid", "gids", "wanted", "clause"),
    [
        (_file(0o077), _OWNER, {_GROUP}, _R, Clause(Who.OWNER, _OWNER, False)),
        (_file(0o707), 1009, {_GROUP}, _R, Clause(Who.OWNING_GROUP, _GROUP, False)),
        (_file(0o004), 1009, {2009}, _R, Clause(Who.OTHER, 0, True)),
        (_NAMED, 1002, {_GROUP}, _R, Clause(Who.USER, 1002, True)),
        (_NAMED, 1002, {2002}, _W, Clause(Who.USER, 1002, False)),  # the mask takes it away
        (_NAMED, 1009, {_GROUP, 2002}, _R, Clause(Who.GROUP, 2002, True)),  # one is enough
        (_NAMED, 1009, {_GROUP}, _R, Clause(Who.OWNING_GROUP, _GROUP, False)),
        (_TWO_GROUPS, 1009, {2002, 2003}, _R, Clause(Who.GROUP, 2002, True)),
        (_TWO_GROUPS, 1009, {2002, 2003}, _R | _W, Clause(Who.OWNING_GROUP, _GROUP, False)),
        (_EMPTY_MASK, 1002, {2009}, _R, Clause(Who.OTHER, 0, True)),  # the ACL is not looked at
        (_EMPTY_MASK, 1009, {_GROUP}, _R, Clause(Who.OWNING_GROUP, _GROUP, False)),
        (_file(0o000), 0, {0}, _R | _W, Clause(Who.SUPERUSER, 0, True)),
        (_file(0o666), 0, {0}, _X, Clause(Who.SUPERUSER, 0, False)),
        (_file(0o100), 0, {0}, _X, Clause(Who.SUPERUSER, 0, True)),
        (_folder(0o000), 0, {0}, _X, Clause(Who.SUPERUSER, 0, True)),
    ],
)
def test_allowed_decides_by_the_first_clause_that_speaks_of_the_person(
    posix: Posix, uid: int, gids: set[int], wanted: Rights, clause: Clause
) -> None:
    if clause.who in (Who.OWNING_GROUP, Who.GROUP) and not clause.granted and len(gids) > 1:
        assert not allowed(posix, uid, gids, wanted).granted  # which group refuses is no matter
        return
    assert allowed(posix, uid, gids, wanted) == clause


def test_decode_reads_the_documented_layout() -> None:
    raw = bytes.fromhex("0103e801e903000000080000" + "0200040005000000")
    assert decode(raw) == Posix(1001, 2048, 0o750, (AclEntry(Tag.USER, 4, 5),), is_folder=True)


def test_decode_of_another_acl_model_says_so() -> None:
    assert decode(bytes.fromhex("0104a4010000000000000000")) == UnsupportedModel()


@pytest.mark.parametrize("raw", [b"", b"\x01" * 11, b"\x01\x02" + bytes(13), b"\x09" + bytes(11)])
def test_decode_of_what_is_no_descriptor_raises(raw: bytes) -> None:
    with pytest.raises(ValueError, match="POSIX descriptor"):
        decode(raw)
