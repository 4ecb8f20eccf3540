"""Forget what tells a share's file system: it is now written without the root's inode."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("UPDATE share SET file_system = NULL")
