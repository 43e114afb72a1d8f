"""Roles under the name of the body that their document means; documents read by an earlier version keep their words.

Names are compared otherwise since, so that who is who is found anew.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column, unknown, and forget by what it was found who is who."""
    op.execute("ALTER TABLE actors ADD COLUMN posts JSON")
    op.execute("UPDATE identification SET made_by = ''")
