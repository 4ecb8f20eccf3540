"""What is stored of a scan, so that two scans can be held against each other."""

from __future__ import annotations

import re

from tests.scanner.scanning import Stocktake

_TIME = re.compile(r"20\d\d-\d\d-\d\d[T ][\d:.+]+")


def stored_rows(stocktake: Stocktake) -> dict[str, list[str]]:
    """Return all rows of all tables, without times of the scan, and of opening.

    What is numbered as answers come in, contents and what was found in them, stands by what it is.
    """
    with stocktake.connected() as connection:
        connection.execute("UPDATE entry SET accessed_ns = 0")  # smbd moves these
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in tables.fetchall()]
        contents = dict(connection.execute("SELECT id, fingerprint FROM content"))
        findings = {
            number: (contents.get(content), *rest)
            for number, content, *rest in connection.execute(
                "SELECT id, content_id, entry_id, entity FROM finding"
            )
        }
        kept = {}
        for name in names:
            found = connection.execute(f"SELECT * FROM {name}")  # noqa: S608 - its own names
            own = {"content": contents, "finding": findings}.get(name, {})
            meant = {"content_id": contents, "finding_id": findings, "id": own}
            columns = [meant.get(each[0], {}) for each in found.description]
            rows = (
                [known.get(value, value) for known, value in zip(columns, row, strict=True)]
                for row in found
            )
            kept[name] = sorted(_TIME.sub("", repr(row)) for row in rows)
        return kept
