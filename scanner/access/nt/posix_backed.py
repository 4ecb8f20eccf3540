"""NT descriptors that a server made up from Unix permissions.

Samba without stored NT permissions, and most NAS systems, answer with a descriptor that cannot
say what the Unix rules are: there an owner's or group's entry excludes them from others', here
Everyone adds to it. So people are counted too many, and the answer must be marked an estimate.
"""

from __future__ import annotations

from scanner.access.nt.descriptor import Effect, NoDacl, NtDescriptor
from scanner.access.nt.sids import EVERYONE, SYSTEM, is_unix


def looks_posix_backed(descriptor: NtDescriptor) -> bool:
    """Return whether a descriptor shows the marks: Unix SIDs, empty masks, or a mode's three ACEs.

    A descriptor that was stored as such and has just these three entries looks the same.
    """
    if isinstance(descriptor.dacl, NoDacl):
        return False
    aces = [ace for ace in descriptor.dacl if not ace.inherit_only]
    if any(is_unix(sid) for sid in (descriptor.owner, descriptor.group, *(a.sid for a in aces))):
        return True
    if not aces or any(ace.effect is not Effect.ALLOW or ace.inherited for ace in aces):
        return False
    of_mode = [descriptor.owner, descriptor.group, EVERYONE]
    named = [ace.sid for ace in aces if ace.sid != SYSTEM]  # Samba adds the system itself
    return named == of_mode or any(not ace.mask for ace in aces)
