"""Grants of administrators and system accounts are kept with who they are, the right and the steps.

Of answers that were stored before, steps are empty and an account that cannot be told by its name
has no identifier. The next scan or refresh works all out again: who is not known was counted as
nobody.
"""

import json

from alembic import op
from sqlalchemy.engine import Connection

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_ASKER = " (the account that scans)"
_RIGHTS = {"administrators": "write", "services": "read"}


def upgrade() -> None:
    """Bring the catalogue to this version."""
    connection = op.get_bind()
    accounts = _accounts(connection)
    connection.exec_driver_sql("UPDATE access_key SET directory = x''")  # of no accounts there are
    for table in ("access_key", "access_key_past"):
        for column, right in _RIGHTS.items():
            stored = connection.exec_driver_sql(f"SELECT DISTINCT {column} FROM {table}")  # noqa: S608
            for (names,) in stored.all():
                grants = [
                    [name, *accounts.get(name.removesuffix(_ASKER), ("", "unknown")), right, []]
                    for name in json.loads(names)
                ]
                connection.exec_driver_sql(
                    f"UPDATE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608
                    (json.dumps(grants), names),
                )


def _accounts(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return identifier and kind of each account that its name tells from all others."""
    rows = connection.exec_driver_sql(
        "SELECT name, min(identifier), min(kind) FROM principal WHERE name <> ''"
        " GROUP BY name HAVING count(DISTINCT identifier) = 1"
    )
    return {name: (identifier, kind) for name, identifier, kind in rows}
