"""What the tests of all connectors share."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from connectors.local import LocalFolder
from tests.connectors.descriptors import open_descriptors

pytest.register_assert_rewrite("tests.connectors.contract")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody can reach: pytest's own lies in one of its user's alone."""
    made = Path(tempfile.mkdtemp())
    made.chmod(0o755)
    yield made
    subprocess.run(["chmod", "-R", "u+rwX", made], check=True)
    subprocess.run(["rm", "-rf", made], check=True)  # as deep as it may be


@pytest.fixture
def share(place: Path) -> Path:
    root = place / "share"
    root.mkdir()
    return root


@pytest.fixture
def connector(share: Path) -> Iterator[LocalFolder]:
    with closing(LocalFolder(share)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    before = open_descriptors()
    yield
    assert open_descriptors() <= before
