"""The tables of what alignment finds across documents, and of what it needs to follow changes."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Float, Index, Integer, LargeBinary, String, Table

from onrecord.store.base import Id, metadata, parent
from onrecord.store.types import Verbatim

occasions = Table(
    "occasions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("speakers", JSON, nullable=False),
    Column("start", String),
    Column("end", String),
    Column("setting", JSON),
)
"""One act of speaking or writing of which two statements or more tell."""

occasion_statements = Table(
    "occasion_statements",
    metadata,
    parent("occasions.id", primary_key=True),
    parent("statements.id", primary_key=True, index=True),
)

utterances = Table(
    "utterances",
    metadata,
    Column("id", Id, primary_key=True),
    parent("occasions.id", index=True),
)

tellings = Table(
    "tellings",
    metadata,
    parent("utterances.id", primary_key=True),
    parent("statements.id", primary_key=True, index=True),
    Column(
        "relation",
        String,
        CheckConstraint("relation in ('full', 'verbatim', 'truncated', 'altered', 'paraphrase')", name="relation"),
        nullable=False,
    ),
)

Index("ix_tellings_full", tellings.c.utterance_id, tellings.c.statement_id, sqlite_where=tellings.c.relation == "full")

links = Table(
    "links",
    metadata,
    parent("statements.id", name="a", primary_key=True),
    parent("statements.id", name="b", primary_key=True, index=True),
    Column(
        "basis", String, CheckConstraint("basis in ('quoted', 'proposition', 'judged')", name="basis"), nullable=False
    ),
    Column("chance", Float, nullable=False),
)
"""Two statements that tell the same passage; `a` is the smaller id."""

clashes = Table(
    "clashes",
    metadata,
    parent("statements.id", name="a", primary_key=True),
    parent("statements.id", name="b", primary_key=True, index=True),
    Column("kind", String, primary_key=True),
    Column("words", Verbatim, nullable=False, server_default=""),
    Column("reason", Verbatim, nullable=False),
)
"""Statements of two documents that give the same words to different speakers, addressees or days; `a` comes first."""

descents = Table(
    "descents",
    metadata,
    parent("documents.id", primary_key=True),
    parent("documents.id", name="origin_id", primary_key=True, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("of_document", Float, nullable=False),
    Column("of_origin", Float, nullable=False),
)

kindred = Table(
    "kindred",
    metadata,
    parent("documents.id", primary_key=True),
    Column("group_id", Id, nullable=False, index=True),
)
"""Documents that share text with others; `group_id` is the least id of all those that common text ties together."""

strays = Table("strays", metadata, parent("documents.id", primary_key=True))
"""Documents of a group which one was taken out of: the next run tells their families anew."""

families = Table(
    "families",
    metadata,
    parent("documents.id", name="origin_id", primary_key=True),
    Column("group_id", Id, nullable=False, index=True),
    Column("agency", Verbatim),
    Column("size", Integer, nullable=False, index=True),
)
"""Families by their origins, see `onrecord.record.Family`; `size` counts the origin too."""

family_members = Table(
    "family_members",
    metadata,
    parent("families.origin_id", name="origin_id", primary_key=True),
    parent("documents.id", primary_key=True, index=True),
    Column("kind", String, nullable=False),
    Column("of_document", Float, nullable=False),
    Column("of_origin", Float, nullable=False),
)

aligned = Table(
    "aligned",
    metadata,
    parent("statements.id", primary_key=True),
    Column("digest", Id, nullable=False),
    Column("part", Id, index=True),
)
"""Statements as alignment last saw them: a digest of what it knows of each, and the part that was aligned at once.

`part` is null where nothing is aligned with the statement.
"""

buckets = Table(
    "buckets",
    metadata,
    Column("bucket", Integer, primary_key=True),
    parent("statements.id", primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Where statements are found again with which one may be aligned: only those that share a bucket are compared."""

fingerprints = Table(
    "fingerprints",
    metadata,
    parent("documents.id", primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What documents are compared by."""

prints = Table(
    "prints",
    metadata,
    Column("print", Integer, primary_key=True),
    parent("documents.id", primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Where documents are found again that may share text."""

alignment = Table(
    "alignment",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_by", String, nullable=False),
    Column("families", Boolean),
)
"""Up to which change the record is aligned, how often what is aligned changed, and what aligned it.

`families` is whether the families of its documents are kept.
"""
