"""Listing a share and reading its files over SMB, beside libsmbclient in the same run.

``python -m benchmarks.smb_speed [--files 5000]`` starts a real smbd on loopback with as many files
in folders of fifty, and takes turns: our connector lists it, then reads descriptor and bytes of
each file; libsmbclient (pysmbc of the Debian package python3-smbc, in Debian's own Python) lists
names, then reads the first 64 KiB of each. It gives no descriptor here, so it is asked for none.
Then both again over a way on which each answer takes some milliseconds more. Run as root.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import CannotMeasure
from connectors.base import Ref
from connectors.smb.address import SmbAddress
from connectors.smb.link import Credentials
from connectors.smb.share import SmbShare
from scanner.settings import NOTHING_SET
from tests.servers.lent import lent_samba
from tests.servers.relay import relay
from tests.servers.samba import PASSWORD, Samba, World

_USER = "scan"
_IN_A_FOLDER = 50
_MEAN_BYTES = 11_800
_FIRST_BYTES = 65_536
_TOGETHER = 256  # files expected at once, as a scan does
_FAR_FILES = 500  # over the longer way: the peer goes there and back three times for each
_RUNS = 3
_LISTING_RATIO, _READING_RATIO = 1.2, 1.5  # the issue, "Speed and memory"
_PEER_PYTHON = "/usr/bin/python3"
_PEER = """
import json, resource, sys, time
import smbc
url, user, password, most = sys.argv[1], sys.argv[2], sys.stdin.read(), int(sys.argv[3])
asked = smbc.Context(auth_fn=lambda *_: ("WORKGROUP", user, password))
def spent():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter(), used.ru_utime + used.ru_stime
def files(at):
    for entry in asked.opendir(at).getdents():
        if entry.name in (".", ".."):
            continue
        below = at + "/" + entry.name
        if entry.smbc_type == smbc.DIR:
            yield from files(below)
        else:
            yield below
asked.opendir(url).getdents()
began = spent()
found = list(files(url))
listed = spent()
for each in found[:most]:
    file = asked.open(each)
    file.read(65536)
    file.close()
read = spent()
print(json.dumps([len(found), *(b - a for a, b in zip(began, listed)),
                  *(b - a for a, b in zip(listed, read))]))
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """Files listed, and the seconds of clock and processor for listing and for reading."""

    files: int
    listing: float
    listing_cpu: float
    reading: float
    reading_cpu: float


def make_files(folder: Path, files: int, owner: int) -> None:
    """Write invented files below ``folder``, of many sizes."""
    chance = random.Random(1)
    for number in range(files):
        place = folder / f"case {number // _IN_A_FOLDER:04}"
        place.mkdir(exist_ok=True)
        path = place / f"note {number:06}.txt"
        path.write_bytes(b"x" * min(int(chance.expovariate(1 / _MEAN_BYTES)), _FIRST_BYTES))
        os.chown(path, owner, -1)
        os.chown(place, owner, -1)


def ours(port: int, most: int) -> Taken:
    """List the share, and read descriptor and bytes of ``most`` of its files."""
    address, who = SmbAddress("127.0.0.1", port, "docs"), Credentials(_USER, PASSWORD)
    connections = NOTHING_SET.connections_per_server
    with closing(SmbShare(address, who, connections=connections)) as share:
        share.identity()
        began, began_cpu = time.perf_counter(), time.process_time()
        listings = list(share.walk())
        listed, listed_cpu = time.perf_counter(), time.process_time()
        found = [(Ref(each.folder, row[0]), row[1]) for each in listings for row in each.entries]
        for at in range(0, most, _TOGETHER):
            refs = found[at : min(at + _TOGETHER, most)]
            share.expect(refs)
            for ref, _ in refs:
                descriptor = share.open(ref)
                share.security(ref)
                os.read(descriptor, _FIRST_BYTES)
                os.close(descriptor)
        read, read_cpu = time.perf_counter(), time.process_time()
    return Taken(
        sum(len(listing.entries) for listing in listings),
        *(listed - began, listed_cpu - began_cpu, read - listed, read_cpu - listed_cpu),
    )


def peers(port: int, most: int) -> Taken:
    """Let libsmbclient list the share, and read as many files. Raises CannotMeasure."""
    url = f"smb://127.0.0.1:{port}/docs"
    try:
        done = subprocess.run(
            [_PEER_PYTHON, "-c", _PEER, url, _USER, str(most)],
            input=PASSWORD,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", "") or str(error)
        last = said.strip().splitlines()[-1]
        raise CannotMeasure(f"libsmbclient cannot be asked (python3-smbc): {last}") from error
    return Taken(*json.loads(done.stdout))


def _best(asked: Callable[[int, int], Taken], port: int, most: int) -> Taken:
    return min((asked(port, most) for _ in range(_RUNS)), key=lambda taken: taken.reading)


def compared(port: int, most: int) -> dict[str, object]:
    """Return the rates of both, and ours as multiples of the peer's. Raises CannotMeasure."""
    own, peer = _best(ours, port, most), _best(peers, port, most)
    if own.files != peer.files:
        raise CannotMeasure(f"{own.files} files listed by one, {peer.files} by the other")
    return {
        "files listed": own.files,
        "files read": most,
        "listed, files/s": round(own.files / own.listing),
        "libsmbclient: listed, files/s": round(peer.files / peer.listing),
        "listing ratio": round(peer.listing / own.listing, 2),
        "read with descriptor, files/s": round(most / own.reading),
        "processor for each, us": round(own.reading_cpu / most * 1e6),
        "libsmbclient: read without, files/s": round(most / peer.reading),
        "libsmbclient: processor for each, us": round(peer.reading_cpu / most * 1e6),
        "reading ratio": round(peer.reading / own.reading, 2),
    }


def measure(samba: Samba, files: int, delay_seconds: float) -> dict[str, dict[str, object]]:
    """Return what was compared, near and far. Raises CannotMeasure."""
    make_files(samba.folder, files, samba.numbers[_USER])
    near = compared(samba.port, files)
    with relay(samba.port, delay_seconds=delay_seconds) as way:
        far = compared(way, min(files, _FAR_FILES))
    return {"on loopback": near, f"answers {delay_seconds * 1000:g} ms later": far}


def main() -> int:
    """Measure and print; 1 where we are slower than we must be."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=5_000)
    options.add_argument("--delay-ms", type=float, default=5.0)
    given = options.parse_args()
    try:
        with lent_samba(World(users=(_USER,))) as samba:
            result = measure(samba, given.files, given.delay_ms / 1000)
    except CannotMeasure as error:
        print(error, file=sys.stderr)
        return 2
    json.dump(result, sys.stdout, indent=1)
    print()
    near = result["on loopback"]
    held = near["listing ratio"] >= _LISTING_RATIO and near["reading ratio"] >= _READING_RATIO  # type: ignore[operator]
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
