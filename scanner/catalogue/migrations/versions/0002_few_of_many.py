"""Indexes for the few among many: what was not read, and what is vanishing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.drop_index("ix_entry_gap", "entry")
    op.create_index(
        "ix_entry_unread",
        "entry",
        ["folder_id", "cause"],
        sqlite_where=sa.text("state <> 'examined'"),
    )
    op.create_index(
        "ix_entry_vanishing",
        "entry",
        ["vanishing"],
        sqlite_where=sa.text("vanishing IS NOT NULL"),
    )
