"""Each content knows how many people it is about, from when it is next examined."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    for column in ("subjects_least", "subjects_most"):
        op.execute(f"ALTER TABLE content ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
