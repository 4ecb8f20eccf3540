"""A server's own accounts and those of its domain as one: whom its permissions are about."""

from __future__ import annotations

from dataclasses import replace

from connectors.base import Accounts, DirectoryUnread


def merged(server: Accounts, domain: Accounts) -> Accounts:
    """Return the accounts of a server with those of the domain that it belongs to.

    What the directory tells of a user or group comes before what the server does, which may know
    no more than the name. Raises DirectoryUnread where the server belongs to another domain, or to
    none: the people of this one cannot log on there.
    """
    known = {*server.others, *(each.authority for each in server.principals)}
    if (server.complete or server.others) and domain.authority not in known:
        raise DirectoryUnread("the server does not belong to the domain of this directory")
    told = {each.identifier: each for each in domain.principals}
    names = {each.identifier: each.name for each in server.principals}
    of_domain = (
        each if each.name else replace(each, name=names.get(each.identifier, ""))
        for each in domain.principals
    )
    own = (each for each in server.principals if each.identifier not in told)
    memberships = {pair for pair in server.memberships if pair[0] not in told}
    untold = {each for each in server.untold if each not in told}
    return Accounts(
        authority=server.authority,
        principals=tuple(sorted((*own, *of_domain), key=lambda each: each.identifier)),
        memberships=tuple(sorted(memberships.union(domain.memberships))),
        administrator_groups=server.administrator_groups,
        untold=tuple(sorted(untold.union(domain.untold))),
        complete=server.complete and domain.complete,
        others=tuple(sorted({*server.others, *domain.others} - {domain.authority})),
        privileges=server.privileges,
        recorded=server.recorded,
        details=(*server.details, *domain.details),
        asker=server.asker,
        whole=tuple(sorted({*server.whole, *domain.whole})),
    )
