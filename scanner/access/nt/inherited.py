"""Inherited ACEs that do not come from the folder something lies in.

What is moved within a volume keeps its ACEs, those marked as inherited too, until somebody sets
permissions above it again: it is open to who could reach the place where it was. The same is left
where a folder's permissions were changed and not handed down. Handing down: [MS-DTYP] 2.5.3.4.2
(ComputeInheritedACLFromParent) and 2.4.4.1 (flags), read 2026-11-27.
"""

from __future__ import annotations

from scanner.access.nt.descriptor import Ace, Effect, NoDacl, NtDescriptor
from scanner.access.nt.evaluate import mapped
from scanner.access.nt.sids import CREATOR_GROUP, CREATOR_OWNER

_OBJECT_INHERIT, _CONTAINER_INHERIT, _NO_PROPAGATE = 0x01, 0x02, 0x04
_NOT_GENERIC = 0x0FFFFFFF  # bits of a mask
_WHOEVER_MADE_IT = (CREATOR_OWNER, CREATOR_GROUP)


def strays(descriptor: NtDescriptor, above: NtDescriptor, *, is_folder: bool) -> tuple[Ace, ...]:
    """Return the ACEs that ``descriptor`` has as inherited and the folder above hands down to none.

    An ACE for whoever makes something (CREATOR OWNER) hands down one for any account.
    """
    if isinstance(descriptor.dacl, NoDacl) or isinstance(above.dacl, NoDacl):
        return ()
    handed = {
        (ace.kind, _rights(ace), ace.sid) for ace in above.dacl if _goes(ace, is_folder=is_folder)
    }
    to_makers = {(kind, mask) for kind, mask, sid in handed if sid in _WHOEVER_MADE_IT}
    return tuple(
        ace
        for ace in descriptor.dacl
        if ace.inherited
        and ace.effect is not Effect.NONE
        and (ace.kind, _rights(ace), ace.sid) not in handed
        and (ace.kind, _rights(ace)) not in to_makers
    )


def _rights(ace: Ace) -> int:
    return mapped(ace.mask) & _NOT_GENERIC


def _goes(ace: Ace, *, is_folder: bool) -> bool:
    """Return whether a folder's ACE is handed down to a file, or to a folder, in it."""
    if not is_folder:
        return bool(ace.flags & _OBJECT_INHERIT)
    to_files_below = ace.flags & _OBJECT_INHERIT and not ace.flags & _NO_PROPAGATE
    return bool(ace.flags & _CONTAINER_INHERIT or to_files_below)
