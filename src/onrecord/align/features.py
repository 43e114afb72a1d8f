"""What a pair of statements shows, as named features: of the words, and of the circumstances."""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.align.circumstances import days, is_perfect, relayed, setting, settings, speakers, too_late, topic
from onrecord.align.meant import overlap
from onrecord.align.prepared import QUOTED, Prepared
from onrecord.align.quantities import disagree
from onrecord.meaning import similarity

Features = dict[str, float]


LONGEST = 12
"""Words of a run that count, at most."""

WRITTEN_APART = 3

MOSTLY = 0.5
"""How much of one statement the other holds, at least, for names alone to show that they tell the same."""

_ALONE = frozenset({"post", "interview"})
"""Settings that a telling without one seldom means: who speaks also posts, and is interviewed by one outlet alone."""


def of_occasion(one: Prepared, other: Prepared, words: Features) -> Features:
    """Return what speaks for one occasion or against it: who, when, where, and words in common of `words`."""
    a, b = one.told, other.told
    ours, theirs = setting(a), setting(b)
    stand = settings(ours, theirs)
    found = {f"speaker {speakers(a, b)}": 1.0, f"day {days(a, b)}": 1.0, f"setting {stand}": 1.0}
    found["topic"] = topic(a, b)
    found["perfect"] = float(is_perfect(a) + is_perfect(b))
    for name, holds in (("relayed", relayed(a, b)), ("too late", too_late(a, b))):
        if holds:
            found[name] = 1.0
    if stand == "equal" and ours and ours[0] == "post":
        found["posts"] = 1 - words["quoted fragment"] * found["topic"]
    if stand == "one-sided":
        kind = (ours or theirs or ("",))[0]
        if kind in _ALONE:
            found[f"{kind} alone"] = 1.0
    found["run"] = max(0.0, words["run"] - math.log1p(2))
    found["quoted"] = words.get("quoted", 0.0)
    found["fragment"] = words["quoted fragment"]
    found["near"] = max(0.0, words["near"] - 0.3)
    return found


def of_words(one: Prepared, other: Prepared) -> Features:
    """Return what the words say.

    "told" and "held" are how much the telling says that tells most of the other, and the other one; "near" how near
    the whole texts are; "run" and "quoted run" the logarithms of the longest runs of words that both have, and have
    between quotation marks; "fragment" and "quoted fragment" what the most telling quotation tells that the other
    has, and quotes. Others are 1 where they hold: "contradicts" where one negates what the other does not, or says the
    contrary of it, and not both; "apart" where no link can be, whatever else is told.
    """
    alike = bool(one.claims & other.claims)
    shares = overlap(one.meant, other.meant, standing=alike)
    run, quoted = longest(one.folded, other.folded), longest(one.quoted, other.quoted)
    found = {
        "told": max(shares),
        "held": min(shares),
        "near": max(0.0, similarity(one.told.words, other.told.words)),
        "run": math.log1p(min(run, LONGEST)),
        "quoted run": math.log1p(min(quoted, LONGEST)),
        "fragment": max(_held(one, other), _held(other, one)),
        "quoted fragment": max(_held(one, other, quoted=True), _held(other, one, quoted=True)),
    }
    if quoted >= QUOTED:
        found["quoted"] = 1.0
    for name in ("modal", "conditional"):
        if getattr(one, name) != getattr(other, name):
            found[f"{name} differs"] = 1.0
    contrary, negated = says_contrary(one, other), one.negated != other.negated
    if contrary != negated:
        found["contradicts"] = 1.0
    names_only = not alike and found["told"] < MOSTLY and not found["fragment"]
    claims = disagree(one.quantities, other.quantities) or denies(one, other) or (contrary and not negated)
    if quoted < QUOTED and (names_only or claims):
        found["apart"] = 1.0
    return found


def says_contrary(one: Prepared, other: Prepared) -> bool:
    """Return whether a word of one says the contrary of a word of the other, and neither has both."""
    theirs = other.stems - one.stems
    return any(stem not in other.stems and not contraries.isdisjoint(theirs) for stem, contraries in one.contraries)


def denies(one: Prepared, other: Prepared) -> bool:
    """Return whether one statement denies without a condition what the other one claims, and tells nothing else.

    Where both tell more than they have in common, what is denied is seldom what they are about. What is put in other
    words counts: who will not close a border denies that he shuts it.
    """
    if one.conditional or other.conditional or not (_tells(one, other) or _tells(other, one)):
        return False
    return not (_doubts(other, one.denied) and _doubts(one, other.denied))


def _tells(one: Prepared, other: Prepared) -> bool:
    """Return whether all things that `other` tells are told by `one`, in whichever words."""
    return all(not one.claims.isdisjoint(each) for each in other.meanings)


def _doubts(one: Prepared, denied: frozenset[str]) -> bool:
    """Return whether all of what is `denied` that `one` tells may be denied by it too."""
    return denied & one.said <= one.doubted


def _held(one: Prepared, other: Prepared, *, quoted: bool = False) -> float:
    """Return what the most telling fragment of `one` that `other` has tells, 0 to 1; that it quotes, if `quoted`.

    Words written apart or together are the same where the fragment has `WRITTEN_APART` of them or more: "good will".
    """
    stems, letters = other.texts_quoted if quoted else other.texts
    found = (
        fragment.weight
        for fragment in one.fragments
        if fragment.stems in stems or (fragment.words >= WRITTEN_APART and fragment.letters in letters)
    )
    return 1 - math.exp(-max(found, default=0.0))


def longest(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that both hold."""
    start, end = longest_run(one, other)
    return end - start


def longest_run(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return from and to where in `one` the longest run of words stands that both hold, the first of equal ones."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(other):
        places.setdefault(word, []).append(index)
    best, row = (0, 0), dict[int, int]()
    for end, word in enumerate(one, start=1):
        row = {index: row.get(index - 1, 0) + 1 for index in places.get(word, ())}
        length = max(row.values(), default=0)
        if length > best[1] - best[0]:
            best = end - length, end
    return best
