"""Windows' own answers, as docs/windows/record-answers.ps1 writes them, held against ours.

Files that administrators recorded lie in the folder ``windows``; none came yet. One question of the
script's kind stands here for each rule, with the answer that [MS-DTYP] 2.5.3.2 gives.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.directory import directory, in_set
from scanner.access.nt.descriptor import decode
from scanner.access.nt.evaluate import FileRight, Guards, Server, effective
from tests.servers.descriptors import from_sddl

_DOMAIN = "S-1-5-21-1000000001-1000000002-1000000003"
_USER, _GROUP, _OTHER = f"{_DOMAIN}-1101", f"{_DOMAIN}-1201", f"{_DOMAIN}-1202"
_RECORDED = Path(__file__).parent / "windows"


def _disagreements(lines: Iterator[str]) -> Iterator[str]:
    """Yield the questions to which our answer is another than the one that stands with them."""
    for line in lines:
        told = json.loads(line)
        principals = (
            Principal(_DOMAIN, told["user"], PrincipalKind.UNKNOWN, "user"),
            *(Principal(_DOMAIN, sid, PrincipalKind.GROUP, sid) for sid in told["groups"]),
        )
        held = tuple((group, told["user"]) for group in told["groups"])
        known = directory(Accounts(_DOMAIN, principals, held))
        guards = Guards(decode(from_sddl(told["sddl"])), None, None, Server.WINDOWS)
        users = effective(guards, FileRight[told["right"]], known)
        if bool(list(in_set(users, known))) is not told["granted"]:
            yield line


def _line(sddl: str, right: str, *, granted: bool, groups: tuple[str, ...] = (_GROUP,)) -> str:
    return json.dumps(
        {
            "mark": "derived",
            "version": "",
            "sddl": sddl,
            "user": _USER,
            "groups": groups,
            "right": right,
            "granted": granted,
        }
    )


_DERIVED = (
    _line(f"O:{_OTHER}G:{_GROUP}D:(A;;0x1;;;{_GROUP})", "READ_DATA", granted=True),
    _line(f"O:{_OTHER}G:{_GROUP}D:(A;;0x1;;;{_OTHER})", "READ_DATA", granted=False),
    _line(
        f"O:{_OTHER}G:{_GROUP}D:(D;;0x1;;;{_USER})(A;;0x1;;;S-1-1-0)", "READ_DATA", granted=False
    ),
    _line(f"O:{_OTHER}G:{_GROUP}D:(A;OICIIO;0x1;;;{_USER})", "READ_DATA", granted=False),
    _line(f"O:{_GROUP}G:{_GROUP}D:", "WRITE_DAC", granted=True),
    _line(f"O:{_USER}G:{_GROUP}D:(A;;0x20000;;;S-1-3-4)", "WRITE_DAC", granted=False),
    _line(f"O:{_OTHER}G:{_GROUP}D:(A;;0x1f01ff;;;S-1-5-4)", "READ_DATA", granted=False),
    _line(f"O:{_OTHER}G:{_GROUP}D:(A;ID;0x10000;;;S-1-5-2)", "DELETE", granted=True, groups=()),
)


@pytest.mark.parametrize("line", _DERIVED)
def test_a_question_of_the_script_is_read_and_answered(line: str) -> None:
    assert list(_disagreements(iter([line]))) == []
    told = json.loads(line)
    other = json.dumps(told | {"granted": not told["granted"]})
    assert list(_disagreements(iter([other]))) == [other]


def test_our_answers_are_those_that_windows_gave() -> None:
    files = sorted(_RECORDED.glob("*.jsonl"))
    lines = (line for path in files for line in path.read_text("utf-8-sig").splitlines())
    assert list(_disagreements(lines)) == []
