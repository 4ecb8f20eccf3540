from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.connectors.smb.ground import WORLD, SmbGround
from tests.servers.lent import lent_samba
from tests.servers.samba import Samba


@pytest.fixture(scope="module")
def server() -> Iterator[Samba]:
    with lent_samba(WORLD) as samba:
        yield samba


@pytest.fixture
def share(server: Samba) -> Iterator[SmbGround]:
    ground = SmbGround(server)
    yield ground
    ground.clear()
