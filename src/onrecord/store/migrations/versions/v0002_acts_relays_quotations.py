"""Acts, relays, and the account of quotations.

What an earlier version read has none of them: `act` is null there, not a guess, and `quotations` of its
documents is null, by which `read` knows to make them anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.types import Verbatim

revision = "0002"
down_revision = "0001"

_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    statement_id UNINDEXED, content, source, speaker, headline, outlet, relay,
    tokenize = "unicode61 remove_diacritics 2"
)
"""

_COPY = """
INSERT INTO search (rowid, statement_id, content, source, speaker, headline, outlet, relay)
SELECT rowid, statement_id, content, source, speaker, headline, outlet, '' FROM search_before
"""


def upgrade() -> None:
    """Add the columns, the table of unattributed quotations, and relays to the full-text index."""
    # Plain statements: a new column may carry its constraints, while Alembic would copy the table for
    # them, and dropping the old one would take its spans along.
    op.execute("ALTER TABLE documents ADD COLUMN quotations INTEGER")
    op.execute(
        "ALTER TABLE statements ADD COLUMN act VARCHAR "
        "CONSTRAINT ck_statements_act CHECK (act in ('communicated', 'thought'))"
    )
    op.execute(
        "ALTER TABLE statements ADD COLUMN relay_id VARCHAR(24) "
        "CONSTRAINT fk_statements_relay_id REFERENCES actors (id)"
    )
    op.create_index(op.f("ix_statements_relay_id"), "statements", ["relay_id"], unique=False)
    op.create_table(
        "unattributed",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", Verbatim(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_unattributed_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unattributed")),
    )
    op.create_index(op.f("ix_unattributed_document_id"), "unattributed", ["document_id"], unique=False)
    op.execute("ALTER TABLE search RENAME TO search_before")
    op.execute(_SEARCH)
    op.execute(_COPY)
    op.execute("DROP TABLE search_before")
