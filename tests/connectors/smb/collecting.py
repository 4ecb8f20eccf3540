"""The file of the collector, as it would write it on a small invented server."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from tests.servers.descriptors import from_sddl

MACHINE, DOMAIN = "S-1-5-21-10-20-30", "S-1-5-21-70-80-90"
ADMINISTRATORS, BACKUP_OPERATORS = "S-1-5-32-544", "S-1-5-32-551"


def member(sid: str, name: str, *, group: bool = False) -> dict[str, object]:
    return {"sid": sid, "name": name, "group": group}


def collected(descriptors: Mapping[str, str], /, **more: object) -> dict[str, object]:
    """Return what is told of a server with these shares, SDDL by name, changed by ``more``."""
    return {
        "format": "stocktake-server-permissions",
        "version": 1,
        "collected": "2026-11-20T17:05:00Z",
        "names": ["FILES01", "FILES01.council.example"],
        "machine_sid": MACHINE,
        "domain_sid": "",
        "shares": [
            {"name": name, "descriptor": base64.b64encode(from_sddl(sddl)).decode()}
            for name, sddl in descriptors.items()
        ],
        "groups": [],
        "users": [],
        "privileges": {},
    } | more


def written(told: Mapping[str, object], encoding: str = "utf-8-sig") -> bytes:
    """Return it as PowerShell 5.1 writes it: with a mark at its beginning."""
    return json.dumps(told, indent=4).encode(encoding)
