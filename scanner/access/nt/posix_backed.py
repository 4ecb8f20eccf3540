"""NT descriptors that a server made up from Unix permissions.

Samba without stored NT permissions, and most NAS systems, answer with a descriptor that cannot
say what the Unix rules are: there an owner's or group's entry excludes them from others', here
Everyone adds to it. So people are counted too many, and the answer must be marked an estimate.
"""

from __future__ import annotations

from scanner.access.nt.descriptor import Effect, NoDacl, NtDescriptor
from scanner.access.nt.sids import EVERYONE, SYSTEM, is_unix


def looks_posix_backed(descriptor: NtDescriptor) -> bool:
    """Return whether a descriptor shows the marks.

    These are entries for Unix SIDs, entries with empty masks, or a mode's three.
    A descriptor that was stored as such and has just these three entries looks the same. A Unix
    owner or group alone says nothing: files that were made on the server have one, and NT entries.
    """
    if isinstance(descriptor.dacl, NoDacl):
        return False
    aces = [ace for ace in descriptor.dacl if not ace.inherit_only]
    if any(is_unix(ace.sid) for ace in aces):
        return True
    if not aces or any(ace.effect is not Effect.ALLOW or ace.inherited for ace in aces):
        return False
    of_mode = [descriptor.owner, descriptor.group, EVERYONE]
    named = [ace.sid for ace in aces if ace.sid != SYSTEM]  # Samba adds the system itself
    return named == of_mode or any(not ace.mask for ace in aces)
