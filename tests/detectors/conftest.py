"""One engine over all detectors for every test here: compiling it takes a quarter of a second."""

import pytest

from detectors.engine import Engine
from detectors.registry import detectors


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(detectors())
