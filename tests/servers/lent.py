"""Servers for tests: skipped with the reason where none can be started, except in CI, which fails.

@pytest.fixture(scope="module")
def samba() -> Iterator[Samba]:
    with lent_samba(World(users=("ann",))) as server:
        yield server
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.servers.domain import Domain, running_domain
from tests.servers.member import Member, running_member
from tests.servers.samba import Samba, SambaUnavailable, World, running_samba


@contextmanager
def lent_samba(world: World) -> Iterator[Samba]:
    """Start a server in a folder of its own, and end it and the folder afterwards."""
    # Not in pytest's own folder, which only its owner may pass: the server becomes other users.
    with tempfile.TemporaryDirectory() as base, ExitStack() as started:
        try:
            samba = started.enter_context(running_samba(Path(base), world))
        except SambaUnavailable as reason:
            unavailable(reason)
        yield samba


@contextmanager
def lent_domain(shares: Sequence[str] = ("docs",)) -> Iterator[Domain]:
    """Make a domain in a folder of its own, and end it and the folder afterwards."""
    with tempfile.TemporaryDirectory() as base, ExitStack() as started:
        try:
            domain = started.enter_context(running_domain(Path(base), shares))
        except SambaUnavailable as reason:
            unavailable(reason)
        yield domain


@contextmanager
def lent_member(
    domain: Domain, aliases: Mapping[str, tuple[str, ...]], ahead_seconds: int = 0
) -> Iterator[Member]:
    """Join a server to a domain in a folder of its own, and end it and the folder afterwards."""
    with tempfile.TemporaryDirectory() as base, ExitStack() as started:
        try:
            joined = running_member(Path(base), domain, aliases, ahead_seconds)
            member = started.enter_context(joined)
        except SambaUnavailable as reason:
            unavailable(reason)
        yield member


def unavailable(reason: Exception) -> NoReturn:
    """Skip the test, or fail it in CI, for this reason."""
    if os.environ.get("STOCKTAKE_CI") == "1":
        pytest.fail(f"CI must ask a real server: {reason}")
    pytest.skip(f"asking a real server: {reason}")
