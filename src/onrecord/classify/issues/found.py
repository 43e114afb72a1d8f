"""Issues that statements of several documents are about, found without a codebook.

Contents near one another in meaning, each with a share of what its document is about, are grouped; a group's name is a
noun phrase of its own texts. All of it depends on which statements there are and not on their order. An issue's id is
its name's words', so it stays for as long as the same phrase names it best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.classify.issues.linkage import Floats, groups
from onrecord.classify.issues.naming import named
from onrecord.classify.issues.phrases import stems
from onrecord.meaning import vectors
from onrecord.record import Issue, content_id

NEAR = 0.65
"""The mean cosine from which groups of contents are one. Measured with `ABOUT` on newswcl50 (docs/decisions/0019)."""

NEAR_ALONE = 0.5
"""The same where no headlines are known."""

ABOUT = 0.5
"""How much a document's headline counts, of 1 for the content, which often says "it" for the matter."""

DOCUMENTS, STATEMENTS = 2, 3
"""Documents and statements that an issue must have."""

MOST = 3000
"""Contents that are grouped; of more a sample, by their ids, and the others go with the nearest group."""


NAMING = 300
"""Statements of a group among which its name is sought, by their ids."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Content:
    """What a statement says: its id, its document's, the words of its content, and the document's headline."""

    statement_id: str
    document_id: str
    words: str
    headline: str = ""


def issues(contents: Iterable[Content]) -> tuple[Issue, ...]:
    """Return the issues of `contents`, those of most statements first; a statement is about one at most.

    A statement that is near no group, but has all words of an issue's name, is about that one.
    """
    known = sorted(set(contents), key=lambda each: (content_id("order", each.statement_id), each))
    of_group: dict[int, list[Content]] = defaultdict(list)
    for content, group in zip(known, _grouped(known), strict=True):
        of_group[group].append(content)
    kept = sorted(sorted(each) for group, each in of_group.items() if group >= 0 and _is_shared(each))
    names: dict[Words, str] = {}
    about: dict[Words, set[str]] = defaultdict(set)
    for members, phrase in zip(
        kept, named([[each.words for each in members[:NAMING]] for members in kept]), strict=True
    ):
        if phrase is not None:
            names.setdefault(phrase.words, phrase.name)
            about[phrase.words].update(each.statement_id for each in members)
    taken = set().union(*about.values())
    for content in known:
        words = None if content.statement_id in taken else _spelt(content.words, names)
        if words is not None:
            about[words].add(content.statement_id)
    found = (Issue(names[words], words, tuple(sorted(ids))) for words, ids in about.items())
    return tuple(sorted(found, key=lambda issue: (-len(issue.statements), issue.words)))


def _spelt(text: str, names: Iterable[Words]) -> Words | None:
    """Return the longest name whose words `text` has, None without one."""
    there = stems(text)
    having = [words for words in names if there.issuperset(words)]
    return min(having, key=lambda words: (-len(words), words), default=None)


def _place(content: Content) -> Floats:
    known = vectors()
    place = known.vector(content.words) + ABOUT * known.vector(content.headline)
    return np.asarray(place / max(float(np.sqrt(place @ place)), 1e-9), np.float64)


def _grouped(known: Sequence[Content]) -> list[int]:
    """Return each content's group, -1 for what is near none."""
    if not known:
        return []
    places = np.array([_place(each) for each in known])
    least = NEAR if any(each.headline for each in known) else NEAR_ALONE
    first = groups(places[:MOST], least)
    if len(places) <= MOST:
        return [int(group) for group in first]
    names = np.unique(first)
    centres = np.array([places[:MOST][first == name].mean(0) for name in names])
    near = places[MOST:] @ centres.T
    rest = np.where(near.max(1) >= least, names[near.argmax(1)], -1)
    return [int(group) for group in np.concatenate([first, rest])]


def _is_shared(group: Sequence[Content]) -> bool:
    return len(group) >= STATEMENTS and len({each.document_id for each in group}) >= DOCUMENTS
