"""To whom, when and where; anomalies; identities across documents, and judgements of them.

What an earlier version read has none of them: null there, not a guess.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from onrecord.store.types import Verbatim

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    "stated FLOAT",
    "addressee_id VARCHAR(24) CONSTRAINT fk_statements_addressee_id REFERENCES actors (id)",
    "said VARCHAR",
    "said_start VARCHAR",
    "said_end VARCHAR",
    "said_basis VARCHAR CONSTRAINT ck_statements_said_basis CHECK (said_basis in ('stated', 'inferred'))",
    "said_reason TEXT",
    "setting VARCHAR",
    "setting_basis VARCHAR CONSTRAINT ck_statements_setting_basis CHECK (setting_basis in ('stated', 'carried over'))",
    "medium TEXT",
)

_ROLES = "role in ('source', 'cue', 'content', 'via', 'addressee', 'said', 'setting', 'counterpart', 'place')"


_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    statement_id UNINDEXED, content, source, speaker, headline, outlet, relay, addressee,
    tokenize = "unicode61 remove_diacritics 2"
)
"""

_COPY = """
INSERT INTO search (rowid, statement_id, content, source, speaker, headline, outlet, relay, addressee)
SELECT rowid, statement_id, content, source, speaker, headline, outlet, relay, '' FROM search_before
"""


def upgrade() -> None:
    """Add the columns and tables; spans know more roles now, and the full-text index addressees."""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE statements ADD COLUMN {column}")
    op.execute("ALTER TABLE documents ADD COLUMN company BLOB")
    op.execute("ALTER TABLE actors ADD COLUMN called TEXT")
    op.execute("ALTER TABLE actors ADD COLUMN forms JSON")
    op.create_index(op.f("ix_statements_addressee_id"), "statements", ["addressee_id"], unique=False)
    op.create_index(op.f("ix_statements_said_start"), "statements", ["said_start"], unique=False)
    op.execute("ALTER TABLE spans RENAME TO spans_before")
    op.create_table(
        "spans",
        sa.Column("statement_id", sa.String(length=24), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", Verbatim(), nullable=False),
        sa.CheckConstraint(_ROLES, name=op.f("ck_spans_role")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_spans_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("statement_id", "role", "start", name=op.f("pk_spans")),
    )
    op.execute('INSERT INTO spans SELECT statement_id, role, start, "end", words FROM spans_before')
    op.execute("DROP TABLE spans_before")
    _anomalies()
    _identities()
    _judgements()
    _listing()
    op.execute("ALTER TABLE search RENAME TO search_before")
    op.execute(_SEARCH)
    op.execute(_COPY)
    op.execute("DROP TABLE search_before")


def _anomalies() -> None:
    op.create_table(
        "anomalies",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", Verbatim(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_anomalies_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anomalies")),
    )
    op.create_index(op.f("ix_anomalies_document_id"), "anomalies", ["document_id"], unique=False)
    op.create_index(op.f("ix_anomalies_kind"), "anomalies", ["kind"], unique=False)
    op.create_table(
        "anomaly_spans",
        sa.Column("anomaly_id", sa.String(length=24), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("words", Verbatim(), nullable=False),
        sa.ForeignKeyConstraint(
            ["anomaly_id"], ["anomalies.id"], name=op.f("fk_anomaly_spans_anomaly_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("anomaly_id", "start", "end", name=op.f("pk_anomaly_spans")),
    )


def _identities() -> None:
    op.create_table(
        "identities",
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", Verbatim(), nullable=False),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("reason", Verbatim(), nullable=False),
        sa.Column("judgements", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
    )
    op.create_index(op.f("ix_identities_name"), "identities", ["name"], unique=False)
    op.create_index(op.f("ix_identities_authority"), "identities", ["authority"], unique=False)
    op.create_table(
        "members",
        sa.Column("actor_id", sa.String(length=24), nullable=False),
        sa.Column("identity_id", sa.String(length=24), nullable=False),
        sa.Column("machine_id", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name=op.f("fk_members_actor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["identity_id"], ["identities.id"], name=op.f("fk_members_identity_id")),
        sa.ForeignKeyConstraint(["machine_id"], ["identities.id"], name=op.f("fk_members_machine_id")),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("pk_members")),
    )
    op.create_index(op.f("ix_members_identity_id"), "members", ["identity_id"], unique=False)
    op.create_index(op.f("ix_members_machine_id"), "members", ["machine_id"], unique=False)
    op.create_table(
        "candidates",
        sa.Column("identity_id", sa.String(length=24), nullable=False),
        sa.Column("candidate", sa.String(), nullable=False),
        sa.Column("name", Verbatim(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", Verbatim(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_candidates_identity_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("identity_id", "candidate", name=op.f("pk_candidates")),
    )


def _judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=24), nullable=False),
        sa.Column("author", Verbatim(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("value", Verbatim(), nullable=True),
        sa.Column("reason", Verbatim(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("seen", sa.Integer(), nullable=True),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "judgement_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_judgement_head_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement_head")),
    )
    op.create_table(
        "bearings",
        sa.Column("statement_id", sa.String(length=24), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["judgements.number"], name=op.f("fk_bearings_number")),
        sa.PrimaryKeyConstraint("statement_id", "number", name=op.f("pk_bearings")),
    )
    _verdicts()


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("statement_id", sa.String(length=24), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("form", sa.String(), nullable=True),
        sa.Column("act", sa.String(), nullable=True),
        sa.Column("actor_id", sa.String(length=24), nullable=True),
        sa.Column("addressee_id", sa.String(length=24), nullable=True),
        sa.Column("relay_id", sa.String(length=24), nullable=True),
        sa.Column("said_start", sa.String(), nullable=True),
        sa.Column("said_end", sa.String(), nullable=True),
        sa.Column("setting", sa.String(), nullable=True),
        sa.Column("stated", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_verdicts")),
    )
    op.create_index(op.f("ix_verdicts_status"), "verdicts", ["status"], unique=False)


def _listing() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_changes_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
        sa.UniqueConstraint("document_id", name=op.f("uq_changes_document_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "listing",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_listing")),
    )
    # Lists of documents in order, and what is asked of all of them, are answered without reading any text.
    op.execute("CREATE INDEX ix_documents_listed ON documents (coalesce(published, ''), id, outlet, published)")
