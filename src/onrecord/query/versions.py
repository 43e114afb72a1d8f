"""Two versions of an article, sentence by sentence: kept, moved, changed, added, dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

from onrecord.errors import MissingError, SettingsError
from onrecord.query.reported import Heading
from onrecord.query.statements import headings
from onrecord.record import (
    Change,
    ChangeKind,
    Descent,
    DescentKind,
    Difference,
    DifferenceKind,
    Document,
    Form,
    Part,
    Told,
)
from onrecord.store import Store, nouns
from onrecord.store.families import descent_of
from onrecord.store.schema import descents
from onrecord.text.differences import differences
from onrecord.text.edits import Edit, edits
from onrecord.text.moment import instant

SHARP = frozenset(
    {
        DifferenceKind.NEGATION,
        DifferenceKind.CONDITION,
        DifferenceKind.NUMBER,
        DifferenceKind.NAME,
        DifferenceKind.TENSE,
    }
)
"""Differences that may change what a sentence tells. Other words alone are what a new version is made for."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What became of a sentence: its words `before` and `after`, "" where that version has no such sentence.

    `edits` are the words that differ in a CHANGED one, `sharp` those differences that may change what it tells.
    """

    change: Change
    before: str
    after: str
    edits: tuple[Edit, ...] = ()
    sharp: tuple[Difference, ...] = ()

    def is_sharp(self, edit: Edit) -> bool:
        """Return whether an edit touches words of a difference that may change what the sentence tells."""
        return any(_touch(each.fuller, edit.before) or _touch(each.other, edit.after) for each in self.sharp)


def _touch(one: tuple[int, int] | None, other: tuple[int, int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Versions:
    """Two documents, the first published first, and what became of each sentence, in the order of the later one.

    `descent` is what one is to the other; None where they share no text and are of no one event, as far as is known.
    """

    before: Heading
    after: Heading
    changes: tuple[ShownChange, ...]
    descent: Descent | None = None

    @property
    def share_text(self) -> bool:
        """Whether they share enough text to be told sentence by sentence: else they are two reports, not versions."""
        return self.descent is not None and self.descent.kind is not DescentKind.EVENT

    @property
    def numbers(self) -> dict[ChangeKind, int]:
        """How many sentences were kept, moved, changed, added, dropped."""
        counted = Counter(each.change.kind for each in self.changes)
        return {kind: counted[kind] for kind in ChangeKind}


def versions(store: Store, one: str, other: str) -> Versions:
    """Return what became of each sentence from one document to another, by their ids, the first published first.

    Raises MissingError without either, SettingsError where both are the same.
    """
    from onrecord.align.lineage import versions as compared  # numpy takes 0.1 s to import: only who asks pays

    if one == other:
        raise SettingsError("an article cannot be compared with itself: give two different ones")
    c = descents.c
    with store.reading() as connection:
        known = headings(connection, [one, other])
        texts = {each: _text(connection, each) for each in (one, other)}
        pair = connection.execute(select(descents).where(c.document_id.in_(known), c.origin_id.in_(known))).first()
    first, second = sorted((one, other), key=lambda each: (instant(known[each].published), each))
    before, after = texts[first], texts[second]
    changes = tuple(_shown(each, before.text, after.text) for each in compared(before, after))
    return Versions(known[first], known[second], changes, descent_of(pair) if pair else None)


def _text(connection: Connection, document_id: str) -> Document:
    found = nouns.document_of(connection, document_id)
    if found is None:
        raise MissingError(f"there is no document {document_id}; list them with: onrecord documents")
    return found


def _shown(change: Change, before: str, after: str) -> ShownChange:
    was = before[slice(*change.before)] if change.before else ""
    now = after[slice(*change.after)] if change.after else ""
    if change.kind is not ChangeKind.CHANGED:
        return ShownChange(change, was, now)
    found = differences(_sentence("before", was), _sentence("now", now))
    sharp = tuple(each for each in found if each.changes_meaning and each.kind in SHARP)
    return ShownChange(change, was, now, edits(was, now), sharp)


def _sentence(name: str, words: str) -> Told:
    """Return a sentence as a telling that is all quotation, so that every word of it is compared."""
    part = Part(words, ((0, len(words)),))
    return Told(name, name, None, None, None, Form.DIRECT, (part,), "")
