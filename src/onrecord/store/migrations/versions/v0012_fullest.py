"""An index of the fullest tellings alone, by which statements are counted once for what they tell."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the index."""
    op.execute("CREATE INDEX ix_tellings_full ON tellings (utterance_id, statement_id) WHERE relation = 'full'")
