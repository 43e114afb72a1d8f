"""Occasions, utterances and their tellings; which documents descend from one another; what following changes needs.

And the types of statements, their conditions, and whether they are negated or hypothetical. What an earlier version
read has no type and no condition, and is aligned by the next run, or by reading nothing new.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"

_STATEMENT = "REFERENCES statements (id) ON DELETE CASCADE"
_DOCUMENT = "REFERENCES documents (id) ON DELETE CASCADE"

_RELATIONS = "relation in ('full', 'verbatim', 'truncated', 'altered', 'paraphrase')"

_TABLES = (
    """
    CREATE TABLE occasions (
        id VARCHAR(24) NOT NULL,
        speakers JSON NOT NULL,
        start VARCHAR,
        "end" VARCHAR,
        setting JSON,
        CONSTRAINT pk_occasions PRIMARY KEY (id)
    )
    """,
    f"""
    CREATE TABLE occasion_statements (
        occasion_id VARCHAR(24) NOT NULL,
        statement_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_occasion_statements_occasion_id FOREIGN KEY(occasion_id)
            REFERENCES occasions (id) ON DELETE CASCADE,
        CONSTRAINT fk_occasion_statements_statement_id FOREIGN KEY(statement_id) {_STATEMENT},
        CONSTRAINT pk_occasion_statements PRIMARY KEY (occasion_id, statement_id)
    )
    """,
    """
    CREATE TABLE utterances (
        id VARCHAR(24) NOT NULL,
        occasion_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_utterances_occasion_id FOREIGN KEY(occasion_id) REFERENCES occasions (id) ON DELETE CASCADE,
        CONSTRAINT pk_utterances PRIMARY KEY (id)
    )
    """,
    f"""
    CREATE TABLE tellings (
        utterance_id VARCHAR(24) NOT NULL,
        statement_id VARCHAR(24) NOT NULL,
        relation VARCHAR NOT NULL CONSTRAINT ck_tellings_relation CHECK ({_RELATIONS}),
        CONSTRAINT fk_tellings_utterance_id FOREIGN KEY(utterance_id) REFERENCES utterances (id) ON DELETE CASCADE,
        CONSTRAINT fk_tellings_statement_id FOREIGN KEY(statement_id) {_STATEMENT},
        CONSTRAINT pk_tellings PRIMARY KEY (utterance_id, statement_id)
    )
    """,
    f"""
    CREATE TABLE links (
        a VARCHAR(24) NOT NULL,
        b VARCHAR(24) NOT NULL,
        basis VARCHAR NOT NULL CONSTRAINT ck_links_basis CHECK (basis in ('quoted', 'proposition', 'judged')),
        chance FLOAT NOT NULL,
        CONSTRAINT fk_links_a FOREIGN KEY(a) {_STATEMENT},
        CONSTRAINT fk_links_b FOREIGN KEY(b) {_STATEMENT},
        CONSTRAINT pk_links PRIMARY KEY (a, b)
    )
    """,
    f"""
    CREATE TABLE clashes (
        a VARCHAR(24) NOT NULL,
        b VARCHAR(24) NOT NULL,
        kind VARCHAR NOT NULL,
        reason TEXT NOT NULL,
        CONSTRAINT fk_clashes_a FOREIGN KEY(a) {_STATEMENT},
        CONSTRAINT fk_clashes_b FOREIGN KEY(b) {_STATEMENT},
        CONSTRAINT pk_clashes PRIMARY KEY (a, b, kind)
    )
    """,
    f"""
    CREATE TABLE descents (
        document_id VARCHAR(24) NOT NULL,
        origin_id VARCHAR(24) NOT NULL,
        kind VARCHAR NOT NULL,
        of_document FLOAT NOT NULL,
        of_origin FLOAT NOT NULL,
        CONSTRAINT fk_descents_document_id FOREIGN KEY(document_id) {_DOCUMENT},
        CONSTRAINT fk_descents_origin_id FOREIGN KEY(origin_id) {_DOCUMENT},
        CONSTRAINT pk_descents PRIMARY KEY (document_id, origin_id)
    )
    """,
    f"""
    CREATE TABLE aligned (
        statement_id VARCHAR(24) NOT NULL,
        digest VARCHAR(24) NOT NULL,
        part VARCHAR(24),
        CONSTRAINT fk_aligned_statement_id FOREIGN KEY(statement_id) {_STATEMENT},
        CONSTRAINT pk_aligned PRIMARY KEY (statement_id)
    )
    """,
    f"""
    CREATE TABLE buckets (
        bucket INTEGER NOT NULL,
        statement_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_buckets_statement_id FOREIGN KEY(statement_id) {_STATEMENT},
        CONSTRAINT pk_buckets PRIMARY KEY (bucket, statement_id)
    ) WITHOUT ROWID
    """,
    f"""
    CREATE TABLE fingerprints (
        document_id VARCHAR(24) NOT NULL,
        data BLOB NOT NULL,
        CONSTRAINT fk_fingerprints_document_id FOREIGN KEY(document_id) {_DOCUMENT},
        CONSTRAINT pk_fingerprints PRIMARY KEY (document_id)
    )
    """,
    f"""
    CREATE TABLE prints (
        print INTEGER NOT NULL,
        document_id VARCHAR(24) NOT NULL,
        CONSTRAINT fk_prints_document_id FOREIGN KEY(document_id) {_DOCUMENT},
        CONSTRAINT pk_prints PRIMARY KEY (print, document_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE alignment (
        id INTEGER NOT NULL CONSTRAINT ck_alignment_one CHECK (id = 1),
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        made_by VARCHAR NOT NULL,
        CONSTRAINT pk_alignment PRIMARY KEY (id)
    )
    """,
)

_INDEXES = (
    ("occasion_statements", "statement_id"),
    ("utterances", "occasion_id"),
    ("tellings", "statement_id"),
    ("links", "b"),
    ("clashes", "b"),
    ("descents", "origin_id"),
    ("descents", "kind"),
    ("aligned", "part"),
    ("buckets", "statement_id"),
    ("prints", "document_id"),
)


_COLUMNS = {
    "statements": (
        "type VARCHAR",
        "type_chance FLOAT",
        "conditional BOOLEAN DEFAULT 0 NOT NULL",
        "negated BOOLEAN DEFAULT 0 NOT NULL",
        "hypothetical BOOLEAN DEFAULT 0 NOT NULL",
    ),
    "verdicts": ("type VARCHAR", "conditional BOOLEAN", "negated BOOLEAN", "hypothetical BOOLEAN"),
}

_ROLES = (
    "role in ('source', 'cue', 'content', 'via', 'addressee', 'said', 'setting', 'counterpart', 'place', 'condition')"
)

_SPANS = f"""
CREATE TABLE spans (
    statement_id VARCHAR(24) NOT NULL,
    role VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT ck_spans_role CHECK ({_ROLES}),
    CONSTRAINT fk_spans_statement_id FOREIGN KEY(statement_id) {_STATEMENT},
    CONSTRAINT pk_spans PRIMARY KEY (statement_id, role, start)
)
"""


def upgrade() -> None:
    """Add the columns, and the tables, empty; spans know one more role."""
    for table, columns in _COLUMNS.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
    # Verdicts of statements that are there hold all columns, and nothing judged so far speaks of these.
    op.execute("UPDATE verdicts SET conditional = 0, negated = 0, hypothetical = 0 WHERE form IS NOT NULL")
    op.execute("ALTER TABLE spans RENAME TO spans_before")
    op.execute(_SPANS)
    op.execute('INSERT INTO spans SELECT statement_id, role, start, "end", words FROM spans_before')
    op.execute("DROP TABLE spans_before")
    for table in _TABLES:
        op.execute(table)
    for table, column in _INDEXES:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
