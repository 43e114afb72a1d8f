"""The first schema. Frozen: later changes are migrations of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.types import Packed, PackedJson, Verbatim

revision = "0001"
down_revision = None

_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    statement_id UNINDEXED, content, source, speaker, headline, outlet,
    tokenize = "unicode61 remove_diacritics 2"
)
"""


def upgrade() -> None:
    """Create every table and the full-text index."""
    op.create_table(
        "captures",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", Packed(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
    )
    op.create_index(op.f("ix_captures_sha256"), "captures", ["sha256"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("finished", sa.String(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("inputs", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "entries",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("locator", Verbatim(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("capture_id", sa.String(length=24), nullable=True),
        sa.Column("reason", Verbatim(), nullable=True),
        sa.CheckConstraint("outcome in ('stored', 'duplicate', 'skipped', 'failed')", name=op.f("ck_entries_outcome")),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_entries_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run_id", "number", name=op.f("pk_entries")),
    )
    op.create_table(
        "sightings",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("capture_id", sa.String(length=24), nullable=False),
        sa.Column("locator", Verbatim(), nullable=False),
        sa.Column("article", Verbatim(), nullable=False),
        sa.Column("declared_charset", Verbatim(), nullable=True),
        sa.Column("outlet", Verbatim(), nullable=True),
        sa.Column("published", Verbatim(), nullable=True),
        sa.Column("url", Verbatim(), nullable=True),
        sa.Column("charset", Verbatim(), nullable=True),
        sa.Column("language", Verbatim(), nullable=True),
        sa.Column("fetched_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=op.f("fk_sightings_capture_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sightings")),
    )
    op.create_index(op.f("ix_sightings_capture_id"), "sightings", ["capture_id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("capture_id", sa.String(length=24), nullable=False),
        sa.Column("sighting_id", sa.String(length=24), nullable=False),
        sa.Column("text", Verbatim(), nullable=False),
        sa.Column("offsets", PackedJson(), nullable=False),
        sa.Column("charset", sa.String(), nullable=False),
        sa.Column("source_field", sa.String(), nullable=True),
        sa.Column("title", Verbatim(), nullable=True),
        sa.Column("url", Verbatim(), nullable=True),
        sa.Column("outlet", Verbatim(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=True),
        sa.Column("published_zone", Verbatim(), nullable=True),
        sa.Column("published_start", sa.Integer(), nullable=True),
        sa.Column("published_end", sa.Integer(), nullable=True),
        sa.Column("updated", sa.String(), nullable=True),
        sa.Column("updated_basis", sa.String(), nullable=True),
        sa.Column("updated_zone", Verbatim(), nullable=True),
        sa.Column("updated_start", sa.Integer(), nullable=True),
        sa.Column("updated_end", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=op.f("fk_documents_capture_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sighting_id"], ["sightings.id"], name=op.f("fk_documents_sighting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("capture_id", name=op.f("uq_documents_capture_id")),
    )
    op.create_index(op.f("ix_documents_outlet"), "documents", ["outlet"], unique=False)
    op.create_index(op.f("ix_documents_published"), "documents", ["published"], unique=False)
    op.create_table(
        "actors",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", Verbatim(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_actors_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_document_id"), "actors", ["document_id"], unique=False)
    op.create_table(
        "regions",
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", Verbatim(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_regions_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "start", name=op.f("pk_regions")),
    )
    op.create_table(
        "mentions",
        sa.Column("actor_id", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", Verbatim(), nullable=False),
        sa.CheckConstraint("kind in ('mention', 'role')", name=op.f("ck_mentions_kind")),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_mentions_actor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "kind", "start", "end", name=op.f("pk_mentions")),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.Column("actor_id", sa.String(length=24), nullable=True),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("basis", Verbatim(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_statements_actor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_statements_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_actor_id"), "statements", ["actor_id"], unique=False)
    op.create_index(op.f("ix_statements_document_id"), "statements", ["document_id"], unique=False)
    op.create_table(
        "spans",
        sa.Column("statement_id", sa.String(length=24), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", Verbatim(), nullable=False),
        sa.CheckConstraint("role in ('source', 'cue', 'content', 'via')", name=op.f("ck_spans_role")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_spans_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "role", "start", name=op.f("pk_spans")),
    )
    op.execute(_SEARCH)
