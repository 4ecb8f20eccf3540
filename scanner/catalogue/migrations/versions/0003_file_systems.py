"""What tells a share's file system is written without the root's inode; broad, by right."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("UPDATE share SET file_system = NULL")
    # Those who can write are added when the key is next worked out: no directory has this digest.
    op.execute(
        """UPDATE access_key SET broad = '{"read": ' || broad || ', "write": []}',"""
        " directory = x'00'"
    )
