"""Descriptors and gates, each distinct one stored once: a million entries share a few hundred."""

from __future__ import annotations

import hashlib

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access import gate as gates
from scanner.access.gate import Gate
from scanner.catalogue.statements import INSERT_DESCRIPTOR, INSERT_GATE
from scanner.catalogue.writer import Writer


class Descriptors:
    """Gives descriptors and gates their ids, storing those that are new."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        connection = writer.connection
        self._ids: dict[SecurityDescriptor, int] = {}
        self._descriptors: dict[int, SecurityDescriptor] = {}
        for number, kind, raw in connection.exec_driver_sql("SELECT id, kind, raw FROM descriptor"):
            self._remember(SecurityDescriptor(DescriptorKind(kind), bytes(raw)), number)
        self._gate_ids: dict[bytes, int] = {
            bytes(raw): number
            for number, raw in connection.exec_driver_sql("SELECT id, raw FROM gate")
        }
        self._gates = {number: raw for raw, number in self._gate_ids.items()}
        self._below: dict[tuple[int, int], int] = {}

    def id_of(self, descriptor: SecurityDescriptor) -> int:
        """Return the id of a descriptor."""
        number = self._ids.get(descriptor)
        if number is None:
            number = self._writer.next_id("descriptor")
            digest = hashlib.blake2b(
                descriptor.raw, digest_size=16, person=descriptor.kind.value.encode()
            ).digest()
            self._writer.add(
                INSERT_DESCRIPTOR, (number, digest, descriptor.kind.value, descriptor.raw)
            )
            self._remember(descriptor, number)
        return number

    def gate_id(self, gate: Gate) -> int:
        """Return the id of a gate."""
        raw = gates.encode(gate)
        number = self._gate_ids.get(raw)
        if number is None:
            number = self._writer.next_id("gate")
            self._writer.add(INSERT_GATE, (number, gates.digest(raw), raw))
            self._gate_ids[raw] = number
            self._gates[number] = raw
        return number

    def below(self, gate_id: int, descriptor_id: int) -> int:
        """Return the id of the gate of what lies in a folder: its own gate and descriptor."""
        key = (gate_id, descriptor_id)
        number = self._below.get(key)
        if number is None:
            gate = gates.decode_gate(self._gates[gate_id])
            number = self.gate_id(gates.below(gate, self._descriptors[descriptor_id]))
            self._below[key] = number
        return number

    def _remember(self, descriptor: SecurityDescriptor, number: int) -> None:
        self._ids[descriptor] = number
        self._descriptors[number] = descriptor
