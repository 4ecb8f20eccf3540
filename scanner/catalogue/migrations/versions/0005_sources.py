"""Each share knows whose accounts its permissions speak of, and so does each access key.

Until now all were this machine's. A table that others point to cannot be made anew by itself in
SQLite, so reach is made anew with it.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEY = (
    "id, share_descriptor_id, gate_id, descriptor_id, known, statement, broad, administrators,"
    " services, directory"
)
_REACH = 'access_key_id, principal_id, "right", since, until, steps'


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE share ADD COLUMN source TEXT NOT NULL DEFAULT 'local'")
    op.execute(
        "CREATE TABLE new_key ("
        " id INTEGER NOT NULL CONSTRAINT pk_access_key PRIMARY KEY,"
        " source TEXT NOT NULL DEFAULT 'local',"
        " share_descriptor_id INTEGER CONSTRAINT fk_access_key_share_descriptor_id_descriptor"
        " REFERENCES descriptor (id),"
        " gate_id INTEGER NOT NULL CONSTRAINT fk_access_key_gate_id_gate REFERENCES gate (id),"
        " descriptor_id INTEGER NOT NULL CONSTRAINT fk_access_key_descriptor_id_descriptor"
        " REFERENCES descriptor (id),"
        " known INTEGER NOT NULL, statement TEXT NOT NULL, broad TEXT NOT NULL,"
        " administrators TEXT NOT NULL, services TEXT NOT NULL, directory BLOB NOT NULL,"
        " CONSTRAINT uq_access_key_source_share_descriptor_id_gate_id_descriptor_id"
        " UNIQUE (source, share_descriptor_id, gate_id, descriptor_id))"
    )
    op.execute(f"INSERT INTO new_key ({_KEY}) SELECT {_KEY} FROM access_key")  # noqa: S608 - constants
    op.execute(
        "CREATE TABLE new_reach ("
        " access_key_id INTEGER NOT NULL CONSTRAINT fk_reach_access_key_id_access_key"
        " REFERENCES new_key (id),"
        " principal_id INTEGER NOT NULL CONSTRAINT fk_reach_principal_id_principal"
        " REFERENCES principal (id),"
        ' "right" TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, steps TEXT NOT NULL,'
        ' CONSTRAINT pk_reach PRIMARY KEY (access_key_id, principal_id, "right", since))'
    )
    op.execute(f"INSERT INTO new_reach ({_REACH}) SELECT {_REACH} FROM reach")  # noqa: S608 - constants
    op.execute("DROP TABLE reach")
    op.execute("DROP TABLE access_key")
    op.execute("ALTER TABLE new_key RENAME TO access_key")
    op.execute("ALTER TABLE new_reach RENAME TO reach")
    op.execute("CREATE INDEX ix_reach_principal_id ON reach (principal_id)")
