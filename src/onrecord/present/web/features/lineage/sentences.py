"""Two versions as the page shows them: sentences with what was done to their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.present.web.tellings import Worded
from onrecord.query.versions import ShownChange, Versions
from onrecord.record import ChangeKind
from onrecord.text.edits import Edit


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in both versions, its words cut where they differ. `sharp` names what may change its meaning."""

    kind: ChangeKind
    before: tuple[Worded, ...]
    after: tuple[Worded, ...]
    sharp: tuple[str, ...] = ()


def sentences(found: Versions) -> Iterator[Sentence]:
    """Yield every sentence of either version, in the order of the later one."""
    for each in found.changes:
        yield Sentence(each.change.kind, _cut(each, before=True), _cut(each, before=False), _sharp(each))


def _cut(each: ShownChange, *, before: bool) -> tuple[Worded, ...]:
    words = each.before if before else each.after
    found, at = list[Worded](), 0
    for edit in each.edits:
        start, end = edit.before if before else edit.after
        if start < end:
            found += [Worded(words[at:start]), Worded(words[start:end], _sign(edit), (), each.is_sharp(edit))]
            at = end
    return tuple(one for one in (*found, Worded(words[at:])) if one.words)


def _sign(edit: Edit) -> str:
    if edit.before[0] == edit.before[1]:
        return "added"
    return "dropped" if edit.after[0] == edit.after[1] else "changed"


def _sharp(each: ShownChange) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.kind.value for one in each.sharp))
