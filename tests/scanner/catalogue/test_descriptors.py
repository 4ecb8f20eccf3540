"""Descriptors and gates are stored once each, and known again by the next night."""

from __future__ import annotations

import os
import stat

from connectors.base import DescriptorKind, SecurityDescriptor
from connectors.posix_descriptor import NoAcl, encode
from scanner.access import gate as gates
from scanner.access.gate import OPEN
from scanner.catalogue.descriptors import Descriptors
from tests.scanner.catalogue.nights import Catalogue


def _folder(mode: int, owner: int = 1000) -> SecurityDescriptor:
    status = (stat.S_IFDIR | mode, 0, 0, 1, owner, 1000, 0, 0, 0, 0)
    return encode(os.stat_result(status), NoAcl())


def test_equal_descriptors_are_one_row_tonight_and_tomorrow(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        descriptors = Descriptors(writer)
        one, other = descriptors.id_of(_folder(0o700)), descriptors.id_of(_folder(0o755))
        assert descriptors.id_of(_folder(0o700)) == one != other
        writer.commit()
    with catalogue.writing() as writer:
        again = Descriptors(writer)
        assert (again.id_of(_folder(0o700)), again.id_of(_folder(0o755))) == (one, other)
        assert again.id_of(_folder(0o750)) not in (one, other)
        writer.commit()
    assert catalogue.rows("SELECT count(*), count(DISTINCT digest) FROM descriptor") == [(3, 3)]


def test_the_same_bytes_of_another_model_are_another_descriptor(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        descriptors = Descriptors(writer)
        ids = {descriptors.id_of(SecurityDescriptor(kind, b"raw")) for kind in DescriptorKind}
        writer.commit()
    assert len(ids) == len(DescriptorKind)
    assert len(catalogue.rows("SELECT DISTINCT digest FROM descriptor")) == len(DescriptorKind)


def test_the_gate_below_a_folder_is_its_gate_and_its_descriptor(catalogue: Catalogue) -> None:
    closed, passable = _folder(0o700), _folder(0o755)
    with catalogue.writing() as writer:
        descriptors = Descriptors(writer)
        outside = descriptors.gate_id(OPEN)
        assert descriptors.below(outside, descriptors.id_of(passable)) == outside
        inside = descriptors.below(outside, descriptors.id_of(closed))
        assert inside != outside
        assert descriptors.below(inside, descriptors.id_of(closed)) == inside
        writer.commit()
    with catalogue.writing() as writer:
        again = Descriptors(writer)
        assert again.gate_id(gates.below(OPEN, closed)) == inside
        assert again.below(outside, again.id_of(closed)) == inside
        writer.commit()
    stored = dict(catalogue.rows("SELECT id, raw FROM gate"))
    assert stored == {
        outside: gates.encode(OPEN),
        inside: gates.encode(gates.below(OPEN, closed)),
    }
