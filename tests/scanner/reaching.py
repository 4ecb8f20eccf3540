"""The command's answers about a share in the domain of tests/servers/domain.py."""

from __future__ import annotations

import re

from tests.scanner.scanning import Stocktake
from tests.servers.domain import ADMINISTRATOR

_OF_THE_CONTROLLER = "dns-labdc"


def asked(stocktake: Stocktake, path: str) -> str:
    """Return what the command says of a path."""
    done = stocktake.run("who-can-reach", path)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def grants(shown: str) -> set[tuple[str, str]]:
    """Return who of the domain's users can do what, but the administrator, who always can."""
    found = set(re.findall(r"^LAB\\(\S+) \(\w+\) can (\w+):", shown, re.MULTILINE))
    return {each for each in found if each[0] not in (ADMINISTRATOR, _OF_THE_CONTROLLER)}
