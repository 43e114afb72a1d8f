"""The tables of what people coded by hand in other programs."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Table

from onrecord.store.base import Id, metadata
from onrecord.store.types import Packed, Verbatim

coding_files = Table(
    "coding_files",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Verbatim, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("data", Packed, nullable=False),
)
"""Whole files as they were imported: what annotations do not hold (colours, attributes, coders) is there."""

annotated = Table(
    "annotated",
    metadata,
    Column("id", Id, primary_key=True),
    Column("file_id", Id, ForeignKey("coding_files.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("document_id", Id, nullable=False, index=True),
    Column("kind", Verbatim, nullable=False),
    Column("coder", Verbatim, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", Verbatim, nullable=False),
    Column("values", JSON, nullable=False),
)
"""One row for each coded stretch. No reference to documents: these may be read anew."""
