"""The lists by which names and roles are compared, from ``resources/identities.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.resolve.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Lists:
    """Words, all folded. `given` leads from a form of a given name to its roots, `trades` from a noun to its trades.

    Between trades of a `near` group people move, between those of a `loose` one seldom; those `alone`
    exclude the others. `portfolios` tell offices of one noun apart, `parties` are roles beside any
    office. `state` are words of bodies of which each country has its own, `local` those of which a place has one,
    `matters` what stands after "of" behind them and is no place, `legal` those that a body's
    name may lack. `turned` are given names that may stand last, `spellings` leads from another spelling
    of a word to the one that is compared.
    """

    given: dict[str, frozenset[str]]
    family_first: frozenset[str]
    turned: frozenset[str]
    syllable: str
    frequent: frozenset[str]
    trades: dict[str, frozenset[str]]
    near: tuple[frozenset[str], ...]
    loose: tuple[frozenset[str], ...]
    alone: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    portfolios: frozenset[str]
    parties: frozenset[str]
    state: frozenset[str]
    local: frozenset[str]
    matters: frozenset[str]
    legal: frozenset[str]
    spellings: dict[str, str]

    def gender_of(self, given: str) -> str | None:
        """Return "m" or "f" for a folded given name that is one, None where it is neither or both."""
        known = lexicon().gender_of_name(given)
        male, female = given in self.male, given in self.female
        return known or (None if male == female else "m" if male else "f")


@cache
def lists() -> Lists:
    """Return the bundled lists, read once."""
    data = tomllib.loads((files("onrecord") / "resources" / "identities.toml").read_text(encoding="utf-8"))
    crafts = data["crafts"].split()
    movement = {key: tuple(frozenset(group.split()) for group in data["movement"][key]) for key in ("near", "loose")}
    return Lists(
        given=_inverted({line.split()[0]: line for line in data["given"]}),
        family_first=frozenset(data["family_first"].split()),
        turned=frozenset(data["turned"].split()),
        syllable=data["syllable"],
        frequent=frozenset(data["frequent"].split()),
        trades=_inverted(data["trades"]) | {craft: frozenset({craft}) for craft in crafts},
        near=movement["near"],
        loose=movement["loose"],
        alone=frozenset([*data["movement"]["alone"].split(), *crafts]),
        male=frozenset(data["genders"]["male"].split()),
        female=frozenset(data["genders"]["female"].split()),
        portfolios=frozenset(data["portfolios"].split()),
        parties=frozenset(data["parties"].split()),
        state=frozenset(data["state"].split()),
        local=frozenset(data["local"].split()),
        matters=frozenset(data["matters"].split()),
        legal=frozenset(data["legal"].split()),
        spellings={word: line.split()[0] for line in data["spellings"] for word in line.split()},
    )


def _inverted(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return word → names of the groups that hold it."""
    found: dict[str, set[str]] = {}
    for name, words in groups.items():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
