"""The machine's statements as columns that networks are made of: a million in seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from onrecord.errors import SettingsError
from onrecord.networks import Events
from onrecord.networks.arrays import Ints, Times, ints
from onrecord.networks.events import Column, Scale, by_utf16
from onrecord.query.about import STANCES, about
from onrecord.query.coded import SIGNED, moment, uttered
from onrecord.query.filter import Filter
from onrecord.query.selection import Selection
from onrecord.record import ActorKind, Stance
from onrecord.store import Store
from onrecord.store.columns import TIME, VOCABULARY, Columns
from onrecord.store.schema import identities

_BODIES = (ActorKind.ORGANISATION.value, ActorKind.GROUP.value)
_SIDES = {Stance.SUPPORT: 1, Stance.OPPOSE: 0}


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """What variables are made from: the record's columns and the places of the statements asked for."""

    connection: Connection
    columns: Columns
    places: Ints
    ids: list[str]


def events(store: Store, names: Collection[str], wanted: Filter | None = None) -> Events:
    """Return the statements that meet `wanted`, as people judged them, with the variables `names`, some of VARIABLES.

    The time that counts is the first day on which a statement was said, else that of publication. Confidence is the
    probability that the attribution is right, and its issue and stance too where one of them is a variable. Two
    actors of one name are told apart by the beginning of their ids. Raises SettingsError for an unknown variable.
    """
    unknown = sorted(set(names) - set(VARIABLES))
    if unknown:
        raise SettingsError(f"there is no variable {unknown[0]!r}; there are: {', '.join(VARIABLES)}")
    with store.reading() as connection:
        columns = store.columns(connection)
        chosen = Selection(columns, connection, wanted or Filter()).mask().nonzero()[0]
        times = _times(columns, ints(chosen))
        order = np.lexsort((times.astype(np.int64), np.isnat(times)))
        places = ints(chosen[order])
        return _events(_Reading(connection, columns, places, columns.ids(places)), times[order], names)


def _events(of: _Reading, times: Times, names: Collection[str]) -> Events:
    statements, documents = of.columns.statements, of.columns.documents
    confidence = statements.confidence[of.places]
    if set(names) & _OF_ISSUES:
        confidence = confidence * about(of.columns, of.connection).chance[of.places]
    return Events(
        ids=tuple(of.ids),
        documents=ints(statements.document[of.places]),
        utterances=_utterances(of),
        outlets=ints(documents.outlet[statements.document[of.places]]) + 1,
        times=times,
        confidence=confidence,
        variables={name: VARIABLES[name](of) for name in sorted(names)},
    )


def _utterances(of: _Reading) -> Ints:
    """Return a number for each statement, equal for those that tell the same utterance."""
    number = len(of.places)
    numbers, at = np.arange(number), np.full(len(of.columns.statements), -1, dtype=np.int64)
    at[of.places] = numbers
    told = uttered(of.connection)
    known: dict[str, int] = {}
    passages = [known.setdefault(each, number + len(known)) for each in told.values()]
    places = of.columns.places_of(list(told))
    here = np.where(places >= 0, at[places], -1) if len(places) else ints([])
    numbers[here[here >= 0]] = ints(passages)[here >= 0]
    return ints(numbers)


def _times(columns: Columns, places: Ints) -> Times:
    """Return the first day on which each was said, else when its document was published; NaT where neither is known."""
    said = ints(columns.statements.said_start[places])
    days = np.full(len(places), "NaT", dtype="datetime64[s]")
    known = said > 0
    months = np.where(known, said // 10_000 * 12 + said // 100 % 100 - 1 - 1970 * 12, 0).astype("datetime64[M]")
    told = months.astype("datetime64[D]") + (said % 100 - 1)
    days[known] = told[known].astype("datetime64[s]")
    published = _published(columns)[columns.statements.document[places]]
    return np.where(known, days, published)


def _published(columns: Columns) -> Times:
    told = [moment(each.decode()) for each in columns.documents.published.tolist()]
    return np.array(told, dtype="datetime64[s]")


def _words(codes: Ints, names: Mapping[int, str]) -> Column:
    """Return a variable of text: what each code is called, sorted; codes without a name are none."""
    labels = sorted(set(names.values()), key=by_utf16)
    at = {label: place for place, label in enumerate(labels)}
    table = np.full(max(int(codes.max(initial=-1)), max(names, default=-1)) + 2, -1, dtype=np.int64)
    for code, name in names.items():
        table[code] = at[name]
    return Column(table[codes], tuple(labels), Scale.TEXT)  # -1, no value, is the last place: -1 too


def _named(codes: Ints, name_of: Callable[[int], str | None]) -> Column:
    present = {int(code): name_of(int(code)) for code in np.unique(codes) if code >= 0}
    return _words(codes, {code: name for code, name in present.items() if name})


def _vocabulary(name: str) -> Callable[[_Reading], Column]:
    def made(of: _Reading) -> Column:
        codes = ints(getattr(of.columns.statements, name)[of.places])
        return _named(codes, lambda code: str(VOCABULARY[name][code]))

    return made


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as networks name it: its name, told apart from another's, its kind, and the authority's id for it."""

    name: str
    kind: str
    authority: str | None


def _known(connection: Connection) -> dict[str, Known]:
    """Return the actors across documents by id. What several are called gets the beginning of their ids behind it."""
    c = identities.c
    rows = connection.execute(select(c.id, c.name, c.kind, c.authority)).all()
    many = {name for name, number in Counter(row.name for row in rows).items() if number > 1}
    return {
        row.id: Known(f"{row.name} ({row.id[:6]})" if row.name in many else row.name, row.kind, row.authority)
        for row in rows
    }


def attributes(store: Store) -> dict[tuple[str, str], dict[str, str]]:
    """Return what is known of actors as nodes, by variable and name: their kind, and the authority's id for them."""
    with store.reading() as connection:
        known = _known(connection)
    return {
        (variable, each.name): {"kind": each.kind, **({"authority": each.authority} if each.authority else {})}
        for each in known.values()
        for variable in ("speaker", "person", "organization")
    }


def _actors(kinds: Collection[str] | None) -> Callable[[_Reading], Column]:
    def made(of: _Reading) -> Column:
        known = _known(of.connection)

        def name_of(code: int) -> str | None:
            each = known.get(of.columns.actors.names[code])
            return each.name if each and (kinds is None or each.kind in kinds) else None

        return _named(ints(of.columns.statements.actor[of.places]), name_of)

    return made


def _kind(of: _Reading) -> Column:
    kinds = {row.id: row.kind for row in of.connection.execute(select(identities.c.id, identities.c.kind))}
    codes = ints(of.columns.statements.actor[of.places])
    return _named(codes, lambda code: kinds.get(of.columns.actors.names[code]))


def _outlet(of: _Reading) -> Column:
    codes = ints(of.columns.documents.outlet[of.columns.statements.document[of.places]])
    return _named(codes, lambda code: of.columns.outlets.names[code])


def _document(of: _Reading) -> Column:
    keys = of.columns.documents.key
    return _named(ints(of.columns.statements.document[of.places]), lambda code: bytes(keys[code])[TIME:].decode())


def _conditional(of: _Reading) -> Column:
    return Column(ints(of.columns.statements.conditional[of.places]), (0, 1), Scale.BOOLEAN)


def _issue(of: _Reading) -> Column:
    what = about(of.columns, of.connection)
    return _named(ints(what.issue[of.places]), lambda code: what.names[what.ids[code]])


def _stance(scale: Scale, values: Mapping[Stance, int]) -> Callable[[_Reading], Column]:
    def made(of: _Reading) -> Column:
        codes = about(of.columns, of.connection).stance[of.places]
        present = {values[STANCES[code]] for code in np.unique(codes) if code >= 0 and STANCES[code] in values}
        labels = (0, 1) if scale is Scale.BOOLEAN else tuple(sorted(present))
        at = {label: place for place, label in enumerate(labels)}
        table = [at.get(values[stance], -1) if stance in values else -1 for stance in STANCES]
        return Column(ints(np.array([*table, -1])[codes]), labels, scale)  # -1, no stance, is the last place

    return made


_OF_ISSUES = {"issue", "stance", "agreement"}

VARIABLES: dict[str, Callable[[Any], Column]] = {
    "speaker": _actors(None),
    "person": _actors((ActorKind.PERSON.value,)),
    "organization": _actors(_BODIES),
    "kind": _kind,
    "outlet": _outlet,
    "type": _vocabulary("type"),
    "form": _vocabulary("form"),
    "act": _vocabulary("act"),
    "setting": _vocabulary("setting"),
    "conditional": _conditional,
    "issue": _issue,
    "stance": _stance(Scale.INTEGER, SIGNED),
    "agreement": _stance(Scale.BOOLEAN, _SIDES),
    "document_id": _document,
}
"""What a network of a record can be of: the speaker, who it is, its kind, and what is told of a statement. `stance` is
1 for support, 0 for neither and -1 for opposition; `agreement` whether it supports, none where it takes no side."""
