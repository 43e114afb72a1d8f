"""Families: which documents descend from one report, and how many witnesses they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.align.lineage.common import common
from onrecord.align.lineage.order import came_first, likeliest_origin
from onrecord.align.lineage.prose import Prose
from onrecord.record import Descent, DescentKind, Family
from onrecord.text.groups import groups

ONE_TEXT = frozenset({DescentKind.COPY, DescentKind.REPRINT, DescentKind.VERSION})
"""What makes two documents one text; one that merely holds another's text may hold several."""
PARTS = frozenset({DescentKind.CONTAINS, DescentKind.EXCERPT})
OWN_REPORT = 0.5
"""The share of a document's own words from which, if they stand in others, it is no witness of its own."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Documents of one text and their likeliest origin."""

    origin: Prose
    members: tuple[str, ...]


def families(documents: Mapping[str, Prose], descents: Iterable[Descent]) -> tuple[Family, ...]:
    """Return the families of `documents`, by their ids, sorted; a document without relatives is in none.

    Copies, reprints and versions of one another are one text, of which each family has one, with its likeliest origin:
    the text of an agency that others credit, or the earliest. A document that holds that text within a longer one joins
    the family too, and may be in several; so does one that is a part of it. Descents from or of documents that are not
    given are left out. The order of the input changes nothing.
    """
    given = [d for d in descents if d.document_id in documents and d.origin_id in documents]
    texts = _texts(documents, given)
    joined = _joined(documents, given, texts)
    found = []
    for text in {id(text): text for text in texts.values()}.values():
        others = {m for m in text.members if m != text.origin.document_id} | joined[text.origin.document_id]
        kinds = _kinds(given, text.origin.document_id)
        relations = [_to_origin(documents[other], text.origin, kinds.get(other), text) for other in sorted(others)]
        if relations:
            agency = _agency([text.origin, *(documents[other] for other in sorted(others))])
            found.append(Family(text.origin.document_id, agency, tuple(relations)))
    return tuple(sorted(found))


def witnesses(documents: Iterable[str], found: Iterable[Family]) -> int:
    """Return how many of `documents`, by their ids, tell of themselves, by the families `found` among all of them.

    One that owes half of its own words or more to others that are counted is no witness beside them: thirty reprints
    are one. Where the origin is not among `documents`, one of its family stands for it.
    """
    given = frozenset(documents)
    owed: dict[str, float] = defaultdict(float)
    for family in found:
        members = [descent for descent in family.descents if descent.document_id in given]
        if family.origin_id not in given:
            members = sorted(members, key=lambda descent: (descent.of_document, descent.document_id))[:-1]
        for descent in members:
            owed[descent.document_id] += descent.of_document
    return sum(owed[document] < OWN_REPORT for document in given)


def _texts(documents: Mapping[str, Prose], descents: list[Descent]) -> dict[str, _Text]:
    """Return the text of each document by the document's id."""
    pairs = ((descent.document_id, descent.origin_id) for descent in descents if descent.kind in ONE_TEXT)
    found = groups(documents, pairs, least=1)
    texts = [_Text(likeliest_origin([documents[m] for m in group]), tuple(group)) for group in found]
    return {member: text for text in texts for member in text.members}


def _joined(documents: Mapping[str, Prose], descents: list[Descent], texts: dict[str, _Text]) -> dict[str, set[str]]:
    """Return by each origin's id the documents of other texts that hold its text or are a part of it."""
    joined: dict[str, set[str]] = defaultdict(set)
    for descent in descents:
        if descent.kind not in PARTS:
            continue
        inner, outer = descent.document_id, descent.origin_id
        if descent.kind is DescentKind.CONTAINS:
            inner, outer = outer, inner
        source = texts[inner].origin
        if texts[outer] is texts[inner]:
            continue
        if came_first(texts[outer].origin, source):
            joined[texts[outer].origin.document_id].add(inner)
        else:
            joined[source.document_id].add(outer)
    return joined


def _kinds(descents: list[Descent], origin: str) -> dict[str, Descent]:
    return {descent.document_id: descent for descent in descents if descent.origin_id == origin}


def _to_origin(told: Prose, origin: Prose, known: Descent | None, text: _Text) -> Descent:
    """Return what `told` is to the origin of its family, measured where it was not yet."""
    if known is not None:
        return known
    shared = common(told, origin)
    kind = DescentKind.REPRINT
    if told.document_id not in text.members:
        kind = DescentKind.CONTAINS if shared.of_a < shared.of_b else DescentKind.EXCERPT
    return Descent(told.document_id, origin.document_id, kind, shared.of_a, shared.of_b)


def _agency(members: list[Prose]) -> str | None:
    """Return the agency that most of `members` credit or are, None where none does; the first by name of several."""
    credited = Counter(name for told in members for name in told.credits)
    for told in members:
        if told.outlet_key in credited:
            credited[told.outlet_key] += 1
    return min(credited, key=lambda name: (-credited[name], name), default=None)
