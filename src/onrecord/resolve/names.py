"""A name as met in a text, and the form in which names are compared."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.record import ActorKind
from onrecord.resolve.roles import Place
from onrecord.text.names import name_key

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name as met: offsets of the bare name and of the role before it, None without one.

    `words` are the bare name's words. `kind` is None where the words alone do not tell. `of` is the
    range of what the office before the name is of ("Japan" in "Prime Minister Rin Sato of Japan").
    `key` are the words as they are compared: hyphens apart, without "Jr." and the like.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: ActorKind | None
    role: Place | None = None
    of: Place | None = None
    key: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        keys = [part for word in self.words for part in _plain(word).split("-") if part]
        while len(keys) > 1 and keys[-1] in SUFFIXES:
            keys.pop()
        object.__setattr__(self, "key", tuple(keys))

    def text(self, text: str) -> str:
        """Return the name as the text has it, or its words where a couple shares the surname."""
        met = text[self.start : self.end]
        return met if met.endswith(self.words[-1]) else " ".join(self.words)

    @property
    def suffix(self) -> str:
        """What ends the name beside its words, case folded: "jr", "sr", "iii"; else nothing."""
        last = name_key(self.words[-1])
        return last if last in SUFFIXES and len(self.words) > 1 else ""


def _plain(word: str) -> str:
    return name_key(word).replace(".", "").replace("’", "'")
