"""What a directory tells of an account: department, manager, last logon, organisational unit."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    for column in ("department", "manager", "last_logon", "unit"):
        op.execute(f"ALTER TABLE principal ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
