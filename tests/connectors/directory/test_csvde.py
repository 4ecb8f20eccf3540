"""Exports of a directory as CSV: they tell what LDIF of the same directory tells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.base import Accounts, DirectoryUnread
from connectors.directory import ldif
from connectors.directory.csvde import records
from connectors.directory.export import read_export
from connectors.directory.link import Found
from connectors.directory.objects import ATTRIBUTES, MEMBER
from tests.servers.descriptors import sid_bytes
from tests.servers.domain import Domain, Scope

_DOMAIN, _OTHER = "S-1-5-21-1-2-3", "S-1-5-21-7-8-9"


def _hex(sid: str) -> str:
    return f"X'{sid_bytes(sid).hex()}'"


_EXPORT = f"""\
DN,objectClass,objectSid,sAMAccountName,groupType,primaryGroupID,userAccountControl,accountExpires,\
member,sIDHistory,trustDirection,securityIdentifier
"DC=lab,DC=example",domainDNS,{_hex(_DOMAIN)},,,,,,,,,
"CN=Bo\\\\, Ann,DC=lab,DC=example",user,{_hex(f"{_DOMAIN}-1104")},ann,,513,512,0,,\
{_hex(f"{_OTHER}-5")};{_hex(f"{_OTHER}-6")},,
X'434e3d44c3a92c44433d6c61622c44433d6578616d706c65',user,{_hex(f"{_DOMAIN}-1105")},d,,513,512,0,,,,
"CN=team,DC=lab,DC=example",group,{_hex(f"{_DOMAIN}-1200")},team,-2147483646,,,,\
"CN=Bo\\\\, Ann,DC=lab,DC=example;CN=Dé,DC=lab,DC=example",,,
"CN=far,DC=lab,DC=example",trustedDomain,,,,,,,,,3,{_hex(_OTHER)}
"""


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Accounts:
    path = folder / "lab.csv"
    path.write_bytes(text.encode(encoding))
    return read_export(path, datetime.now(UTC))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_export_is_read_in_any_of_the_ways_it_is_written(
    encoding: str, line_end: str, tmp_path: Path
) -> None:
    told = _read(tmp_path, _EXPORT.replace("\n", line_end), encoding)
    former = r"LAB\ann, by what it was in another domain"
    assert sorted(each.name for each in told.principals) == [
        *(r"LAB\ann", former, former, r"LAB\d", r"LAB\team"),
    ]
    ann, d, team = (f"{_DOMAIN}-{number}" for number in (1104, 1105, 1200))
    assert {(team, ann), (team, d), (f"{_OTHER}-5", ann)} < set(told.memberships)
    assert (told.authority, told.untold, told.others) == (_DOMAIN, (), (_OTHER,))


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("a;b", [b"a", b"b"]),
        (r"a\;b;c", [b"a;b", b"c"]),
        (r"\\", [b"\\"]),
        (r"a\\;b", [b"a\\", b"b"]),
        (r"a\,b", [rb"a\,b"]),
        ("a\\", [b"a\\"]),
        ("X'C3A9';x", ["é".encode(), b"x"]),
        ("X'c3';X'c'", [b"\xc3", b"X'c'"]),  # half a letter; half a byte is plain text
    ],
)
def test_values_in_one_cell_are_told_apart(cell: str, values: list[bytes]) -> None:
    (found,) = records(["DN,info", f'CN=a,"{cell}"'])
    assert found.attributes["info"] == values


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (",domainDNS,", ",top,", "does not hold the domain itself"),
        (",userAccountControl,", ",info,", "the export lacks userAccountControl"),
        (",member,", ",info,", "the export lacks member"),
        (",512,0,", ",512,soon,", "the export cannot be understood"),
        (",user,X'", ",user,'", "the export cannot be understood"),
        ("DN,", "Name,", "the export is no CSV of csvde, or was cut short"),
        (f",3,{_hex(_OTHER)}", ",3", "the export is no CSV of csvde, or was cut short"),
        (",DC=example;", ',DC=example"x;', "the export is no CSV of csvde, or was cut short"),
    ],
)
def test_an_export_that_would_make_answers_smaller_is_refused(
    old: str, new: str, why: str, tmp_path: Path
) -> None:
    assert old in _EXPORT
    with pytest.raises(DirectoryUnread, match=why):
        _read(tmp_path, _EXPORT.replace(old, new))


def test_a_group_of_very_many_is_read_whole(tmp_path: Path) -> None:
    many = ";".join(f"CN=u{number},DC=lab,DC=example" for number in range(20_000))
    (found,) = records(["DN,member", f'CN=team,"{many}"'])
    assert len(found.attributes["member"]) == 20_000


def _as_csvde(objects: Iterable[Found]) -> str:
    """Return objects as ``csvde -u`` writes them: the last class alone, bytes in hexadecimal."""
    written, told = io.StringIO(), list(objects)
    names = sorted({name for each in told for name in each.attributes})
    rows = csv.writer(written)
    rows.writerow(["DN", *names])
    for each in told:
        own = {**each.attributes, "objectClass": each.attributes["objectClass"][-1:]}
        rows.writerow(
            [_written(each.dn.encode()), *(";".join(map(_written, own.get(x, ()))) for x in names)]
        )
    return written.getvalue()


def _written(value: bytes) -> str:
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return f"X'{value.hex()}'"
    if not text.isprintable():
        return f"X'{value.hex()}'"
    return text.replace("\\", "\\\\").replace(";", "\\;")


def test_csv_of_a_real_domain_tells_what_ldif_of_it_tells(domain: Domain, tmp_path: Path) -> None:
    domain.add_user("ann")
    domain.add_user("Dé Bo, cat")
    domain.add_group("payroll", ("ann", "Dé Bo, cat"))
    domain.add_group("readers", ("payroll",), Scope.DOMAIN_LOCAL)
    text = domain.exported((*ATTRIBUTES, MEMBER))
    export = tmp_path / "lab.ldif"
    export.write_text(text, "utf-8")
    objects = list(ldif.records(text.splitlines()))
    assert len(objects) > 40
    assert _read(tmp_path, _as_csvde(objects), "utf-16") == read_export(export, datetime.now(UTC))
