"""Whether a share run saw a filtered listing, and where links lead that are not followed."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE share_run ADD COLUMN filtered INTEGER")
    op.execute(
        "CREATE TABLE link ("
        " share_id INTEGER NOT NULL CONSTRAINT fk_link_share_id_share REFERENCES share (id),"
        " path TEXT NOT NULL, target TEXT NOT NULL,"
        " CONSTRAINT pk_link PRIMARY KEY (share_id, path))"
    )
