import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.smb.replies import (
    BadReply,
    Listed,
    buffer,
    closed,
    created,
    listed,
    nanoseconds,
    read_data,
    volume_serial,
)

_YEAR_2026 = 134_116_992_000_000_000  # 1 January, in 100 ns since 1601


def _line(name: str, following: int, *, size: int = 5, attributes: int = 0x20) -> bytes:
    raw = name.encode("utf-16-le", "surrogatepass")
    fields = (
        following,
        0,
        0,
        _YEAR_2026 + 2,
        _YEAR_2026,
        _YEAR_2026 + 1,
        size,
        8,
        attributes,
        len(raw),
        7,
        0,
        9,
    )
    return struct.pack("<IIQQQQQQIIIIQ", *fields) + raw


def test_the_lines_of_a_listing_are_read_one_after_the_other() -> None:
    second = 1767225600 * 10**9
    times, accessed = (second, second + 100), second + 200
    first = _line("caf\u00e9.txt", 104).ljust(104, b"\0")
    assert list(listed(memoryview(first + _line("\U0001f4c1", 0, attributes=0x10)))) == [
        Listed("caf\u00e9.txt", 5, *times, 0x20, 7, 9, accessed),
        Listed("\U0001f4c1", 5, *times, 0x10, 7, 9, accessed),
    ]


def test_half_a_character_in_a_name_is_kept_for_the_connector_to_tell() -> None:
    (line,) = listed(memoryview(_line("a\ud800b", 0)))
    assert line.name == "a\ud800b"


@pytest.mark.parametrize(
    "raw",
    [
        _line("a", 0)[:40],
        _line("a", 4),  # leads into itself
        _line("abc", 0)[:-2],
        struct.pack("<IIQQQQQQIIIIQ", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFFFFFFFF, 0, 0, 0),
    ],
)
def test_a_listing_that_lies_is_refused(raw: bytes) -> None:
    with pytest.raises(BadReply):
        list(listed(memoryview(raw)))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_never_without_end(raw: bytes) -> None:
    for reader in (created, closed, read_data, buffer, lambda b: list(listed(memoryview(b)))):
        try:
            reader(raw)
        except BadReply:
            continue


def test_data_lies_where_the_reply_says() -> None:
    head = struct.pack("<HBBI", 17, 80, 0, 3) + bytes(8)
    assert bytes(read_data(head + b"abc")) == b"abc"
    with pytest.raises(BadReply):
        read_data(head + b"ab")
    assert bytes(buffer(struct.pack("<HHI", 9, 72, 2) + b"xy")) == b"xy"


def test_times_count_from_1970_and_no_time_is_nought() -> None:
    assert nanoseconds(_YEAR_2026) == 1767225600 * 10**9
    assert nanoseconds(0) == 0
    assert volume_serial(memoryview(struct.pack("<QI", 5, 6))) == 6
