"""Sums keep which files are the first of them, so that an answer can name them.

As when sums began, those of each share are made at the end of its next share run; until then they
are reckoned when they are asked for.
"""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("UPDATE share SET summed = 0")
    for column in ("first", "held_first"):
        op.execute(f"ALTER TABLE differing_sum ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")
