"""The same quoted words given to different speakers, addressees or days by different articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.align.buckets import quotation_keys
from onrecord.align.circumstances import days, speakers
from onrecord.align.faces import Face, faces
from onrecord.align.features import longest_run
from onrecord.align.lists import lists
from onrecord.align.prepared import Prepared
from onrecord.record import DifferenceKind, Told
from onrecord.record.ids import content_id
from onrecord.text.differences import may_be_one

WORDS, TELLING = 6, 3
"""Quoted words in a row that two articles share, at least, and how many different ones of them tell something. Fewer
words, or commoner ones, different people may say by chance."""


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """Two statements of different documents that quote the same `words` and differ in who, to whom or when.

    `a` is the smaller id. `kind` is SPEAKER, ADDRESSEE or DATE, `reason` says in words what differs. Which of them is
    right is not known: words may also be repeated, by the same speaker or another one.
    """

    a: str
    b: str
    kind: DifferenceKind
    words: str
    reason: str

    @property
    def id(self) -> str:
        """The clash's id, from its statements and kind."""
        return content_id("clash", self.a, self.b, self.kind.value)


def clashes(told: Iterable[Told]) -> tuple[Clash, ...]:
    """Return the clashes among statements, sorted; each pair of equal tellings once, by the smallest ids."""
    by_key: dict[str, list[Face]] = {}
    for face in faces(told):
        for key in quotation_keys(face.first):
            by_key.setdefault(key, []).append(face)
    pairs = {(a.ids[0], b.ids[0]): (a, b) for group in by_key.values() for a, b in combinations(group, 2)}
    return tuple(sorted(clash for _, (a, b) in sorted(pairs.items()) for clash in between(a.first, b.first)))


def between(one: Prepared, other: Prepared) -> Iterator[Clash]:
    """Yield how two statements clash: in the speaker, or else in the addressee or the day."""
    a, b = sorted((one.told, other.told), key=lambda told: told.statement_id)
    start, end = longest_run(one.quoted, other.quoted)
    run = one.quoted[start:end]
    if a.document_id == b.document_id or len(run) < WORDS or len(set(run) - lists().empty) < TELLING:
        return
    for kind, reason in _reasons(a, b):
        yield Clash(a.statement_id, b.statement_id, kind, " ".join(run), reason)


def _reasons(a: Told, b: Told) -> Iterator[tuple[DifferenceKind, str]]:
    stand = speakers(a, b)
    apart = stand == "other" and not may_be_one(a.name or "", b.name or "")  # "Trump" may be Donald Trump
    if apart and not {a.speaker, b.speaker} & {a.relay, b.relay}:
        yield DifferenceKind.SPEAKER, f"the same words are {_by(a.name, a)} and {_by(b.name, b)}"
    if stand != "same":
        return
    if days(a, b) in ("next sure", "far sure") and a.said and b.said:
        yield DifferenceKind.DATE, f"the same words are dated {_on(a.said.start, a)} and {_on(b.said.start, b)}"
    if a.addressee and b.addressee and not may_be_one(a.addressee, b.addressee):
        told = f"{a.addressee}{_in(a)} and {b.addressee}{_in(b)}"
        yield DifferenceKind.ADDRESSEE, f"the same words are said to {told}"


def _by(name: str | None, told: Told) -> str:
    return f"{name}'s{_in(told)}"


def _on(day: str, told: Told) -> str:
    return f"{day}{_in(told)}"


def _in(told: Told) -> str:
    return f" in {told.outlet}" if told.outlet else ""
