"""The words by which wording is compared, from ``resources/wording.toml`` and ``resources/verbs.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SETS = (
    "negations",
    "weak",
    "modals",
    "doubts",
    "credits",
    "auxiliaries",
    "common",
    "subjects",
    "amounts",
    "months",
    "links",
    "joining",
    "deniers",
    "parts",
    "before_of",
    "before_numbers",
    "titles",
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The bundled words, case folded. `conditions`, `fillers`, `openers` and `for_now` are sequences of words."""

    negations: frozenset[str]
    opposites: tuple[str, ...]
    conditions: tuple[tuple[str, ...], ...]
    weak: frozenset[str]
    modals: frozenset[str]
    doubts: frozenset[str]
    credits: frozenset[str]
    auxiliaries: frozenset[str]
    fillers: tuple[tuple[str, ...], ...]
    openers: tuple[tuple[str, ...], ...]
    common: frozenset[str]
    contractions: dict[str, tuple[str, ...]]
    endings: dict[str, str]
    short: dict[str, tuple[str, ...]]
    attached: dict[str, tuple[str, ...]]
    doubled: tuple[str, ...]
    pairs: dict[str, str]
    irregular: dict[str, str]
    subjects: frozenset[str]
    amounts: frozenset[str]
    months: frozenset[str]
    links: frozenset[str]
    joining: frozenset[str]
    deniers: frozenset[str]
    parts: frozenset[str]
    before_of: frozenset[str]
    before_numbers: frozenset[str]
    titles: frozenset[str]
    for_now: tuple[tuple[str, ...], ...]
    starts: frozenset[str]
    endings_of_nouns: tuple[str, ...]
    audiences: dict[tuple[str, ...], str]
    units: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]


@cache
def wording() -> Wording:
    """Return the bundled words, read once."""
    table = _read("wording.toml")
    spelling, numerals, pairs = (
        table["spelling"],
        table["numerals"],
        f"{table['spelling']['pairs']} {table['spelling']['places']}".split(),
    )
    given: dict[str, Any] = {name: frozenset(table[name].split()) for name in _SETS}
    for name in ("conditions", "fillers", "openers", "for_now"):
        given[name] = tuple(tuple(words.split()) for words in table[name])
    for name in ("contractions", "short", "attached"):
        given[name] = {form: tuple(full.split()) for form, full in table[name].items()}
    return Wording(
        opposites=tuple(table["opposites"].split()),
        endings=table["endings"],
        starts=frozenset(table["starts"]["words"].split()),
        endings_of_nouns=tuple(table["starts"]["endings"].split()),
        audiences={tuple(name.split()): names[0] for names in table["audiences"] for name in names},
        doubled=tuple(spelling["doubled"].split()),
        pairs=dict(zip(pairs[::2], pairs[1::2], strict=True)),
        irregular={form: lemma for lemma, forms in table["irregular"].items() for form in forms.split()}
        | _read("verbs.toml")["irregular"],
        units={word: number for number, word in enumerate(numerals["units"].split())},
        tens={word: 10 * number for number, word in enumerate(numerals["tens"].split(), 2)},
        ordinals={word: number for number, word in enumerate(numerals["ordinals"].split(), 1)},
        **given,
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("onrecord") / "resources" / name).read_text(encoding="utf-8"))
