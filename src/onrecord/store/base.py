"""What all tables share: their catalogue, the type of an id, a reference to the row that a row belongs to."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, String

from onrecord.record.ids import ID_LENGTH

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

_NAMES = {
    "captures": "capture",
    "documents": "document",
    "actors": "actor",
    "statements": "statement",
    "anomalies": "anomaly",
    "identities": "identity",
    "occasions": "occasion",
    "utterances": "utterance",
}


def parent(
    column: str, *, name: str = "", primary_key: bool = False, index: bool = False, nullable: bool = False
) -> Column[str]:
    """Return the column that refers to `column` of another table: a row goes when the row that it names does.

    It is called after the other table ("document_id") unless `name` is given.
    """
    reference = ForeignKey(column, ondelete="CASCADE")
    key = name or f"{_NAMES[column.split('.')[0]]}_id"
    return Column(key, Id, reference, primary_key=primary_key, index=index, nullable=nullable)
