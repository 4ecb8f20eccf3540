"""What lies where other permissions begin is summed up, and how many can read by each access key.

So that answers about a large estate need not go through its files. The sums of a share are made at
the end of its next share run; until then they are reckoned when they are asked for. The accounts
that answers were worked out for are kept whole from the next share run on.
"""

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_OF_SHARE = "share_id INTEGER NOT NULL CONSTRAINT fk_{0}_share_id_share REFERENCES share (id)"
_READERS = (
    "SELECT access_key_id, group_concat(principal_id), count(*) FROM"
    " (SELECT access_key_id, principal_id FROM reach WHERE \"right\" = 'read' AND until IS NULL"
    " ORDER BY 1, 2) GROUP BY 1"
)


def upgrade() -> None:
    """Bring the catalogue to this version."""
    op.execute("ALTER TABLE share ADD COLUMN summed INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE access_key ADD COLUMN readers INTEGER NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE access_key ADD COLUMN readers_digest BLOB NOT NULL DEFAULT x''")
    connection = op.get_bind()
    for key, ids, readers in connection.execute(sa.text(_READERS)).all():
        digest = hashlib.blake2b(ids.encode(), digest_size=16).digest()
        connection.execute(
            sa.text(
                "UPDATE access_key SET readers = :readers, readers_digest = :digest WHERE id = :id"
            ),
            {"readers": readers, "digest": digest, "id": key},
        )
    op.execute(
        f"CREATE TABLE differing ({_OF_SHARE.format('differing')}, folder_id INTEGER NOT NULL,"
        " above_id INTEGER, access_key_id INTEGER NOT NULL,"
        " CONSTRAINT pk_differing PRIMARY KEY (share_id, folder_id))"
    )
    op.execute(
        f"CREATE TABLE differing_sum ({_OF_SHARE.format('differing_sum')},"
        " folder_id INTEGER NOT NULL, access_key_id INTEGER NOT NULL, files INTEGER NOT NULL,"
        " size_bytes INTEGER NOT NULL, unread INTEGER NOT NULL, held INTEGER NOT NULL,"
        " held_read INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,"
        " kinds TEXT NOT NULL,"
        " CONSTRAINT pk_differing_sum PRIMARY KEY (share_id, folder_id, access_key_id))"
    )
    op.execute(
        f"CREATE TABLE differing_copy ({_OF_SHARE.format('differing_copy')},"
        " folder_id INTEGER NOT NULL, access_key_id INTEGER NOT NULL,"
        " content_id INTEGER NOT NULL, most INTEGER NOT NULL, CONSTRAINT pk_differing_copy"
        " PRIMARY KEY (share_id, folder_id, access_key_id, content_id))"
    )
    op.execute(
        f"CREATE TABLE fullest ({_OF_SHARE.format('fullest')}, access_key_id INTEGER NOT NULL,"
        " entry_id INTEGER NOT NULL, most INTEGER NOT NULL,"
        " CONSTRAINT pk_fullest PRIMARY KEY (share_id, access_key_id, entry_id))"
    )
    op.execute(
        "CREATE TABLE directory (source TEXT NOT NULL CONSTRAINT pk_directory PRIMARY KEY,"
        " digest BLOB NOT NULL, accounts BLOB NOT NULL)"
    )
