"""What statements are about: issues and stances. What an earlier version read gets them with the next run."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

_TABLES = (
    """
    CREATE TABLE issues (
        id VARCHAR(24) NOT NULL,
        name TEXT NOT NULL,
        words JSON NOT NULL,
        description TEXT,
        parent_id VARCHAR(24),
        coded BOOLEAN NOT NULL,
        CONSTRAINT fk_issues_parent_id FOREIGN KEY(parent_id) REFERENCES issues (id),
        CONSTRAINT pk_issues PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE statement_issues (
        statement_id VARCHAR(24) NOT NULL,
        issue_id VARCHAR(24) NOT NULL,
        chance FLOAT NOT NULL,
        stance VARCHAR CONSTRAINT ck_statement_issues_stance CHECK (stance in ('support', 'oppose', 'neutral')),
        stance_chance FLOAT,
        CONSTRAINT fk_statement_issues_statement_id FOREIGN KEY(statement_id)
            REFERENCES statements (id) ON DELETE CASCADE,
        CONSTRAINT fk_statement_issues_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id),
        CONSTRAINT pk_statement_issues PRIMARY KEY (statement_id)
    )
    """,
    """
    CREATE TABLE codebooks (
        id INTEGER NOT NULL CONSTRAINT ck_codebooks_one CHECK (id = 1),
        digest VARCHAR(24) NOT NULL,
        concepts JSON NOT NULL,
        CONSTRAINT pk_codebooks PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE coding (
        id INTEGER NOT NULL CONSTRAINT ck_coding_one CHECK (id = 1),
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        made_by VARCHAR NOT NULL,
        CONSTRAINT pk_coding PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    """Add the tables, empty."""
    for table in _TABLES:
        op.execute(table)
    op.create_index(op.f("ix_issues_name"), "issues", ["name"], unique=False)
    op.create_index(op.f("ix_statement_issues_issue_id"), "statement_issues", ["issue_id"], unique=False)
