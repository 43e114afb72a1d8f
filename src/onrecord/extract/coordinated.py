"""A second cue of the same speaker within what the tags take for one content.

"Lorn said the mayor had lied and warned of a strike": where "and" or "but" comes right before a verb of saying,
outside of quotation marks, the model often half expects a cue there and yet goes on with the content.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from onrecord.extract.encoding import Encoding
from onrecord.extract.scores import Floats
from onrecord.extract.tags import CONTENT, CUE
from onrecord.text.verbs import verb_forms

JOINED = 0.05
"""The chance of a cue's tag from which such a verb is one."""

CUE_LIKE = 0.15
"""The chance from which the words after it belong to it."""

_INSIDE = (2 * CONTENT + 1, 2 * CONTENT + 2)


def joined_verbs(text: str, encoding: Encoding) -> list[int]:
    """Return the units that are verbs of saying right after a conjunction, outside of quotation marks, in order."""
    verbs, conjunctions = _words()
    spans = zip(encoding.starts.tolist(), encoding.ends.tolist(), strict=True)
    words = [text[start:end].casefold() for start, end in spans]
    quoted = encoding.quote[encoding.first[:-1]]
    return [
        unit
        for unit, word in enumerate(words)
        if word in verbs and not quoted[unit] and unit > 1 and words[before(words, unit)] in conjunctions
    ]


def before(words: Sequence[str], unit: int) -> int:
    """Return the unit before `unit`, adverbs such as "later" passed over."""
    at = unit - 1
    while at > 0 and (words[at] in ("also", "then", "later") or (words[at].endswith("ly") and len(words[at]) > 4)):
        at -= 1
    return at


def with_joined(tags: Sequence[int], chances: Floats, verbs: Sequence[int]) -> tuple[list[int], dict[int, int]]:
    """Return legal tags in which those of `verbs` that lie in a content and may be cues are, and what they cut off.

    The conjunction and adverbs before the verb belong to nothing. The dictionary gives for the unit at which the
    second content begins the one at which its cue does.
    """
    found, owners = list(tags), dict[int, int]()
    like = chances[:, 2 * CUE + 1] + chances[:, 2 * CUE + 2]
    for unit in verbs:
        if found[unit] not in _INSIDE or found[unit - 1] not in _INSIDE or like[unit] < JOINED:
            continue
        end = unit + 1
        while end < len(found) and found[end] == 2 * CONTENT + 2 and like[end] >= CUE_LIKE:
            end += 1
        if end == len(found) or found[end] != 2 * CONTENT + 2:
            continue  # nothing is left to be its content
        found[unit - 1] = 0
        found[unit:end] = [2 * CUE + 1, *[2 * CUE + 2] * (end - unit - 1)]
        found[end] = 2 * CONTENT + 1
        owners[end] = unit
    return found, owners


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads((files("onrecord") / "resources" / "coordinated.toml").read_text(encoding="utf-8"))
    lemmas = frozenset(table["verbs"].split())
    finite = {form for form in verb_forms(sorted(lemmas)) if form not in lemmas and not form.endswith("ing")}
    return frozenset(finite), frozenset(table["conjunctions"].split())
