"""When the permissions of a folder's files were read, and whether times tell that they changed."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE share ADD COLUMN times_tell INTEGER NOT NULL DEFAULT 1")
    op.execute("ALTER TABLE folder ADD COLUMN guarded INTEGER NOT NULL DEFAULT 0")
    op.execute("UPDATE folder SET guarded = since")
