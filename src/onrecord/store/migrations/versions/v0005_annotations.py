"""What people coded by hand in other programs: the files, and each coded stretch of a document."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = (
    """
    CREATE TABLE coding_files (
        id VARCHAR(24) NOT NULL,
        name TEXT NOT NULL,
        sha256 VARCHAR(64) NOT NULL,
        data BLOB NOT NULL,
        CONSTRAINT pk_coding_files PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE annotated (
        id VARCHAR(24) NOT NULL,
        file_id VARCHAR(24) NOT NULL,
        number INTEGER NOT NULL,
        document_id VARCHAR(24) NOT NULL,
        kind TEXT NOT NULL,
        coder TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        words TEXT NOT NULL,
        "values" JSON NOT NULL,
        CONSTRAINT fk_annotated_file_id FOREIGN KEY(file_id) REFERENCES coding_files (id) ON DELETE CASCADE,
        CONSTRAINT pk_annotated PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    """Add the tables, empty."""
    for table in _TABLES:
        op.execute(table)
    for column in ("document_id", "file_id"):
        op.create_index(op.f(f"ix_annotated_{column}"), "annotated", [column], unique=False)
