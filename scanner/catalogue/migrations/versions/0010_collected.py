"""What an administrator's script told of servers is kept for the scans of their shares."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute(
        "CREATE TABLE collected (id INTEGER NOT NULL CONSTRAINT pk_collected PRIMARY KEY,"
        " names TEXT NOT NULL, taken TEXT NOT NULL, imported TEXT NOT NULL, told BLOB NOT NULL)"
    )
