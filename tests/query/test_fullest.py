"""What retells one fullest telling counts once, in whichever utterances it does."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert, select
from tests.query.crowd import crowd

from onrecord.store import Store
from onrecord.store.column_rows import read_all
from onrecord.store.fullest import fullest_of
from onrecord.store.schema import occasions, statements, tellings, utterances

TOLD = {
    "a" * 24: {"long": "full", "headline": "paraphrase"},
    "b" * 24: {"long": "full", "retold": "paraphrase"},
    "c" * 24: {"long": "full", "short": "truncated"},
    "d" * 24: {"short": "full", "other": "paraphrase"},
}
"""Which statement tells which utterance how: four of one long quotation, whose part another one tells again."""


def test_which_telling_is_fullest(tmp_path: Path) -> None:
    """The long quotation is that of all that tell one of its parts, statement by statement and in columns."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        crowd(store, 4)
        with store.writing() as connection:
            ids = connection.execute(select(statements.c.id).order_by(statements.c.id)).scalars().all()
            key = dict(zip(("long", "headline", "retold", "short", "other", "alone"), ids, strict=False))
            for one, told in TOLD.items():
                connection.execute(insert(occasions).values(id=one, speakers=[]))
                connection.execute(insert(utterances).values(id=one, occasion_id=one))
                rows = [{"utterance_id": one, "statement_id": key[n], "relation": r} for n, r in told.items()]
                connection.execute(insert(tellings), rows)
            columns = read_all(connection).statements
            place = {each.tobytes().hex(): at for at, each in enumerate(columns.id)}
            fullest = {
                name: connection.execute(select(fullest_of(statements.c.id)).where(statements.c.id == each)).scalar()
                for name, each in key.items()
            }
    assert fullest == {
        "long": key["long"], "headline": key["long"], "retold": key["long"], "short": key["long"],
        "other": key["short"], "alone": None,
    }  # fmt: skip
    numbers = {name: int(columns.utterance[place[each]]) for name, each in key.items()}
    assert numbers["long"] == numbers["headline"] == numbers["retold"] == numbers["short"]
    assert len(set(numbers.values())) == 3
    assert numbers["alone"] == -1
