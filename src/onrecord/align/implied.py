"""Links that follow from others: what tells of a quotation tells of the longer ones that hold it word for word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from onrecord.align.comparison import Compared
from onrecord.align.prepared import Prepared
from onrecord.record import Link, LinkBasis, Told

SHORTEST = 4
"""Words of a quotation that is found in longer ones, at least."""


def implied(
    links: Sequence[Link], pairs: Sequence[Compared], told: Mapping[str, Told], barred: Collection[tuple[str, str]]
) -> Iterator[Link]:
    """Yield the links that follow from `links` and from which quotation stands within which, sorted.

    A statement that tells what a short quotation tells is linked with a longer telling of it too, as surely as with
    the short one, where that telling has every word of the short one in its order, and nothing in `pairs` shows that
    the two say other things. Those in `barred` are not. `links` are of statements of one occasion each.
    """
    chances: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        chances[link.a][link.b] = chances[link.b][link.a] = link.chance
    may = {(pair.a, pair.b) for pair in pairs if pair.link > 0}.difference(barred)
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for short, long in _within(links, told):
        for other, chance in chances[short].items():
            pair = (min(other, long), max(other, long))
            if pair in may and other not in chances[long]:
                found[pair] = max(found[pair], chance)
    yield from (Link(*pair, LinkBasis.PROPOSITION, found[pair]) for pair in sorted(found))


def _within(links: Sequence[Link], told: Mapping[str, Told]) -> Iterator[tuple[str, str]]:
    """Yield the linked statements of which the second one has all words of the first in a row, `SHORTEST` or more."""
    pairs = [(link.a, link.b) for link in links if link.basis is not LinkBasis.PROPOSITION]
    words = {one: Prepared(told[one]).folded for pair in pairs for one in pair}
    texts = {one: f" {' '.join(found)} " for one, found in words.items()}
    for a, b in pairs:
        for short, long in ((a, b), (b, a)):
            if len(words[short]) >= SHORTEST and texts[short] in texts[long]:
                yield short, long
