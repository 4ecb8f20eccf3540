from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors.base import Ref
from tests.connectors.smb.server import Smbd, SmbGround, running_server


@pytest.fixture(scope="module")
def server() -> Iterator[Smbd]:
    with running_server() as made:
        yield made


@pytest.fixture
def share(server: Smbd) -> Iterator[SmbGround]:
    ground = SmbGround(server)
    yield ground
    if not server.running:
        server.start()
    for path in server.share.iterdir():
        ground.remove(Ref((), path.name))
