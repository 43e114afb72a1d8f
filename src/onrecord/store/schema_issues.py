"""The tables of what statements are about: issues, and where each statement stands on its own."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Float, ForeignKey, Integer, String, Table

from onrecord.store.base import Id, metadata, parent
from onrecord.store.types import Verbatim

issues = Table(
    "issues",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Verbatim, nullable=False, index=True),
    Column("words", JSON, nullable=False),
    Column("description", Verbatim),
    Column("parent_id", Id, ForeignKey("issues.id")),
    Column("coded", Boolean, nullable=False),
)
"""What statements are about. `coded` are the concepts of a codebook, the others were found in the statements."""

statement_issues = Table(
    "statement_issues",
    metadata,
    parent("statements.id", primary_key=True),
    Column("issue_id", Id, ForeignKey("issues.id"), nullable=False, index=True),
    Column("chance", Float, nullable=False),
    Column("stance", String, CheckConstraint("stance in ('support', 'oppose', 'neutral')", name="stance")),
    Column("stance_chance", Float),
    Column("supports_alone", Float),
    Column("opposes_alone", Float),
)
"""The issue that a statement is about, and its stance; a statement about none has no row.

The last two are the probabilities of support and opposition that the statement has by itself, without its speaker's
others on the issue: with them the next run tells the stance anew without reading the statement again.
"""

codebooks = Table(
    "codebooks",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("digest", Id, nullable=False),
    Column("concepts", JSON, nullable=False),
)
"""The codebook that the record's statements are coded with; without one, issues are found."""

coding = Table(
    "coding",
    metadata,
    Column("id", Integer, CheckConstraint("id = 1", name="one"), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_by", String, nullable=False),
)
"""Up to which change statements have their issues, how often these changed, and by what they were given."""
