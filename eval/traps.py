"""The trap set: short texts of our own invention, each made to catch a tagger in one way.

    python -m eval.traps [KIND ...]

prints the share of texts that the shipped tagger gets right, kind by kind, and each one it gets wrong.
How ``gold/traps.txt`` is marked up stands at its head.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, permutations
from pathlib import Path

from onrecord.errors import InputError
from onrecord.extract import Tagger
from onrecord.record import Act, Attribution, Span

TRAPS = Path(__file__).parent / "gold" / "traps.txt"
JACCARD = 0.5
"""From this overlap of their words two contents count as the same; the scorer of PolNeAR has the same bound."""

Range = tuple[int, int]
Ranges = tuple[Range, ...]
Words = frozenset[int]

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_MARK = re.compile(
    r"\[(?P<role>source|cue|content)(?: (?P<numbers>\d+(?:,\d+)*))?"
    r"(?: (?P<act>thought|either))?(?: via (?P<via>\d+))?: |(?P<close>\])|(?P<stray>\[)"
)
_ACTS = {None: Act.COMMUNICATED, "thought": Act.THOUGHT, "either": None}


@dataclass(frozen=True, slots=True)
class Gold:
    """An attribution as it should be found: ranges of code points per role, in order of the text.

    `act` is None where either act is right. `via` are the ranges of who relays it, empty if nobody does.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    act: Act | None
    via: Ranges = ()


@dataclass(frozen=True, slots=True)
class Trap:
    """A text, its kind, and the attributions it holds; `line` is where it begins in the file, from 1."""

    kind: str
    line: int
    text: str
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A trap, what was found in its text, and whether that is right."""

    trap: Trap
    found: tuple[Attribution, ...]
    right: bool


@dataclass(slots=True)
class _Draft:
    """An attribution while its text is read: ranges by role, and the number of the one that relays it."""

    ranges: dict[str, list[Range]] = field(default_factory=lambda: {"source": [], "cue": [], "content": []})
    act: Act | None = Act.COMMUNICATED
    via: int | None = None


def read(path: Path = TRAPS) -> tuple[Trap, ...]:
    """Return the traps of a file in its order; raises InputError, with the line, for markup that is wrong."""
    traps: list[Trap] = []
    kind = ""
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    lines = ((number, line) for number, line in numbered if line != "#" and not line.startswith("# "))
    for filled, group in groupby(lines, key=lambda numbered_line: bool(numbered_line[1].strip())):
        block = list(group)
        if block[0][1].startswith("## "):
            kind = block[0][1].removeprefix("## ").strip()
        elif filled:
            traps.append(_trap(kind, block, path))
    return tuple(traps)


def _trap(kind: str, block: list[tuple[int, str]], path: Path) -> Trap:
    line = block[0][0]
    try:
        return Trap(kind, line, *parse("\n\n".join(words for _, words in block)))
    except InputError as error:
        raise InputError(f"{path}, line {line}: {error}") from error


def parse(marked: str) -> tuple[str, tuple[Gold, ...]]:
    """Return the text without its marks, and its attributions in order of their numbers.

    Raises InputError for a bracket without its partner, a range that is empty or runs across a line's end,
    an attribution without cue or content, and a relaying one that does not exist.
    """
    text, drafts, opened = "", dict[int, _Draft](), list[tuple[re.Match[str], int]]()
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark["role"]:
            opened.append((mark, len(text)))
        elif mark["close"] and opened:
            opening, start = opened.pop()
            _close(opening, text, start, drafts)
        else:
            raise InputError(f"a bracket without its partner or without a role near {marked[mark.start() :][:30]!r}")
    if opened:
        raise InputError(f"{opened[-1][0][0]!r} is not closed")
    return text + marked[position:], tuple(_gold(number, drafts) for number in sorted(drafts))


def _close(opening: re.Match[str], text: str, start: int, drafts: dict[int, _Draft]) -> None:
    """Give the range from `start` to the text's end to the attributions that its opening mark names."""
    words = text[start:]
    if not words.strip() or "\n" in words:
        raise InputError(f"{opening[0]!r} holds no words or runs across a line's end: {words!r}")
    for number in map(int, (opening["numbers"] or "1").split(",")):
        draft = drafts.setdefault(number, _Draft())
        draft.ranges[opening["role"]].append((start, len(text)))
        if opening["act"]:
            draft.act = _ACTS[opening["act"]]
        if opening["via"]:
            draft.via = int(opening["via"])


def _gold(number: int, drafts: dict[int, _Draft]) -> Gold:
    draft = drafts[number]
    if not draft.ranges["cue"] or not draft.ranges["content"]:
        raise InputError(f"attribution {number} has no cue or no content")
    if draft.via is not None and (draft.via == number or draft.via not in drafts):
        raise InputError(f"attribution {number} is relayed by {draft.via}, which is none")
    source, cue, content = (tuple(sorted(draft.ranges[role])) for role in ("source", "cue", "content"))
    via = () if draft.via is None else tuple(sorted(drafts[draft.via].ranges["source"]))
    return Gold(source, cue, content, draft.act, via)


def is_right(trap: Trap, found: Sequence[Attribution]) -> bool:
    """Return whether the found attributions pair off with the gold ones, none left over on either side."""
    if len(found) != len(trap.gold):
        return False
    words = [match.span() for match in _WORD.finditer(trap.text)]
    return any(
        all(_fits(gold, attribution, words) for gold, attribution in zip(trap.gold, order, strict=True))
        for order in permutations(found)
    )


def _fits(gold: Gold, attribution: Attribution, words: Sequence[Range]) -> bool:
    mine, theirs = _numbers(gold.content, words), _numbers(_ranges(attribution.content), words)
    return (
        len(mine & theirs) >= JACCARD * len(mine | theirs)
        and _agree(_numbers(gold.source, words), _numbers(_ranges(attribution.source), words))
        and _agree(_numbers(gold.via, words), _numbers(_ranges(attribution.via), words))
        and gold.act in (None, attribution.act)
    )


def _agree(mine: Words, theirs: Words) -> bool:
    """Return whether the two share a word, or are both empty."""
    return bool(mine & theirs) or not (mine or theirs)


def _numbers(ranges: Iterable[Range], words: Sequence[Range]) -> Words:
    """Return the numbers of the words that the ranges touch."""
    return frozenset(i for start, end in ranges for i, (a, b) in enumerate(words) if a < end and b > start)


def _ranges(spans: Iterable[Span]) -> Ranges:
    return tuple((span.start, span.end) for span in spans)


def outcomes(tagger: Tagger, traps: Iterable[Trap]) -> Iterator[Outcome]:
    """Yield what `tagger` makes of each trap, in their order."""
    for trap in traps:
        found = tagger.attributions_of_text(trap.text, "trap")
        yield Outcome(trap, found, is_right(trap, found))


def share_right(results: Sequence[Outcome]) -> float:
    """Return the share of outcomes that are right, in 0…1; 0 of none."""
    return sum(outcome.right for outcome in results) / len(results) if results else 0.0


def report(results: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines for people: each wrong outcome, then a line for each kind, then the share of all."""
    for outcome in results:
        if not outcome.right:
            yield from _told(outcome)
    for kind in dict.fromkeys(outcome.trap.kind for outcome in results):
        of_kind = [outcome for outcome in results if outcome.trap.kind == kind]
        yield f"{kind:20s} {sum(o.right for o in of_kind):4d} of {len(of_kind):4d}  {share_right(of_kind):.3f}"
    yield f"{'all':20s} {sum(o.right for o in results):4d} of {len(results):4d}  {share_right(results):.3f}"


def _told(outcome: Outcome) -> Iterator[str]:
    trap = outcome.trap
    yield f"{trap.kind}, line {trap.line}: {trap.text}"
    for gold in trap.gold:
        yield "    gold   " + _line(trap.text, (gold.source, gold.cue, gold.content, gold.via), gold.act)
    for a in outcome.found:
        ranges = tuple(_ranges(spans) for spans in (a.source, a.cue, a.content, a.via))
        yield "    found  " + _line(trap.text, ranges, a.act)
    yield ""


def _line(text: str, roles: Iterable[Ranges], act: Act | None) -> str:
    source, cue, content, via = (" … ".join(text[start:end] for start, end in ranges) for ranges in roles)
    relayed = f" | via {via}" if via else ""
    return f"{source or '-'} | {cue or '-'} | {content}{relayed} | {act.value if act else 'either'}"


def main() -> None:
    """Print what the shipped tagger makes of the traps, of the kinds named or of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these kinds, such as 'negation' or 'noun cues'")
    kinds = parser.parse_args().kinds
    traps = [trap for trap in read() if not kinds or trap.kind in kinds]
    print(*report(list(outcomes(Tagger.load(), traps))), sep="\n")


if __name__ == "__main__":
    main()
