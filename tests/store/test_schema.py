"""The migrations and the tables agree."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord.store import Store
from onrecord.store.schema import SCHEMA_VERSION, metadata


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")
def test_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    """A record made by the migrations has exactly the tables that the code knows."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        assert compare_metadata(context, metadata) == []


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not (name or "").startswith("search")


def test_schema_version_counts_the_migrations() -> None:
    """Each migration raises the schema's version by one."""
    folder = Path(__file__).parents[2] / "src/onrecord/store/migrations/versions"
    assert len(list(folder.glob("v*.py"))) == SCHEMA_VERSION
