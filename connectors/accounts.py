"""The machine's users and groups, as its name service (NSS) lists them. Read only.

NSS may be told not to list a domain's users though it knows each by number (sssd: ``enumerate``),
so numbers seen on files can be asked for by name too. Shadow passwords are never read.

Source  passwd(5), group(5), login.defs(5) UID_MIN; "Users, Groups, UIDs and GIDs on systemd
        Systems", table of ranges; read 2026-11-25.
"""

from __future__ import annotations

import grp
import os
import pwd
from collections.abc import Iterable

from connectors.base import Accounts, Principal, PrincipalKind

_FIRST_PERSON = 1000  # login.defs(5), UID_MIN
_RESERVED = range(61184, 65536)  # systemd: dynamic users, container use, nobody, 16-bit -1
_NO_LOGIN = frozenset({"nologin", "false", "sync", "shutdown", "halt"})
_ADMINISTRATOR_GROUPS = frozenset({"sudo", "wheel", "admin"})  # Debian, Fedora, old Ubuntu


def read_accounts(identifiers: Iterable[str] = ()) -> Accounts:
    """Return all accounts NSS lists, with those of ``identifiers`` it knows besides.

    Identifiers of another kind than ``uid:1000`` and ``gid:100`` are nobody's here.
    """
    asked = {tuple(each.split(":")) for each in identifiers if each[:4] in ("uid:", "gid:")}
    uids = {int(number) for kind, number in asked if kind == "uid"}
    gids = {int(number) for kind, number in asked if kind == "gid"}
    users = {user.pw_uid: user for user in reversed(pwd.getpwall())}  # the first entry holds
    groups = {group.gr_gid: group for group in reversed(grp.getgrall())}
    for gid in gids - groups.keys():
        try:
            groups[gid] = grp.getgrgid(gid)
        except KeyError:
            continue
    for uid in uids - users.keys():
        try:
            users[uid] = pwd.getpwuid(uid)
        except KeyError:
            continue
    known = {user.pw_name for user in users.values()}
    for name in {name for group in groups.values() for name in group.gr_mem} - known:
        try:
            user = pwd.getpwnam(name)
        except KeyError:  # a member without an account cannot log in
            continue
        users.setdefault(user.pw_uid, user)
    return accounts_of(os.uname().nodename, users.values(), groups.values())


def accounts_of(
    host: str, users: Iterable[pwd.struct_passwd], groups: Iterable[grp.struct_group]
) -> Accounts:
    """Return passwd and group entries as accounts, by number; a primary group is a membership."""
    users = sorted(users, key=lambda user: user.pw_uid)
    groups = sorted(groups, key=lambda group: group.gr_gid)
    uids = {user.pw_name: user.pw_uid for user in users}
    names = {user.pw_gid: "" for user in users} | {group.gr_gid: group.gr_name for group in groups}
    memberships = {(user.pw_gid, user.pw_uid) for user in users} | {
        (group.gr_gid, uids[name]) for group in groups for name in group.gr_mem if name in uids
    }
    return Accounts(
        authority=host,
        principals=(
            *(Principal(host, f"uid:{u.pw_uid}", kind_of(u), u.pw_name) for u in users),
            *(
                Principal(host, f"gid:{gid}", PrincipalKind.GROUP, name)
                for gid, name in sorted(names.items())
            ),
        ),
        memberships=tuple((f"gid:{gid}", f"uid:{uid}") for gid, uid in sorted(memberships)),
        administrator_groups=tuple(
            f"gid:{group.gr_gid}" for group in groups if group.gr_name in _ADMINISTRATOR_GROUPS
        ),
        whole=(host,),
    )


def kind_of(user: pwd.struct_passwd) -> PrincipalKind:
    """Return whose account this is, by number and shell.

    A person's number with a shell that refuses is unknown: on file servers, people who only come
    through SMB or SFTP have such accounts.
    """
    if user.pw_uid < _FIRST_PERSON or user.pw_uid in _RESERVED:
        return PrincipalKind.SERVICE
    if os.path.basename(user.pw_shell) in _NO_LOGIN:
        return PrincipalKind.UNKNOWN
    return PrincipalKind.STAFF
