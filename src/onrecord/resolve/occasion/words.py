"""The words by which occasions are recognised, from ``resources/occasions.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.record.occasion import SettingKind
from onrecord.resolve.phrases import Word

_LISTS = (
    "held", "told", "breaks", "articles", "stations", "acronyms", "outlets", "otherwise", "coming", "follows", "silent"
)  # fmt: skip
_LONGEST = 4
"""Words of the longest noun of an occasion."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The noun of an occasion among words: its kind, and the half-open range of its indexes."""

    kind: SettingKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """The bundled words, case folded.

    `leads` are the kinds of occasion that a preposition leads to, `company` what stands before somebody
    who is met, by its first word.
    """

    kinds: dict[tuple[str, ...], SettingKind]
    leads: dict[str, frozenset[SettingKind]]
    platforms: dict[tuple[str, ...], str]
    held: frozenset[str]
    told: frozenset[str]
    breaks: frozenset[str]
    articles: frozenset[str]
    cues: dict[str, SettingKind]
    company: dict[str, tuple[tuple[str, ...], ...]]
    stations: frozenset[str]
    acronyms: frozenset[str]
    outlets: frozenset[str]
    otherwise: frozenset[str]
    coming: frozenset[str]
    follows: frozenset[str]
    silent: frozenset[str]

    def kind(self, found: Sequence[Word], end: int) -> Kind | None:
        """Return the noun of an occasion that ends before index `end`, None if there is none; the longest decides."""
        if found[end - 1].text == "March":
            return None
        for length in range(min(_LONGEST, end), 0, -1):
            kind = self.kinds.get(tuple(word.key for word in found[end - length : end]))
            if kind is not None:
                return Kind(kind, end - length, end)
        return None

    def platform(self, found: Sequence[Word], start: int) -> tuple[str, int] | None:
        """Return the platform named at index `start` and by how many words."""
        for length in (2, 1):
            name = self.platforms.get(tuple(word.key for word in found[start : start + length]))
            if name is not None and found[start].capital and len(found[start : start + length]) == length:
                return name, length
        return None


@cache
def bundled() -> Words:
    """Return the bundled words, read once."""
    table = tomllib.loads((files("onrecord") / "resources" / "occasions.toml").read_text(encoding="utf-8"))
    lists = {name: frozenset(value.split()) for name, value in table["lists"].items() if isinstance(value, str)}
    kinds = {
        tuple(form.split()): SettingKind(kind)
        for kind, nouns in table["kinds"].items()
        for noun in nouns
        for form in _forms(noun)
    }
    platforms = {tuple(word.split()): name for name, names in table["media"].items() for word in names}
    cues = {
        word: SettingKind(name.removesuffix("_cues"))
        for name, group in lists.items()
        if name.endswith("_cues")
        for word in group
    }
    return Words(
        kinds=kinds,
        leads={word: frozenset(map(SettingKind, kinds)) for word, kinds in table["leads"].items()},
        platforms=platforms,
        cues=cues,
        company=_by_first(tuple(words.split()) for words in table["lists"]["company"]),
        **{name: lists[name] for name in _LISTS},
    )


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _forms(noun: str) -> tuple[str, ...]:
    """Return the noun in the singular and plural."""
    return (noun,) if noun.endswith("s") else (noun, noun + ("es" if noun.endswith(("ch", "ss")) else "s"))
