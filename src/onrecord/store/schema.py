"""The tables of a record. A change here needs a migration; tests compare the two."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, Column, Float, ForeignKey, Integer, MetaData, String, Table

from onrecord.record.ids import ID_LENGTH
from onrecord.store.types import Packed, PackedJson, Verbatim

SCHEMA_VERSION = 2
"""The newest schema this version knows: the number of migrations in ``migrations/versions``."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

Id = String(ID_LENGTH)


def _parent(column: str, *, primary_key: bool = False, index: bool = False, nullable: bool = False) -> Column[str]:
    reference = ForeignKey(column, ondelete="CASCADE")
    name = {"captures": "capture_id", "documents": "document_id", "actors": "actor_id", "statements": "statement_id"}
    key = name[column.split(".")[0]]
    return Column(key, Id, reference, primary_key=primary_key, index=index, nullable=nullable)


captures = Table(
    "captures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", Packed, nullable=False),
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", Id, primary_key=True),
    _parent("captures.id", index=True),
    Column("locator", Verbatim, nullable=False),
    Column("article", Verbatim, nullable=False),
    Column("declared_charset", Verbatim),
    Column("outlet", Verbatim),
    Column("published", Verbatim),
    Column("url", Verbatim),
    Column("charset", Verbatim),
    Column("language", Verbatim),
    Column("fetched_at", String),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Id, primary_key=True),
    Column("capture_id", Id, ForeignKey("captures.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("sighting_id", Id, ForeignKey("sightings.id"), nullable=False),
    Column("text", Verbatim, nullable=False),
    Column("offsets", PackedJson, nullable=False),
    Column("charset", String, nullable=False),
    Column("source_field", String),
    Column("title", Verbatim),
    Column("url", Verbatim),
    Column("outlet", Verbatim, index=True),
    Column("language", String),
    Column("flags", JSON, nullable=False),
    Column("published", String, index=True),
    Column("published_basis", String),
    Column("published_zone", Verbatim),
    Column("published_start", Integer),
    Column("published_end", Integer),
    Column("updated", String),
    Column("updated_basis", String),
    Column("updated_zone", Verbatim),
    Column("updated_start", Integer),
    Column("updated_end", Integer),
    Column("made_by", String, nullable=False),
    Column("quotations", Integer),
)

regions = Table(
    "regions",
    metadata,
    _parent("documents.id", primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("reason", Verbatim),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Id, primary_key=True),
    _parent("documents.id", index=True),
    Column("kind", String, nullable=False),
    Column("name", Verbatim, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    _parent("actors.id", primary_key=True),
    Column("kind", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("words", Verbatim, nullable=False),
    CheckConstraint("kind in ('mention', 'role')", name="kind"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Id, primary_key=True),
    _parent("documents.id", index=True),
    _parent("actors.id", index=True, nullable=True),
    Column("form", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("basis", Verbatim, nullable=False),
    Column("start", Integer, nullable=False),
    Column("region", String),
    Column("act", String, CheckConstraint("act in ('communicated', 'thought')", name="act")),
    Column("relay_id", Id, ForeignKey("actors.id"), index=True),
)

spans = Table(
    "spans",
    metadata,
    _parent("statements.id", primary_key=True),
    Column("role", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),
    CheckConstraint("role in ('source', 'cue', 'content', 'via')", name="role"),
)

unattributed = Table(
    "unattributed",
    metadata,
    Column("id", Id, primary_key=True),
    _parent("documents.id", index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),
    Column("reason", String, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("made_by", String, nullable=False),
    Column("inputs", Integer),
    sqlite_autoincrement=True,
)

entries = Table(
    "entries",
    metadata,
    Column("run_id", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("locator", Verbatim, nullable=False),
    Column("outcome", String, nullable=False),
    Column("capture_id", Id),
    Column("reason", Verbatim),
    CheckConstraint("outcome in ('stored', 'duplicate', 'skipped', 'failed')", name="outcome"),
)

PROPER = (captures, sightings, documents, regions, actors, mentions, statements, spans, unattributed)
"""The record proper: what the same inputs always give. Runs and entries tell how it came about."""
