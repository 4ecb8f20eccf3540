"""Exports of a directory: a real one gives what LDAP gives, and a poor one is refused."""

from __future__ import annotations

import base64
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.base import Accounts, DirectoryUnread
from connectors.directory.accounts import read_accounts
from connectors.directory.address import DirectoryAddress
from connectors.directory.export import read_export
from connectors.directory.ldif import records
from connectors.directory.link import Credentials, Link
from connectors.directory.objects import ATTRIBUTES, MEMBER
from tests.servers.descriptors import sid_bytes
from tests.servers.domain import Domain, Scope
from tests.servers.samba import PASSWORD

_DOMAIN, _OTHER = "S-1-5-21-1-2-3", "S-1-5-21-7-8-9"


def _sid(sid: str) -> str:
    return base64.b64encode(sid_bytes(sid)).decode()


_EXPORT = f"""version: 1

# as ldifde writes it
dn: DC=lab,DC=example
changetype: add
objectClass: domainDNS
objectSid:: {_sid(_DOMAIN)}

dn: CN=ann,DC=lab,DC=example
objectClass: user
objectSid:: {_sid(f"{_DOMAIN}-1104")}
sAMAccountName: ann
primaryGroupID: 513
userAccountControl: 512
accountExpires: 0
memberOf: CN=team,
 DC=lab,DC=example

dn: CN=team,DC=lab,DC=example
objectClass: group
objectSid:: {_sid(f"{_DOMAIN}-1200")}
sAMAccountName: team
groupType: -2147483646
member:: {base64.b64encode(b"CN=ann,DC=lab,DC=example").decode()}

dn: CN=far.example,CN=System,DC=lab,DC=example
objectClass: trustedDomain
trustDirection: 3
securityIdentifier:: {_sid(_OTHER)}

ref: ldap://lab.example/DC=child,DC=lab,DC=example
"""


def _read(folder: Path, text: str, encoding: str = "utf-8") -> Accounts:
    path = folder / "lab.ldif"
    path.write_text(text, encoding)
    return read_export(path, datetime.now(UTC))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_an_export_is_read_in_any_of_the_ways_it_is_written(
    encoding: str, line_end: str, tmp_path: Path
) -> None:
    told = _read(tmp_path, _EXPORT.replace("\n", line_end), encoding)
    assert [each.name for each in told.principals] == [r"LAB\ann", r"LAB\team"]
    assert told.memberships == (
        (f"{_DOMAIN}-1200", f"{_DOMAIN}-1104"),
        (f"{_DOMAIN}-513", f"{_DOMAIN}-1104"),
    )
    assert (told.authority, told.untold, told.others) == (_DOMAIN, (), (_OTHER,))
    assert told.whole == (_DOMAIN,)


def test_where_few_have_no_record_nobody_is_told_to_be_removed(tmp_path: Path) -> None:
    people = [f"CN=p{number},DC=lab,DC=example" for number in range(150)]
    members = "".join(f"member: {each}\n" for each in (*people, "CN=lost,DC=lab,DC=example"))
    records = "".join(f"\ndn: {each}\nobjectClass: contact\n" for each in people)
    told = _read(tmp_path, _EXPORT.replace("member:: ", f"{members}member:: ") + records)
    assert (told.untold, told.whole) == ((f"{_DOMAIN}-1200",), ())


def test_a_group_that_was_exported_in_part_is_not_all_told(tmp_path: Path) -> None:
    cut = _EXPORT.replace("member:: ", "member;range=0-1499:: ")
    whole = _EXPORT.replace("member:: ", "member;range=0-*:: ")
    assert _read(tmp_path, cut).untold == (f"{_DOMAIN}-1200",)
    assert _read(tmp_path, whole) == _read(tmp_path, _EXPORT)


def test_members_of_another_domain_need_no_record(tmp_path: Path) -> None:
    far = "member: CN=bob,DC=child,DC=lab,DC=example\nmember:: "
    assert _read(tmp_path, _EXPORT.replace("member:: ", far)).untold == (f"{_DOMAIN}-1200",)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("objectClass: domainDNS", "objectClass: top", "does not hold the domain itself"),
        ("userAccountControl: 512\n", "", "the export lacks userAccountControl"),
        ("member:: ", "info:: ", "the export lacks member"),
        ("accountExpires: 0", "accountExpires: soon", "the export cannot be understood"),
        ("objectSid:: ", "objectSid: ", "the export cannot be understood"),
        ("dn: CN=ann,", "dn: CN=bea,", "no record of 1 of the 2 accounts and groups"),
        ("member:: ", "member:: ?", "the export is no LDIF, or was cut short"),
        ("member:: ", "member:< file:///etc/passwd", "the export is no LDIF, or was cut short"),
        ("version: 1", "Name,SID", "the export is no LDIF, or was cut short"),
    ],
)
def test_an_export_that_would_make_answers_smaller_is_refused(
    old: str, new: str, why: str, tmp_path: Path
) -> None:
    assert old in _EXPORT
    with pytest.raises(DirectoryUnread, match=why):
        _read(tmp_path, _EXPORT.replace(old, new))


def test_the_export_of_a_real_domain_tells_what_its_controller_tells(
    domain: Domain, tmp_path: Path
) -> None:
    domain.add_user("ann")
    domain.add_user("Dé Bo, cat")
    domain.add_group("payroll", ("ann", "Dé Bo, cat"))
    domain.add_group("readers", ("payroll",), Scope.DOMAIN_LOCAL)
    address = DirectoryAddress(domain.host, 636, start_tls=False)
    with closing(Link(address, Credentials("ann", PASSWORD), domain.certificate)) as link:
        told = read_accounts(link, datetime.now(UTC))
    export = tmp_path / "lab.ldif"  # made after ann has logged on, which the directory notes
    export.write_text(domain.exported((*ATTRIBUTES, MEMBER)), "utf-8")
    assert len(list(records(export.read_text("utf-8").splitlines()))) > 40
    assert read_export(export, datetime.now(UTC)) == told
