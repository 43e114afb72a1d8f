"""Which stances statements have by themselves; the next run tells what an earlier version did not keep."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the columns, unknown."""
    for name in ("supports_alone", "opposes_alone"):
        op.execute(f"ALTER TABLE statement_issues ADD COLUMN {name} FLOAT")
