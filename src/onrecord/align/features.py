"""What a pair of statements shows, as named features: of the words, and of the circumstances."""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.align.circumstances import days_apart, is_sure, medium, settings, speakers
from onrecord.align.prepared import QUOTED, Prepared

Features = dict[str, float]


def circumstances(one: Prepared, other: Prepared) -> Features:
    """Return what who, when and where say."""
    a, b = one.told, other.told
    days = days_apart(a, b)
    sure = is_sure(a) + is_sure(b)
    found = {f"speaker={speakers(a, b)}": 1.0}
    found["day=unknown" if days is None else f"days={min(days, 3)}"] = 1.0
    if days:
        found[f"apart sure={sure}"] = 1.0
    elif days is not None:
        found[f"together sure={sure}"] = 1.0
    for said in (a.said, b.said):
        if said is not None and not said.is_day:
            found["coarse"] = found.get("coarse", 0.0) + 1.0
    found[f"setting={settings(a.setting, b.setting)}"] = 1.0
    kinds = sorted((medium(a.setting), medium(b.setting)))
    if "post" in kinds:
        found[f"post={settings(a.setting, b.setting)}"] = 1.0
    return found


def of_words(one: Prepared, other: Prepared) -> Features:
    """Return what the words say."""
    shared = one.content.keys() & other.content.keys()
    weight = sum(max(one.content[s], other.content[s]) for s in shared)
    ours, theirs = sum(one.content.values()) or 1.0, sum(other.content.values()) or 1.0
    run = longest(one.folded, other.folded)
    quoted = longest(one.quoted, other.quoted)
    found = {
        "covered": min(1.0, weight / min(ours, theirs)),
        "of longer": min(1.0, weight / max(ours, theirs)),
        "shared": math.log1p(weight),
        "run": math.log1p(min(run, 12)),
        "quoted run": math.log1p(min(quoted, 12)),
        "short": 1 / (1 + min(len(one.content), len(other.content))),
    }
    if quoted >= QUOTED:
        found["quoted"] = 1.0
    names = one.names & other.names
    found["names"] = len(names) / (1 + min(len(one.names), len(other.names)))
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        found["numbers differ"] = 1.0
    if one.numbers & other.numbers:
        found["numbers agree"] = 1.0
    if one.negated != other.negated:
        found["polarity"] = 1.0
    if one.modal != other.modal:
        found["modality"] = 1.0
    if one.conditional != other.conditional:
        found["conditionality"] = 1.0
    return found


def longest(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that both hold."""
    best, row = 0, [0] * (len(other) + 1)
    places: dict[str, list[int]] = {}
    for i, word in enumerate(other):
        places.setdefault(word, []).append(i)
    for word in one:
        new = [0] * (len(other) + 1)
        for i in places.get(word, ()):
            new[i + 1] = row[i] + 1
            best = max(best, new[i + 1])
        row = new
    return best
