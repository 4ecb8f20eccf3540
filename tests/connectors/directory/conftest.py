from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.servers.domain import Domain
from tests.servers.lent import lent_domain


@pytest.fixture(scope="module")
def domain() -> Iterator[Domain]:
    with lent_domain() as made:
        yield made
