"""What statements are about and which utterance they tell, as columns beside those of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from sqlalchemy import Connection, select

from onrecord.record import Stance
from onrecord.store import alignments
from onrecord.store import issues as kept
from onrecord.store.column_issues import utterances, with_issues
from onrecord.store.columns import Array, Columns, Names
from onrecord.store.schema import issues

STANCES = tuple(Stance)
"""What the numbers of stances mean: places in this tuple."""


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """For each statement, in the order of the columns, what it is about.

    `issue` is a place in `ids`, -1 for none, `stance` one in STANCES, -1 for none; `chance` is the probability that
    both are right, 1 where there are none. `ids` are those of all issues, `names` what they are called.
    """

    issue: Array
    stance: Array
    chance: Array
    ids: tuple[str, ...]
    names: Mapping[str, str]

    def place(self, issue_id: str) -> int:
        """Return the place of an issue, -2 where there is none: no statement has that."""
        return self.ids.index(issue_id) if issue_id in self.names else -2


def about(columns: Columns, connection: Connection) -> About:
    """Return what the statements of `columns` are about, from memory where it was asked for before."""
    from onrecord.query.selection import remembered

    version = kept.state(connection).version
    found: About = remembered(columns, ("about", version), lambda: _about(columns, connection, version))
    return found


def _about(columns: Columns, connection: Connection, version: int) -> About:
    known = {row.id: row.name for row in connection.execute(select(issues.c.id, issues.c.name))}
    ids = tuple(sorted(known))
    if columns.coded != version:
        # A run that has not ended yet told issues anew.
        columns = with_issues(connection, replace(columns, issues=Names()), None)
    of, at = columns.statements, {key: place for place, key in enumerate(ids)}
    places = np.array([*(at.get(key, -1) for key in columns.issues.names), -1], np.int32)
    return About(places[of.issue], of.stance, of.chance, ids, known)


def uttered(columns: Columns, connection: Connection) -> Array:
    """Return a number for each statement of columns, equal for those that tell the same utterance; -1 for none."""
    from onrecord.query.selection import remembered

    version = alignments.version(connection)
    if columns.aligned == version:
        return columns.statements.utterance
    # What was aligned since the columns were kept may be told by any document.
    found: Array = remembered(columns, ("uttered", version), lambda: utterances(connection, columns))
    return found
