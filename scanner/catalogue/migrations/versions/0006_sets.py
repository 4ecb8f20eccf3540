"""What a set of detectors and extractors is made of is kept, and what each content touched of it.

So that after a change only those contents are examined again that it can concern. Of what was
examined until now this is not known: it is examined again at the next change.
"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute(
        "CREATE TABLE sets (digest BLOB NOT NULL CONSTRAINT pk_sets PRIMARY KEY,"
        " parts TEXT NOT NULL)"
    )
    op.execute("ALTER TABLE content ADD COLUMN touched BLOB")
