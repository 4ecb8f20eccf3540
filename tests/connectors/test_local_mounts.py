"""What is mounted below a local root, in a mount namespace that ends with the test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from connectors.local import LocalFolder
from tests.connectors.contract import (
    listings,
)
from tests.connectors.local_share import (
    HOUSE,
    IN_CI,
    names,
)

_LISTED = """
import json, sys
from pathlib import Path
from connectors.local import LocalFolder
found = {
    "/".join(listing.folder): [
        [row[0] for row in listing.entries],
        {name: rule.value for name, rule in listing.excluded},
    ]
    for listing in LocalFolder(Path(sys.argv[1])).walk()
}
print(json.dumps(found))
"""


def _listed_with(share: Path, mounts: str) -> dict[str, list[object]]:
    """Walk ``share`` in a mount namespace of its own, after a shell's ``mounts``: none leaks."""
    ours = [] if os.geteuid() == 0 else ["--map-root-user"]
    walker = [sys.executable, _LISTED, str(share)]
    done = subprocess.run(
        ["unshare", *ours, "--mount", "sh", "-ec", f'{mounts}; exec "$0" -c "$@"', *walker],
        cwd=share,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode and ("unshare:" in done.stderr or "mount:" in done.stderr):
        if IN_CI:
            pytest.fail(f"CI must be able to mount: {done.stderr}")
        pytest.skip(f"cannot mount here: {done.stderr}")
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout)
    return found


@pytest.fixture
def mounting(share: Path) -> Path:
    for folder in ("a/there", "b", r"b/a blank \040 # and	tab", "plain"):
        (share / folder).mkdir(parents=True)
        (share / folder / "1.txt").write_text("text")
    return share


def test_another_file_system_below_the_root_is_excluded(mounting: Path) -> None:
    found = _listed_with(mounting, "mount -t tmpfs none a/there; touch a/there/2.txt")
    assert found["a"] == [[], {"there": "mount-point"}]
    assert "a/there" not in found
    assert found["plain"] == [["1.txt"], {}]


def test_a_bind_mount_of_the_same_file_system_is_excluded(mounting: Path) -> None:
    found = _listed_with(mounting, "mount --bind plain a/there")
    assert found["a"] == [[], {"there": "mount-point"}]
    assert "a/there" not in found
    assert found["plain"] == [["1.txt"], {}]


def test_a_mount_point_is_known_by_a_name_that_the_kernel_escapes(mounting: Path) -> None:
    name = r"a blank \040 # and	tab"
    found = _listed_with(mounting, f"mount --bind plain 'b/{name}'")
    assert found["b"] == [["1.txt"], {name: "mount-point"}]


def test_a_share_that_is_itself_a_mount_point_is_walked(mounting: Path) -> None:
    found = _listed_with(mounting / "a", f"mount --bind '{mounting}/b' '{mounting}/a'")
    assert found[""] == [["1.txt"], {}]
    assert len(found) == 2


def test_a_mount_ends_with_its_namespace(mounting: Path) -> None:
    _listed_with(mounting, "mount -t tmpfs none a/there")
    with closing(LocalFolder(mounting)) as connector:
        assert names(listings(connector)["a", "there"]) == ["1.txt"]
