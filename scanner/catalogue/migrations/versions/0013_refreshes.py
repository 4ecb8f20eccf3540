"""Accounts that were read anew without a scan have their run; of an account it is kept if it is on.

Of accounts that were stored before, ``enabled`` is not known until they are read again.
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute(
        "CREATE TABLE refresh (id INTEGER NOT NULL CONSTRAINT pk_refresh PRIMARY KEY,"
        " source TEXT NOT NULL, started TEXT NOT NULL, finished TEXT NOT NULL,"
        " outcome TEXT NOT NULL, reason TEXT)"
    )
    op.execute("ALTER TABLE principal ADD COLUMN enabled INTEGER")
