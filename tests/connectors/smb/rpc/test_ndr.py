from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer, Unpacker, sid_bytes
from tests.servers import descriptors

_PARTS = st.lists(st.integers(0, 2**32 - 1), max_size=15)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), _PARTS)
def test_what_is_packed_is_unpacked_each_at_its_place(text: str, parts: list[int]) -> None:
    sid = "-".join(("S-1-5", *map(str, parts)))
    packed = Packer().short(3).text(text).sid(sid).short(4).number(5)
    told = Unpacker(packed.packed)
    assert told.short() == 3
    assert told.text() == text
    assert told.sid() == sid
    assert (told.short(), told.number()) == (4, 5)


@pytest.mark.parametrize("sid", ["S-1-1-0", "S-1-5-21-1-2-4294967295-500", "S-1-0x123456789ABC-7"])
def test_a_sid_has_the_bytes_that_an_independent_writer_gives_it(sid: str) -> None:
    assert sid_bytes(sid) == descriptors.sid_bytes(sid)
    assert Unpacker(Packer().sid(sid).packed).sid() == sid


@pytest.mark.parametrize("sid", ["", "S-1", "uid:0", "S-2-5-11", "S-1-5-x", "S-1-5-4294967296"])
def test_what_is_no_sid_is_refused(sid: str) -> None:
    with pytest.raises(ValueError, match=r"SID|invalid literal|unpack"):
        sid_bytes(sid)


def test_an_array_that_says_it_is_longer_than_the_answer_is_refused_before_it_is_read() -> None:
    for read in (Unpacker.data, Unpacker.text):
        with pytest.raises(NotTold):
            read(Unpacker(b"\xff" * 12))
    with pytest.raises(NotTold, match="do not agree"):
        Unpacker(Packer().number(1).raw(bytes(64)).packed).array(2)
