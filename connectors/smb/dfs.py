r"""Where a link of a DFS namespace leads: asked of the server that has the link, and of no other.

Links are found as folders with a reparse tag of their own; nothing behind one can be opened here.
smbprotocol can ask for referrals as well, but goes to port 445 for all it is told.

Source  [MS-DFSC] 2.2.2, REQ_GET_DFS_REFERRAL; 2.2.4, RESP_GET_DFS_REFERRAL; 2.2.5, referral
        entries; from knowledge, checked against smbd 4.17 on 2026-11-27.
"""

from __future__ import annotations

import struct

from connectors.smb import messages
from connectors.smb.lane import Lane
from connectors.smb.replies import BadReply, controlled
from connectors.smb.status import SUCCESS

_GET_REFERRALS = 0x00060194  # [MS-FSCC] 2.3: FSCTL_DFS_GET_REFERRALS
_LEVEL = 4  # the highest of entries that is asked for
_NO_FILE = b"\xff" * 16
_ANSWER_BYTES = 16_384
_HEAD = struct.Struct("<HHI")  # characters consumed, number of entries, flags
_ENTRY = struct.Struct("<HHHH")  # version, size, kind of server, flags
_SHARE_AT = 8  # of version 1: the name itself
_PLACES = {2: struct.Struct("<16xHHH"), 3: struct.Struct("<12xHHH"), 4: struct.Struct("<12xHHH")}
_NAME_LIST = 0x0002  # a list of names of controllers, not of shares
_MOST_TARGETS = 64


def targets(lane: Lane, path: str) -> tuple[str, ...]:
    r"""Return what ``\server\share\...\link`` leads to, as ``\\server\share``, likeliest first.

    ``lane`` is IPC$ of the server that has the link. Empty where it does not tell.
    """
    name = (path + "\0").encode("utf-16-le", "surrogatepass")
    asked = struct.pack("<H", _LEVEL) + name
    (answer,) = lane.exchange([messages.control(_GET_REFERRALS, _NO_FILE, asked, _ANSWER_BYTES)])
    if answer.status != SUCCESS:
        return ()
    try:
        return targets_in(bytes(controlled(answer.body)))
    except BadReply:
        return ()


def targets_in(referral: bytes) -> tuple[str, ...]:
    """Return the addresses in an answer, each once. Raises BadReply for one that makes no sense."""
    try:
        _, number, _ = _HEAD.unpack_from(referral)
        at = _HEAD.size
        found = []
        for _ in range(min(number, _MOST_TARGETS)):
            version, size, _, flags = _ENTRY.unpack_from(referral, at)
            if version == 1:
                found.append(_text(referral, at + _SHARE_AT))
            elif version in _PLACES and not flags & _NAME_LIST:
                *_, address = _PLACES[version].unpack_from(referral, at)
                found.append(_text(referral, at + address))
            if size < _ENTRY.size:
                raise BadReply("a referral whose lengths lie")
            at += size
    except struct.error as error:
        raise BadReply("a referral that is cut short") from error
    return tuple(dict.fromkeys(rf"\{each}" for each in found if each.startswith("\\")))


def _text(data: bytes, start: int) -> str:
    """Return the text at ``start``, up to the zero it ends with. Raises BadReply."""
    for end in range(start, len(data) - 1, 2):
        if data[end : end + 2] == b"\0\0":
            return data[start:end].decode("utf-16-le", "replace")
    raise BadReply("a referral that is cut short")
