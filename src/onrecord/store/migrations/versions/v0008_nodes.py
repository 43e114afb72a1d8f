"""What who is who is found from, so that it follows changes. The next run counts what an earlier version left."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"

_TABLES = (
    """
    CREATE TABLE nodes (
        id VARCHAR(24) NOT NULL,
        signature TEXT NOT NULL,
        keys JSON NOT NULL,
        family TEXT,
        size INTEGER NOT NULL,
        first JSON NOT NULL,
        names JSON NOT NULL,
        roles JSON NOT NULL,
        identity_id VARCHAR(24),
        CONSTRAINT pk_nodes PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE node_keys (
        key INTEGER NOT NULL,
        node_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_node_keys_node_id FOREIGN KEY(node_id) REFERENCES nodes (id) ON DELETE CASCADE,
        CONSTRAINT pk_node_keys PRIMARY KEY (key, node_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE named (
        actor_id VARCHAR(24) NOT NULL,
        node_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_named_actor_id FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE,
        CONSTRAINT fk_named_node_id FOREIGN KEY(node_id) REFERENCES nodes (id) ON DELETE CASCADE,
        CONSTRAINT pk_named PRIMARY KEY (actor_id)
    )
    """,
    """
    CREATE TABLE vacated (
        identity_id VARCHAR(24) NOT NULL,
        CONSTRAINT pk_vacated PRIMARY KEY (identity_id)
    )
    """,
    """
    CREATE TABLE identification (
        id INTEGER NOT NULL CONSTRAINT ck_identification_one CHECK (id = 1),
        number INTEGER NOT NULL,
        judged INTEGER NOT NULL,
        made_by VARCHAR NOT NULL,
        CONSTRAINT pk_identification PRIMARY KEY (id)
    )
    """,
)


def upgrade() -> None:
    """Add the tables, empty."""
    for table in _TABLES:
        op.execute(table)
    for table, column in (("nodes", "size"), ("node_keys", "node_id"), ("named", "node_id")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
