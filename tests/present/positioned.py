"""A small record with issues and stances: who stands where is made by hand."""

from __future__ import annotations

from pathlib import Path

from tests.present.rooms import fill, hostile
from tests.store.filled import ARTICLES, RELAYED

from onrecord.query import find
from onrecord.record import Stance
from onrecord.store import Store, changes
from onrecord.store import issues as kept

HARBOUR = kept.Named("a" * 24, "harbour dues", ("due", "harbour"))
QUAY = kept.Named("b" * 24, "the inner quay", ("inner", "quay"))
EMPTY = kept.Named("c" * 24, "lanterns", ("lantern",), "What hangs on poles.", coded=True)


def positioned_record(path: Path) -> Store:
    """Return a record whose statements are on two issues; Ada Mott supports the dues, and opposes them later."""
    return _coded(path, "harbour dues", *ARTICLES, RELAYED)


def hostile_positioned_record(path: Path) -> Store:
    """Return a record whose every text asks for trouble, the names of issues too."""
    return _coded(path, "<script>alert(1)</script> \u202egnp \ud800", *hostile())


def _coded(path: Path, name: str, *captures: object) -> Store:
    store = Store.open(path, create=True, connections=4)
    fill(store, *captures)  # type: ignore[arg-type]
    ids = [each.id for each in find(store)]
    code(store, ids, name)
    return store


def code(store: Store, ids: list[str], name: str = "harbour dues") -> None:
    """Leave statements on two issues: some support, later ones oppose."""
    with store.writing() as connection:
        kept.keep_issues(connection, [kept.Named(HARBOUR.id, name, HARBOUR.words), QUAY, EMPTY])
        about = {key: _about(at) for at, key in enumerate(ids)}
        kept.keep(connection, ids, about)
        kept.reached(connection, changes.latest(connection), "by hand")


def _about(at: int) -> kept.About:
    """Return what a statement is about: the first takes no side, two support, the others oppose."""
    stance = Stance.NEUTRAL if at == 0 else Stance.SUPPORT if at < 3 else Stance.OPPOSE
    return kept.About((QUAY if at % 4 == 3 else HARBOUR).id, 0.9, stance, 0.8)
