"""Roles under the name of the body that their document means; documents read by an earlier version keep their words."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column, unknown."""
    op.execute("ALTER TABLE actors ADD COLUMN posts JSON")
