"""What a worker makes of one entry: findings, the parts not read, and the cause of the whole."""

from __future__ import annotations

import io
import zipfile

import pytest

from connectors.base import Cause
from detectors.registry import detectors
from scanner.examine import Detecting, examine_content, examine_name, fingerprint
from scanner.extractors.base import Budget, Source
from scanner.keys import TokenKey

NHS = b"NHS number 999 000 0018\n"
KEY = TokenKey(bytes(32))


@pytest.fixture(scope="module")
def detecting() -> Detecting:
    declared = detectors()
    return Detecting.by(declared, KEY)


def _locked(files: dict[str, bytes], locked: set[str]) -> bytes:
    """Return an archive in which the flag of some members says that they are encrypted."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        places = [info.header_offset for info in archive.infolist() if info.filename in locked]
    packed = bytearray(out.getvalue())
    for place in places:
        packed[place + 6] |= 1
    at = 0
    while (at := packed.find(b"PK\x01\x02", at)) >= 0:
        name = packed[at + 46 : at + 46 + packed[at + 28]].decode()
        packed[at + 8] |= name in locked
        at += 46
    return bytes(packed)


@pytest.mark.parametrize(
    ("locked", "cause"),
    [(set(), None), ({"a.txt"}, Cause.PARTIAL), ({"a.txt", "b.txt"}, Cause.ENCRYPTED)],
)
def test_an_archive_of_which_nothing_was_read_has_its_members_cause(
    detecting: Detecting, locked: set[str], cause: Cause | None
) -> None:
    data = _locked({"a.txt": NHS, "b.txt": NHS.replace(b"18", b"26")}, locked)
    found = examine_content(Source.of_bytes(data), Budget(), detecting)
    assert found.cause is cause
    assert [gap.member for gap in found.member_gaps] == sorted(locked)
    assert sum(result.occurrences for result in found.results) == 2 - len(locked)


def test_values_leave_as_tokens_only(detecting: Detecting) -> None:
    found = examine_content(Source.of_bytes(NHS), Budget(), detecting)
    (result,) = found.results
    assert result.members[0].tokens == KEY.token("UK_NHS", "9990000018")
    assert "9990000018" not in repr(found)


def test_a_name_is_read_in_its_words(detecting: Detecting) -> None:
    (result,) = examine_name("NHS number 999_000_0018 letter.docx", detecting)
    assert (result.entity, result.distinct) == ("UK_NHS", 1)
    assert examine_name("minutes.docx", detecting) == ()


def test_copies_have_one_fingerprint_and_other_keys_another() -> None:
    def of(data: bytes, key: TokenKey = KEY) -> bytes:
        return fingerprint(Source.of_bytes(data), key, Budget())

    assert of(NHS) == of(bytes(NHS))
    assert len({of(NHS), of(NHS + b"."), of(NHS, TokenKey(b"1" * 32)), of(b"")}) == 4


def test_a_file_of_organisations_numbers_holds_no_personal_data(detecting: Detecting) -> None:
    text = b"Company number 12345678\nVAT number GB 999 9999 73\nCharity number 1234567\n"
    found = examine_content(Source.of_bytes(text), Budget(), detecting)
    assert (found.cause, found.results) == (None, ())
    assert examine_name("Acme company number 12345678.docx", detecting) == ()
