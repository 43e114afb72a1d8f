"""The bundled lists of words by which tellings are compared."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.align.words import stem

_PLAIN = (
    "empty",
    "negations",
    "modals",
    "conditions",
    "ours",
    "pointing",
    "titles",
    "tens",
    "limits",
    "countries",
    "own",
    "theirs",
)


@dataclass(frozen=True, slots=True)
class Lists:
    """Words that tell nothing, that negate, make possible or conditional; media of settings and cues; platforms.

    `contraries` are for a stem those that say the contrary. `ours` are words by which who speaks means their own side,
    `pointing` those that point to what was named, `titles` those of roles that name nobody, `tens` round numbers,
    `limits` what makes a negation none: "not only", `countries` what a country and who governs it are called, `own` and
    `theirs` what makes it that of who speaks, and of whom a text tells; `months` are the names of months by these and
    what they are short for.
    """

    empty: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    conditions: frozenset[str]
    media: dict[str, str]
    cues: dict[str, str]
    platforms: frozenset[str]
    contraries: dict[str, frozenset[str]]
    ours: frozenset[str]
    pointing: frozenset[str]
    titles: frozenset[str]
    tens: frozenset[str]
    limits: frozenset[str]
    countries: frozenset[str]
    own: frozenset[str]
    theirs: frozenset[str]
    months: dict[str, str]


@cache
def lists() -> Lists:
    """Return the lists of ``resources/alignment.toml``, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "alignment.toml").read_text(encoding="utf-8"))
    media = {kind.replace("_", " "): name for name, kinds in table["settings"].items() for kind in kinds.split()}
    cues = {cue: kind for kind, cues in table["cues"].items() for cue in cues.split()}
    plain = {name: frozenset(table[name].split()) for name in _PLAIN}
    contraries = _contraries(table["contraries"])
    months = {short: name for name, forms in table["months"].items() for short in (name, *forms.split())}
    platforms = frozenset(table["platforms"]["names"])
    return Lists(media=media, cues=cues, platforms=platforms, contraries=contraries, months=months, **plain)


def _contraries(pairs: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs.split():
        one, other = map(stem, pair.split(":"))
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}
