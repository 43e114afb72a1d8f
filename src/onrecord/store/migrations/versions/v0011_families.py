"""Families of documents, kept beside their descents. The next run tells those of what an earlier version read."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"

_TABLES = (
    """
    CREATE TABLE kindred (
        document_id VARCHAR(24) NOT NULL,
        group_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_kindred_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
        CONSTRAINT pk_kindred PRIMARY KEY (document_id)
    )
    """,
    """
    CREATE TABLE strays (
        document_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_strays_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
        CONSTRAINT pk_strays PRIMARY KEY (document_id)
    )
    """,
    """
    CREATE TABLE families (
        origin_id VARCHAR(24) NOT NULL,
        group_id VARCHAR(24) NOT NULL,
        agency TEXT,
        size INTEGER NOT NULL,
        CONSTRAINT fk_families_origin_id FOREIGN KEY(origin_id) REFERENCES documents (id) ON DELETE CASCADE,
        CONSTRAINT pk_families PRIMARY KEY (origin_id)
    )
    """,
    """
    CREATE TABLE family_members (
        origin_id VARCHAR(24) NOT NULL,
        document_id VARCHAR(24) NOT NULL,
        kind VARCHAR NOT NULL,
        of_document FLOAT NOT NULL,
        of_origin FLOAT NOT NULL,
        CONSTRAINT fk_family_members_origin_id FOREIGN KEY(origin_id) REFERENCES families (origin_id)
            ON DELETE CASCADE,
        CONSTRAINT fk_family_members_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
            ON DELETE CASCADE,
        CONSTRAINT pk_family_members PRIMARY KEY (origin_id, document_id)
    )
    """,
)


def upgrade() -> None:
    """Add the tables, empty, and whether they are filled: they are not."""
    for table in _TABLES:
        op.execute(table)
    indexes = {"kindred": ["group_id"], "families": ["group_id", "size"], "family_members": ["document_id"]}
    for name, column in ((name, column) for name, columns in indexes.items() for column in columns):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)
    op.execute("ALTER TABLE alignment ADD COLUMN families BOOLEAN")
