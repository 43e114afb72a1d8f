"""A person's name taken apart: given names, family name, generation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.resolve.identity.lists import lists
from onrecord.resolve.identity.sound import fold
from onrecord.resolve.lexicon import lexicon
from onrecord.text.folding import COURTESY
from onrecord.text.names import PARTICLES

_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "v": "v"}
_HONOURS = COURTESY | {"baroness", "baron", "count", "countess", "saint", "st", "esq", "phd", "md", "qc", "kc"}
_ARTICLE = re.compile(r"^(?:al|el|as|ad|an|ar|ash|at|az|d|l|o|ben)['\-](?=\w{2})")
_INITIALS = re.compile(r"(?<=\b\w\.)(?=\w\.)")
_LATER = frozenset({"nee", "born", "formerly"})


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded words. `family` are the parts of a double name, particles left out.

    `given` are the given names and initials in their order; those of a Chinese or Korean name are one
    word. `born` is the family name before marriage where the name says so.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    generation: str | None = None
    born: str | None = None

    @property
    def full(self) -> bool:
        """Whether a given name or initial stands beside the family name."""
        return bool(self.given)


@lru_cache(maxsize=200_000)
def read_person(text: str) -> tuple[PersonName, ...]:
    """Return the readings of a person's name, the likelier first; empty where no word is left.

    There is a second one where the family name may come first: "Orbán Viktor". Titles and the nouns of
    roles before the name are left out.
    """
    words, generation, born = _bare(text)
    if not words:
        return ()
    if len(words) == 1:
        return (PersonName((), _family(words), generation, born),)
    if asian := _family_first(words):
        return tuple(PersonName((given,), (family,), generation, born) for family, given in asian)
    cut = next((i for i, word in enumerate(words[:-1]) if word in PARTICLES), len(words) - 1)
    name = PersonName(tuple(words[:cut]), _family(words[cut:]), generation, born)
    if len(words) == 2 and (words[1] in lists().turned or (is_given(words[1]) and not is_given(words[0]))):
        return name, PersonName((words[1],), _family(words[:1]), generation, born)
    return (name,)


def _bare(text: str) -> tuple[list[str], str | None, str | None]:
    """Return the folded words of a name without titles and suffixes, its generation, and the name at birth."""
    head, comma, tail = text.partition(",")
    if comma and fold(tail) not in _GENERATIONS and len(tail.split()) <= 2 and len(head.split()) == 1:
        head, tail = f"{tail} {head}", ""
    words = [word.strip("'\"()“”‘’") for word in fold(_INITIALS.sub(" ", f"{head} {tail}")).split()]
    words = [word for word in words if word]
    born = words[-1] if any(word in _LATER for word in words[1:-1]) else None
    words = words[: next((i for i, word in enumerate(words) if word in _LATER and i), len(words))]
    generation = None
    while len(words) > 1 and (words[-1] in _GENERATIONS or words[-1] in _HONOURS):
        generation = _GENERATIONS.get(words.pop(), generation)
    while len(words) > 1 and (words[0] in _HONOURS or (lexicon().is_role(words[0]) and not is_given(words[0]))):
        words.pop(0)
    return words, generation, born


def _family(words: list[str]) -> tuple[str, ...]:
    parts = [part for word in words if word not in PARTICLES for part in _ARTICLE.sub("", word).split("-")]
    return tuple(part for part in parts if part) or tuple(words)


@cache
def _syllables() -> re.Pattern[str]:
    return re.compile(rf"{lists().syllable}(?:{lists().syllable})?")


def _family_first(words: list[str]) -> list[tuple[str, str]]:
    """Return family and given name of a Chinese, Korean or Vietnamese name in either order; empty for another.

    Where the family name stands last, two given names may have been turned round too.
    """
    if len(words) > 3:
        return []
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        parts = [part for word in given for part in word.split("-")]
        if family in lists().family_first and len(parts) <= 3 and all(_syllables().fullmatch(p) for p in parts):
            if len(parts) == 1 and (len(parts[0]) < 2 or is_given(parts[0])):
                continue
            turned = family == words[-1] and len(given) > 1
            orders = [parts, parts[::-1]] if turned else [parts]
            return [(family, "".join(order)) for order in orders]
    return []


def is_given(word: str) -> bool:
    """Return whether a folded word is a given name that the lists know."""
    return word in lists().given or lists().gender_of(word) is not None
