"""For which bodies actors may speak, and the words of clashes: the next run tells what an earlier version did not."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns, unknown and empty."""
    op.execute("ALTER TABLE identities ADD COLUMN bodies JSON")
    op.execute("ALTER TABLE clashes ADD COLUMN words TEXT DEFAULT '' NOT NULL")
