"""What times tell: when permissions were read, whether they changed, when a file was opened last."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE share ADD COLUMN times_tell INTEGER NOT NULL DEFAULT 1")
    op.execute("ALTER TABLE folder ADD COLUMN guarded INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE entry ADD COLUMN accessed_ns INTEGER NOT NULL DEFAULT 0")
    op.execute("UPDATE folder SET guarded = since")
