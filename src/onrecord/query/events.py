"""The machine's statements as columns that networks are made of: a million in seconds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from onrecord.errors import SettingsError
from onrecord.networks import Events
from onrecord.networks.arrays import Ints, Times, ints
from onrecord.networks.events import Column, Scale, by_utf16
from onrecord.query.about import STANCES, about, uttered
from onrecord.query.coded import SIGNED, moment
from onrecord.query.filter import Filter
from onrecord.query.labels import Ids, Labels, label, told_apart
from onrecord.query.selection import Selection, remembered
from onrecord.record import ActorKind, Stance
from onrecord.store import Store, alignments
from onrecord.store.callings import KINDS
from onrecord.store.columns import TIME, VOCABULARY, Columns
from onrecord.store.schema import identities

_BODIES = (ActorKind.ORGANISATION, ActorKind.GROUP)
_SIDES = {Stance.SUPPORT: 1, Stance.OPPOSE: 0}


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """What variables are made from: the record's columns and the places of the statements asked for."""

    connection: Connection
    columns: Columns
    places: Ints


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
        # What has no time comes last: it is the least number.
        order = np.argsort(np.where(np.isnat(times), np.iinfo(np.int64).max, times.astype(np.int64)), kind="stable")
        places = ints(chosen[order])
        return _events(_Reading(connection, columns, places), times[order], names)


def _events(of: _Reading, times: Times, names: Collection[str]) -> Events:
    statements, documents = of.columns.statements, of.columns.documents
    confidence = statements.confidence[of.places]
    if set(names) & _OF_ISSUES:
        confidence = confidence * about(of.columns, of.connection).chance[of.places]
    return Events(
        ids=Ids(statements.id[of.places]),
        documents=ints(statements.document[of.places]),
        utterances=_utterances(of),
        outlets=ints(documents.outlet[statements.document[of.places]]) + 1,
        times=times,
        confidence=confidence,
        variables={name: VARIABLES[name](of) for name in sorted(names)},
    )


def _utterances(of: _Reading) -> Ints:
    """Return a number for each statement, equal for those that tell the same utterance."""
    told = uttered(of.columns, of.connection)[of.places]
    numbers = np.arange(len(told))
    held = told >= 0
    numbers[held] = len(told) + np.unique(told[held], return_inverse=True)[1]
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
    published, places = np.unique(columns.documents.published, return_inverse=True)
    told = [moment(each.decode()) for each in published.tolist()]
    return np.array(told, dtype="datetime64[s]")[places]


def _named(codes: Ints, name_of: Callable[[int], str | None]) -> Column:
    """Return a variable of text of few values: what each code is called, sorted; codes without a name are none."""
    present = np.flatnonzero(np.bincount(codes + 1)[1:]).tolist()
    names = {code: name for code in present if (name := name_of(code))}
    labels = sorted(set(names.values()), key=by_utf16)
    at = {label: place for place, label in enumerate(labels)}
    table = np.full(max(present, default=-1) + 2, -1, dtype=np.int64)
    for code, name in names.items():
        table[code] = at[name]
    return Column(table[codes], tuple(labels), Scale.TEXT)  # -1, no value, is the last place: -1 too


def _vocabulary(name: str) -> Callable[[_Reading], Column]:
    def made(of: _Reading) -> Column:
        codes = ints(getattr(of.columns.statements, name)[of.places])
        return _named(codes, lambda code: str(VOCABULARY[name][code]))

    return made


def attributes(store: Store) -> dict[tuple[str, str], dict[str, str]]:
    """Return what is known of actors as nodes, by variable and name: their kind, and the authority's id for them."""
    c = identities.c
    with store.reading() as connection:
        many = told_apart(connection)
        rows = connection.execute(select(c.id, c.name, c.kind, c.authority)).all()
    return {
        (variable, label(row.name, row.id, many)): {
            "kind": row.kind,
            **({"authority": row.authority} if row.authority else {}),
        }
        for row in rows
        for variable in ("speaker", "person", "organization")
    }


def _actors(kinds: Collection[ActorKind] | None) -> Callable[[_Reading], Column]:
    def made(of: _Reading) -> Column:
        columns, codes = of.columns, of.columns.statements.actor[of.places]
        chosen = np.zeros(len(columns.called) + 1, dtype=bool)
        chosen[codes] = True
        chosen = chosen[:-1] & (np.diff(columns.called.ends, prepend=0) > 0)  # who is gone has no name
        if kinds is not None:
            chosen &= np.isin(columns.called.kinds, [KINDS.index(kind) for kind in kinds])
        version = alignments.version(of.connection)
        many: frozenset[str] = remembered(columns, ("told apart", version), partial(told_apart, of.connection))
        labels = Labels.of(columns, chosen, many)
        return Column(labels.places(codes), labels, Scale.TEXT)

    return made


def _kind(of: _Reading) -> Column:
    kinds = np.append(of.columns.called.kinds, np.int8(-1))  # -1, no actor, is the last place
    return _named(ints(kinds[of.columns.statements.actor[of.places]]), lambda code: KINDS[code].value)


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
    "person": _actors((ActorKind.PERSON,)),
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
