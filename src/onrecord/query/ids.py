"""Ids known by their first digits."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, and_


def begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """Return the condition that an id begins with `prefix`, whatever its case.

    A range of the key, which the index serves; LIKE would read all. Ids are hexadecimal: below "g".
    """
    low = prefix.lower()
    return and_(column >= low, column < f"{low}g")
