from __future__ import annotations

from collections.abc import Iterator

import pytest

from connectors.base import Ref
from tests.connectors.smb.server import Smbd, SmbGround


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Smbd]:
    made = Smbd(tmp_path_factory.mktemp("smbd"))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def share(server: Smbd) -> Iterator[SmbGround]:
    ground = SmbGround(server)
    yield ground
    if not server.running:
        server.start()
    for path in server.share.iterdir():
        ground.remove(Ref((), path.name))
