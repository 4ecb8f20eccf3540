from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import Accounts, DirectoryUnread, Principal, PrincipalKind
from connectors.directory.merged import merged

_DOMAIN, _OWN, _OTHER = "S-1-5-21-1-2-3", "S-1-5-21-4-5-6", "S-1-5-21-7-8-9"
_ANN = Principal(_DOMAIN, f"{_DOMAIN}-1104", PrincipalKind.UNKNOWN, r"LAB\ann")
_TEAM = Principal(_DOMAIN, f"{_DOMAIN}-1200", PrincipalKind.GROUP, r"LAB\team")
_FAR = Principal(_OTHER, f"{_OTHER}-1300", PrincipalKind.GROUP, "")
_USERS = Principal("files01", "S-1-5-32-545", PrincipalKind.GROUP, "Users")
_LOCAL = Principal(_OWN, f"{_OWN}-1001", PrincipalKind.UNKNOWN, "local")
_SERVER = Accounts(
    authority="files01",
    principals=(
        _USERS,
        _LOCAL,
        replace(_TEAM, name=r"LAB\old name"),
        replace(_FAR, name=r"FAR\staff"),
    ),
    memberships=((_USERS.identifier, _TEAM.identifier), (_USERS.identifier, _LOCAL.identifier)),
    untold=(_TEAM.identifier, _FAR.identifier),
    others=(_DOMAIN,),
)
_DIRECTORY = Accounts(
    authority=_DOMAIN,
    principals=(_ANN, _TEAM, _FAR),
    memberships=((_TEAM.identifier, _ANN.identifier),),
    untold=(_FAR.identifier,),
)


def test_local_groups_hold_the_domain_s_and_these_their_people() -> None:
    both = merged(_SERVER, _DIRECTORY)
    assert both.authority == "files01"
    assert set(both.principals) == {_ANN, _TEAM, replace(_FAR, name=r"FAR\staff"), _USERS, _LOCAL}
    assert set(both.memberships) == {*_SERVER.memberships, *_DIRECTORY.memberships}
    assert both.untold == (_FAR.identifier,)
    assert (both.complete, both.others) == (True, ())
    whole = merged(replace(_SERVER, whole=(_OWN,)), replace(_DIRECTORY, whole=(_DOMAIN,))).whole
    assert whole == (_DOMAIN, _OWN)


def test_what_the_directory_tells_of_a_group_comes_first() -> None:
    stale = replace(
        _SERVER, memberships=(*_SERVER.memberships, (_TEAM.identifier, _LOCAL.identifier))
    )
    assert (_TEAM.identifier, _LOCAL.identifier) not in merged(stale, _DIRECTORY).memberships


def test_what_neither_tells_stays_untold() -> None:
    trusting = replace(_DIRECTORY, others=(_OTHER,))
    assert merged(_SERVER, trusting).others == (_OTHER,)
    assert not merged(replace(_SERVER, complete=False), _DIRECTORY).complete
    gone = replace(_DIRECTORY, principals=(_ANN, _FAR), memberships=())
    assert _TEAM.identifier in merged(_SERVER, gone).untold


@pytest.mark.parametrize("others", [(), (_OTHER,)])
def test_people_of_another_domain_than_the_server_s_are_not_counted(
    others: tuple[str, ...],
) -> None:
    elsewhere = replace(_SERVER, principals=(_USERS, _LOCAL), others=others)
    with pytest.raises(DirectoryUnread, match="does not belong to the domain"):
        merged(elsewhere, _DIRECTORY)


def test_a_server_that_does_not_tell_its_domain_is_taken_to_be_in_the_one_that_is_set() -> None:
    silent = replace(_SERVER, principals=(_USERS,), others=(), complete=False)
    assert _ANN in merged(silent, _DIRECTORY).principals
