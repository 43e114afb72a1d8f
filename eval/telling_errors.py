"""What is wrong in an outcome of :mod:`eval.outcomes`, line by line with the likeliest cause, to mend from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from eval.coverage import Marked, Pair
from eval.outcomes import Outcome, judged
from onrecord.record import Told


def errors(made: Outcome) -> Iterator[str]:
    """Yield lines: statements not found, links missed and wrong, hard pairs joined, relations and kinds, events."""
    words = {one.id: event.words(one) for event in made.events for one in event.statements}
    yield "== not found"
    yield from (f"{one.id}: {words[one.id]}" for one in made.marked() if one.id not in made.found)
    missed, wrong = _links(made)
    yield "== links missed"
    causes = [cause(made, *pair) for pair in missed]
    yield from (f"{count:5d} {name}" for name, count in Counter(causes).most_common())
    for name, pair in sorted(zip(causes, missed, strict=True), key=lambda each: each[0]):
        yield f"{name}:\n{_pair(made, words, *pair)}"
    yield "== links wrong"
    yield from (_pair(made, words, *pair) for pair in wrong)
    yield "== hard pairs joined"
    yield from (_pair(made, words, *pair) for pair in made.hard() if made.linked(*pair))
    yield "== relations and kinds"
    for one in judged(made):
        if one.ours and not (one.related and one.named):
            label = "/".join(sorted(one.label.relations)), "/".join(sorted(one.label.kinds))
            yield f"{' '.join(label)} told as {one.ours} {', '.join(sorted(one.kinds))}"
            yield _pair(made, words, one.fullest, one.other)
    yield "== articles of one event not seen to be"
    for event in made.events:
        for a, b in combinations((text.name for text in event.texts), 2):
            if not {(a, b), (b, a)} & made.descents.keys():
                yield f"{a} {b}"


def cause(made: Outcome, a: Marked, b: Marked) -> str:
    """Return the first reason, on the way of the data, for which a link is missed."""
    if a.id not in made.found or b.id not in made.found:
        return "statement not found"
    one, other = made.found[a.id], made.found[b.id]
    if one.speaker is None or other.speaker is None:
        return "speaker unknown"
    if one.speaker != other.speaker:
        return "speakers who stand for one another" if one.stands_for & other.stands_for else "speakers differ"
    if one.said is None or other.said is None:
        return "no day"
    if one.said.end < other.said.start or other.said.end < one.said.start:
        return "days differ"
    return "link too weak" if made.joined(a, b) else "occasions apart"


def _links(made: Outcome) -> tuple[list[tuple[Marked, Marked]], list[tuple[Marked, Marked]]]:
    """Return the missed links, of all statements, and the wrong ones."""
    missed, wrong = [], []
    sure, unsure = (set[Pair]().union(*each) for each in zip(*(event.links() for event in made.events), strict=True))
    for a, b in combinations(made.marked(), 2):
        pair, told = Pair((a.id, b.id)), made.linked(a, b)
        if pair in sure and not told:
            missed.append((a, b))
        if a.article != b.article and told and pair not in sure | unsure:
            wrong.append((a, b))
    return missed, wrong


def _pair(made: Outcome, words: dict[str, str], a: Marked, b: Marked) -> str:
    return f"{_one(made, words, a)}\n{_one(made, words, b)}\n"


def _one(made: Outcome, words: dict[str, str], one: Marked) -> str:
    return f"    {one.id} ({_who(made.found.get(one.id))}): {words[one.id]}"


def _who(told: Told | None) -> str:
    """Return who is told to say it, when and where."""
    if told is None:
        return "not found"
    days = f"{told.said.start}" + f"/{told.said.end}" * (told.said.start != told.said.end) if told.said else "no day"
    return ", ".join([told.name or "nobody", days, *filter(None, told.setting or ())])
