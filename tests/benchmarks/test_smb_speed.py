from __future__ import annotations

from benchmarks.smb_speed import measure
from tests.servers.lent import lent_samba
from tests.servers.samba import World


def test_both_list_and_read_the_same_files_near_and_far() -> None:
    with lent_samba(World(users=("scan",))) as samba:
        result = measure(samba, files=120, delay_seconds=0.001)
    assert list(result) == ["on loopback", "answers 1 ms later"]
    for compared in result.values():
        assert compared["files listed"] == compared["files read"] == 120
        assert all(isinstance(value, (int, float)) and value > 0 for value in compared.values())
