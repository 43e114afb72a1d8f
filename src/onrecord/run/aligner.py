"""What aligns statements, as a run uses it: comparisons are remembered, since many statements look alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol
from zlib import crc32

from onrecord.record import LinkBasis, Told
from onrecord.store.alignments import AWAITS

if TYPE_CHECKING:
    from onrecord.align import Alignment, Clash, Compared
    from onrecord.align.prepared import Prepared

STATEMENTS, COMPARISONS = 20_000, 500_000
"""Statements that are kept prepared, some 5 kB each, and comparisons that are remembered, some 150 bytes each; when
there are more, all are forgotten."""

RUNS, WEEKS = 16, 4
"""Runs of quoted words by which a statement is looked for, at most, and weeks for which they are."""

UNDATED, AWAITING = "undated", 8
"""What follows the runs of undated documents in their keys, and under how many runs dated ones await them, at most."""

Ruled = Mapping[tuple[str, str], bool]
"""Of pairs of statements, the smaller id first, that people judged: whether they tell the same."""


class Aligner(Protocol):
    """What tells which statements are of one occasion and tell the same; its answers depend on the arguments alone."""

    @property
    def made_by(self) -> str:
        """What signs its answers: with another signature all is aligned anew."""

    def buckets(self, told: Told) -> tuple[str, ...]:
        """Return the keys of which two statements share one if they can be aligned."""

    def compare(self, pairs: Sequence[tuple[Told, Told]]) -> list[Compared | None]:
        """Return how the two of each pair compare, in whichever order; None where they cannot be aligned."""

    def clashes(self, pairs: Sequence[tuple[Told, Told]]) -> list[Clash]:
        """Return how the two of each pair give the same words to different speakers, addressees or days."""

    def gather(self, told: Mapping[str, Told], pairs: Sequence[Compared], ruled: Ruled) -> Alignment:
        """Return what statements and their comparisons come to, where what people ruled of pairs holds."""


class Shipped:
    """The package's own aligner."""

    def __init__(self) -> None:
        self._looks: dict[tuple[object, ...], int] = {}
        self._prepared: list[Prepared] = []
        self._found: dict[tuple[int, int], tuple[float, float, LinkBasis] | None] = {}

    @property
    def made_by(self) -> str:
        """The versions of the package, of how it gathers, and of the models."""
        import onrecord
        from onrecord.align.alignment import REVISION
        from onrecord.align.scorer import shipped

        digests = ", ".join(f"{name} {shipped(name).digest[:12]}" for name in ("occasion", "link"))
        return f"onrecord {onrecord.__version__}, gathering {REVISION}, {digests}"

    def buckets(self, told: Told) -> tuple[str, ...]:
        """Return the keys of which two statements share one if they can be aligned.

        Runs of quoted words are keys for some weeks only: "from the bottom of my heart" is said every day, and
        whoever were looked up in all years would cost more with each. What an undated document quotes may be of any
        year, and so may be an occasion that it names: dated ones await it under a few runs and the name
        (`alignments.AWAITS`), and do not meet one another there.
        """
        from onrecord.align.buckets import buckets, named

        found, names = buckets(told), sorted(named(told))
        runs = sorted((each for each in found if each.startswith("“")), key=lambda run: (crc32(run.encode()), run))
        others = [each for each in found if not each.startswith("“") and each not in names]
        if told.published is None:
            return (*others, *names, *(f"{run} {UNDATED}" for run in runs[:RUNS]))
        weeks = [f"{run} {window}" for run in runs[:RUNS] for window in _windows(told.published)]
        awaited = [*(f"{run} {UNDATED}" for run in runs[:AWAITING]), *names]
        return (*others, *weeks, *(f"{AWAITS}{key}" for key in awaited))

    def compare(self, pairs: Sequence[tuple[Told, Told]]) -> list[Compared | None]:
        """Return how the two of each pair compare, in whichever order; None where they cannot be aligned."""
        from onrecord.align.comparison import share_text

        if len(self._prepared) > STATEMENTS or len(self._found) > COMPARISONS:
            self._looks, self._prepared, self._found = {}, [], {}
        looks = {one.statement_id: self._look(one) for one in {id(one): one for two in pairs for one in two}.values()}
        return [
            None if share_text(one, other) else self._of_two(one.statement_id, other.statement_id, looks)
            for one, other in pairs
        ]

    def _of_two(self, one: str, other: str, looks: Mapping[str, int]) -> Compared | None:
        from onrecord.align import Compared

        a, b = looks[one], looks[other]
        key = (a, b) if a < b else (b, a)
        if key not in self._found:
            self._found[key] = self._compared(*key)
        found = self._found[key]
        return Compared(min(one, other), max(one, other), *found) if found is not None else None

    def _look(self, told: Told) -> int:
        """Return the number of what comparisons look at in a statement: reprints of it have the same one."""
        from onrecord.align.faces import looks
        from onrecord.align.prepared import Prepared

        number = self._looks.setdefault(looks(told), len(self._prepared))
        if number == len(self._prepared):
            self._prepared.append(Prepared(told))
        return number

    def _compared(self, a: int, b: int) -> tuple[float, float, LinkBasis] | None:
        from onrecord.align.comparison import compare_prepared

        made = compare_prepared(self._prepared[a], self._prepared[b])
        return (made.occasion, made.link, made.basis) if made is not None else None

    def clashes(self, pairs: Sequence[tuple[Told, Told]]) -> list[Clash]:
        """Return how the two of each pair give the same words to different speakers, addressees or days."""
        from onrecord.align.clashes import between
        from onrecord.align.prepared import Prepared

        prepared = {one.statement_id: Prepared(one) for two in pairs for one in two}
        return [found for a, b in pairs for found in between(prepared[a.statement_id], prepared[b.statement_id])]

    def gather(self, told: Mapping[str, Told], pairs: Sequence[Compared], ruled: Ruled) -> Alignment:
        """Return what statements and their comparisons come to, where what people ruled of pairs holds."""
        from onrecord.align import gathered

        return gathered(told, pairs, ruled)


def _windows(published: str) -> tuple[int, int]:
    """Return numbers of which two days share one if they are WEEKS apart or less, and may if less than twice that."""
    number = date.fromisoformat(published).toordinal() // (7 * WEEKS)
    return number, number + 1
