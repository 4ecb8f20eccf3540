"""What ``who-can-reach`` says, read back; also of a share in tests/servers/domain.py's domain."""

from __future__ import annotations

import re

from tests.scanner.scanning import Stocktake
from tests.servers.domain import ADMINISTRATOR

_OF_THE_CONTROLLER = "dns-labdc"
_GRANT = re.compile(r"^(\S.*?) (?:\(\w+\) )?can (\w+): .*(?:\n    (\S.*))?", re.MULTILINE)
_KIND = re.compile(r" \(\w+\)$")


def asked(stocktake: Stocktake, path: str) -> str:
    """Return what the command says of a path."""
    done = stocktake.run("who-can-reach", path)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def grants(shown: str) -> set[tuple[str, str]]:
    """Return who of the domain's users can do what, but the administrator, who always can."""
    domain = ((name.partition("LAB\\"), right) for name, right in held(shown))
    found = {(name[2], right) for name, right in domain if name[1]}
    return {each for each in found if each[0] not in (ADMINISTRATOR, _OF_THE_CONTROLLER)}


def held(shown: str) -> set[tuple[str, str]]:
    """Return who can do what, by the lines of a text: one person, or several on the line below."""
    found = set()
    for who, right, names in _GRANT.findall(shown):
        people = names.split(", ") if names else [who]
        found |= {(_KIND.sub("", name), right) for name in people}
    return found
