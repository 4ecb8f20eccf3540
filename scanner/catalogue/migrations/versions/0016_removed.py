"""Of an account or group it is kept which scan or refresh found it removed; so far nobody noted."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE principal ADD COLUMN removed INTEGER")
