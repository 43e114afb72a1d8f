"""The tables of a record. A change here needs a migration; tests compare the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    false,
)

from onrecord.store.base import Id, metadata, parent
from onrecord.store.schema_aligned import (
    aligned,
    alignment,
    buckets,
    clashes,
    descents,
    families,
    family_members,
    fingerprints,
    kindred,
    links,
    occasion_statements,
    occasions,
    prints,
    strays,
    tellings,
    utterances,
)
from onrecord.store.schema_annotated import annotated, coding_files
from onrecord.store.schema_issues import codebooks, coding, issues, statement_issues
from onrecord.store.types import Packed, PackedJson, Verbatim

__all__ = [
    "PROPER",
    "SCHEMA_VERSION",
    "Id",
    "actors",
    "aligned",
    "alignment",
    "annotated",
    "anomalies",
    "anomaly_spans",
    "bearings",
    "buckets",
    "candidates",
    "captures",
    "changes",
    "clashes",
    "codebooks",
    "coding",
    "coding_files",
    "descents",
    "documents",
    "entries",
    "families",
    "family_members",
    "fingerprints",
    "identification",
    "identities",
    "issues",
    "judgement_head",
    "judgements",
    "kindred",
    "links",
    "listing",
    "members",
    "mentions",
    "metadata",
    "named",
    "node_keys",
    "nodes",
    "occasion_statements",
    "occasions",
    "prints",
    "regions",
    "runs",
    "sightings",
    "spans",
    "statement_issues",
    "statements",
    "strays",
    "tellings",
    "unattributed",
    "utterances",
    "vacated",
    "verdicts",
]

SCHEMA_VERSION = 12
"""The newest schema this version knows: the number of migrations in ``migrations/versions``."""

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
    parent("captures.id", index=True),
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
    Column("company", PackedJson),
)

regions = Table(
    "regions",
    metadata,
    parent("documents.id", primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("reason", Verbatim),
)

actors = Table(
    "actors",
    metadata,
    Column("id", Id, primary_key=True),
    parent("documents.id", index=True),
    Column("kind", String, nullable=False),
    Column("name", Verbatim, nullable=False),
    Column("called", Verbatim),
    Column("forms", JSON),
    Column("posts", JSON),
)

mentions = Table(
    "mentions",
    metadata,
    parent("actors.id", primary_key=True),
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
    parent("documents.id", index=True),
    parent("actors.id", index=True, nullable=True),
    Column("form", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("basis", Verbatim, nullable=False),
    Column("start", Integer, nullable=False),
    Column("region", String),
    Column("act", String, CheckConstraint("act in ('communicated', 'thought')", name="act")),
    Column("relay_id", Id, ForeignKey("actors.id"), index=True),
    Column("stated", Float),
    Column("addressee_id", Id, ForeignKey("actors.id"), index=True),
    Column("said", String),
    Column("said_start", String, index=True),
    Column("said_end", String),
    Column("said_basis", String, CheckConstraint("said_basis in ('stated', 'inferred')", name="said_basis")),
    Column("said_reason", Verbatim),
    Column("setting", String),
    Column(
        "setting_basis", String, CheckConstraint("setting_basis in ('stated', 'carried over')", name="setting_basis")
    ),
    Column("medium", Verbatim),
    Column("type", String),
    Column("type_chance", Float),
    Column("conditional", Boolean, nullable=False, server_default=false()),
    Column("negated", Boolean, nullable=False, server_default=false()),
    Column("hypothetical", Boolean, nullable=False, server_default=false()),
)

spans = Table(
    "spans",
    metadata,
    parent("statements.id", primary_key=True),
    Column("role", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),
    CheckConstraint(
        "role in ('source', 'cue', 'content', 'via', 'addressee', 'said', 'setting', 'counterpart', 'place', "
        "'condition')",
        name="role",
    ),
)

unattributed = Table(
    "unattributed",
    metadata,
    Column("id", Id, primary_key=True),
    parent("documents.id", index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),
    Column("reason", String, nullable=False),
)

anomalies = Table(
    "anomalies",
    metadata,
    Column("id", Id, primary_key=True),
    parent("documents.id", index=True),
    Column("kind", String, nullable=False, index=True),
    Column("reason", Verbatim, nullable=False),
    Column("start", Integer, nullable=False),
)

anomaly_spans = Table(
    "anomaly_spans",
    metadata,
    parent("anomalies.id", primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("words", Verbatim, nullable=False),
)

identities = Table(
    "identities",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", Verbatim, nullable=False, index=True),
    Column("authority", String, index=True),
    Column("reason", Verbatim, nullable=False),
    Column("judgements", JSON, nullable=False),
    Column("bodies", JSON),
)

members = Table(
    "members",
    metadata,
    parent("actors.id", primary_key=True),
    Column("identity_id", Id, ForeignKey("identities.id"), nullable=False, index=True),
    Column("machine_id", Id, ForeignKey("identities.id"), nullable=False, index=True),
)

nodes = Table(
    "nodes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("signature", Verbatim, nullable=False),
    Column("keys", JSON, nullable=False),
    Column("family", Verbatim),
    Column("size", Integer, nullable=False, index=True),
    Column("first", JSON, nullable=False),
    Column("names", JSON, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("identity_id", Id),
)
"""Actors of documents that are one without comparison, as who is who is found from: names and roles counted, the ids
of the `first` ones. Of `size` 0 is what must be counted anew. All are of the identity `identity_id`, if it is known.
"""

node_keys = Table(
    "node_keys",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("node_id", Id, ForeignKey("nodes.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Where nodes are found again with which one is compared."""

named = Table(
    "named",
    metadata,
    parent("actors.id", primary_key=True),
    Column("node_id", Id, ForeignKey("nodes.id", ondelete="CASCADE"), nullable=False, index=True),
)

vacated = Table(
    "vacated",
    metadata,
    Column("identity_id", Id, primary_key=True),
)
"""Identities of which an actor's document was taken out: nobody may be them any longer."""

identification = Table(
    "identification",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("judged", Integer, nullable=False),
    Column("made_by", String, nullable=False),
)
"""Up to which change and which judgement it is known who is who, and what found it."""

candidates = Table(
    "candidates",
    metadata,
    parent("identities.id", primary_key=True),
    Column("candidate", String, primary_key=True),
    Column("name", Verbatim, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Verbatim, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("author", Verbatim, nullable=False),
    Column("made_at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subjects", JSON, nullable=False),
    Column("value", Verbatim),
    Column("reason", Verbatim, nullable=False),
    Column("field", String),
    Column("seen", Integer),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    sqlite_autoincrement=True,
)

judgement_head = Table(
    "judgement_head",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
"""The last judgement's number and digest: a log whose end was cut off does not reach them."""

bearings = Table(
    "bearings",
    metadata,
    Column("statement_id", Id, primary_key=True),
    Column("number", Integer, ForeignKey("judgements.number"), primary_key=True),
)
"""Which judgements bear on which statement, withdrawals too. No reference: statements may be read anew."""

verdicts = Table(
    "verdicts",
    metadata,
    Column("statement_id", Id, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("status", String, nullable=False, index=True),
    Column("corrections", JSON, nullable=False),
    Column("form", String),
    Column("act", String),
    Column("actor_id", Id),
    Column("addressee_id", Id),
    Column("relay_id", Id),
    Column("said_start", String),
    Column("said_end", String),
    Column("setting", String),
    Column("stated", Float),
    Column("type", String),
    Column("conditional", Boolean),
    Column("negated", Boolean),
    Column("hypothetical", Boolean),
)
"""What the judgements of a statement come to, and the columns of `statements` as judged."""

changes = Table(
    "changes",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("document_id", Id, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, unique=True),
    sqlite_autoincrement=True,
)
"""The last change of each document, of its statements, their judgements or their speakers' identities."""

listing = Table(
    "listing",
    metadata,
    Column("name", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The statements as columns of numbers (see ``columns``), as they were after some change."""

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

PROPER = (
    captures,
    sightings,
    documents,
    regions,
    actors,
    mentions,
    statements,
    spans,
    unattributed,
    anomalies,
    anomaly_spans,
    identities,
    members,
    candidates,
    occasions,
    occasion_statements,
    utterances,
    tellings,
    links,
    clashes,
    descents,
    families,
    family_members,
    coding_files,
    annotated,
    codebooks,
    issues,
    statement_issues,
)
"""The record proper: what the same inputs always give. Runs and entries tell how it came about."""
