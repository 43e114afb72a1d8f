"""Issues that statements of several documents are about, found without a codebook.

Contents near one another in meaning, each with a share of what its document is about, are grouped; a group's name is a
noun phrase of its own texts. All of it depends on which statements there are and not on their order. An issue's id is
its name's words', so it stays for as long as the same phrase names it best.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


NAMING = (240, 120, 60, 30, 15)
"""Statements of a group among which its name is sought, by their ids: the most that make `NAMED` or fewer in all."""

NAMED = 12_000
"""Statements among which names are sought, 3 s of the processor; more where there are more than 800 groups."""

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
    most = next((each for each in NAMING if each * len(kept) <= NAMED), NAMING[-1])
    for members, phrase in zip(kept, named([[each.words for each in m[:most]] for m in kept]), strict=True):
        if phrase is not None:
            names.setdefault(phrase.words, phrase.name)
            about[phrase.words].update(each.statement_id for each in members)
    taken = set().union(*about.values())
    rest = [content for content in known if content.statement_id not in taken]
    for content, words in zip(rest, _spelt((content.words for content in rest), names), strict=True):
        if words is not None:
            about[words].add(content.statement_id)
    found = (Issue(names[words], words, tuple(sorted(ids))) for words, ids in about.items())
    return tuple(sorted(found, key=lambda issue: (-len(issue.statements), issue.words)))


def _spelt(texts: Iterable[str], names: Iterable[Words]) -> Iterator[Words | None]:
    """Yield for each text the longest name whose words it has, None without one."""
    beginning: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(names, key=lambda each: (-len(each), each)):
        beginning[words[0]].append(words)
    for text in texts:
        there = stems(text)
        having = (words for word in there & beginning.keys() for words in beginning[word] if there.issuperset(words))
        yield min(having, key=lambda words: (-len(words), words), default=None)


def _places(known: Sequence[Content]) -> Floats:
    """Return where contents lie, [contents, width], unit vectors."""
    headlines = list(dict.fromkeys(content.headline for content in known))
    row = {headline: place for place, headline in enumerate(headlines)}
    about = vectors().of_many(headlines)[[row[content.headline] for content in known]]
    places = vectors().of_many([content.words for content in known]) + np.float32(ABOUT) * about
    return np.asarray(places / np.maximum(np.sqrt(np.square(places).sum(1, keepdims=True)), 1e-9), np.float64)


def _grouped(known: Sequence[Content]) -> list[int]:
    """Return each content's group, -1 for what is near none."""
    if not known:
        return []
    places = _places(known)
    least = NEAR if any(each.headline for each in known) else NEAR_ALONE
    first = groups(places[:MOST], least)
    if len(places) <= MOST:
        return [int(group) for group in first]
    names = np.unique(first)
    centres = np.array([places[:MOST][first == name].mean(0) for name in names])
    found, narrow = [first], centres.astype(np.float32)
    for at in range(MOST, len(places), MOST):
        near = np.round(places[at : at + MOST].astype(np.float32) @ narrow.T, 6)
        found.append(np.where(near.max(1) >= least, names[near.argmax(1)], -1))
    return [int(group) for group in np.concatenate(found)]


def _is_shared(group: Sequence[Content]) -> bool:
    return len(group) >= STATEMENTS and len({each.document_id for each in group}) >= DOCUMENTS
