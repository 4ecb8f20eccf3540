"""What guarded a share, and what was answered about an access key, is kept when it changes.

So that it can be asked who could reach a path on a past date. What stood until now is taken to have
stood since the last share run of its share: of the time before, nothing was kept.
"""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_ANSWER = (
    "known INTEGER NOT NULL, statement TEXT NOT NULL, broad TEXT NOT NULL,"
    " administrators TEXT NOT NULL, services TEXT NOT NULL"
)


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute(
        "CREATE TABLE share_access ("
        " share_id INTEGER NOT NULL CONSTRAINT fk_share_access_share_id_share"
        " REFERENCES share (id),"
        " since INTEGER NOT NULL, until INTEGER, source TEXT NOT NULL,"
        " descriptor_id INTEGER CONSTRAINT fk_share_access_descriptor_id_descriptor"
        " REFERENCES descriptor (id),"
        " gate_id INTEGER NOT NULL CONSTRAINT fk_share_access_gate_id_gate REFERENCES gate (id),"
        " CONSTRAINT pk_share_access PRIMARY KEY (share_id, since))"
    )
    op.execute(
        "INSERT INTO share_access (share_id, since, source, descriptor_id, gate_id)"
        " SELECT s.id, max(r.id), s.source, s.descriptor_id, s.gate_id FROM share s"
        " JOIN share_run r ON r.share_id = s.id WHERE s.gate_id IS NOT NULL GROUP BY s.id"
    )
    op.execute("ALTER TABLE access_key ADD COLUMN since INTEGER NOT NULL DEFAULT 0")
    op.execute(
        "UPDATE access_key SET since = coalesce((SELECT max(r.id) FROM share_run r"
        " JOIN share s ON s.id = r.share_id WHERE s.source = access_key.source), 0)"
    )
    op.execute(
        "CREATE TABLE access_key_past ("
        " access_key_id INTEGER NOT NULL CONSTRAINT fk_access_key_past_access_key_id_access_key"
        " REFERENCES access_key (id),"
        f" since INTEGER NOT NULL, until INTEGER NOT NULL, {_ANSWER},"
        " CONSTRAINT pk_access_key_past PRIMARY KEY (access_key_id, since))"
    )
