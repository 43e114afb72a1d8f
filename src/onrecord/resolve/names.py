"""A run of capitalised words read as a name: its role, its bare name, what kind of thing it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.record import ActorKind
from onrecord.resolve.lexicon import lexicon
from onrecord.text.names import Token, name_key

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ADJECTIVE = re.compile(r"[^\W\d_]+(?:ian|ean|ese|ish|ic|can|ch|rman|utch|raeli|aqi|mali|kistani|emeni)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as met: offsets of the bare name and of the role before it, None without one.

    `words` are the bare name's words. `kind` is None where the words alone do not tell.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: ActorKind | None
    role: tuple[int, int] | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The words in the form in which names are compared, without "Jr." and the like."""
        keys = [name_key(word) for word in self.words]
        while len(keys) > 1 and keys[-1] in _SUFFIXES:
            keys.pop()
        return tuple(keys)


def read_name(run: list[Token], text: str) -> Name | None:
    """Return the name that a run of capitalised words holds, None if it holds none.

    "Russian President Vladimir Putin" is the name "Vladimir Putin" with the role before it;
    "State Department" is an organisation; leading "The" or "But" are no part of a name.
    """
    words = lexicon()
    while run and name_key(run[0].word) in words.not_names:
        run = run[1:]
    if not run:
        return None
    kind = _fixed_kind(run)
    if kind is ActorKind.ORGANISATION:
        return Name(run[0].start, _end(run[-1]), tuple(t.word for t in run), kind)
    last_role = max((i for i, token in enumerate(run[:-1]) if words.is_role(token.word)), default=-1)
    bare = run[last_role + 1 :]
    if bare[0].word in ("of", "for"):
        # "Secretary of State Jane Doe": what the office is of belongs to the role.
        last_role, bare = (len(run) - 3, run[-2:]) if len(bare) >= 4 else (len(run) - 1, [])
    of = next((i for i, token in enumerate(bare) if token.word in ("of", "for")), len(bare))
    bare = bare[:of]
    if not bare or _is_adjective(bare, text):
        return None
    role = (run[0].start, run[last_role].end) if last_role >= 0 else _role_before(run[0].start, text)
    if last_role >= 0 and (before := _role_before(run[0].start, text)):
        role = (before[0], run[last_role].end)
    if len(bare) == 1 and words.is_role(bare[0].word) and role is None:
        return None
    return Name(bare[0].start, _end(bare[-1]), tuple(t.word for t in bare), _kind(bare, role), role)


def _is_adjective(bare: list[Token], text: str) -> bool:
    """Return whether a single word is an adjective of origin or party before its noun: "Russian forces"."""
    if len(bare) > 1 or bare[0].possessive or not _ADJECTIVE.match(bare[0].word):
        return False
    return bool(re.match(r"[ \u00a0][a-z]", text[bare[0].end : bare[0].end + 2]))


def _end(token: Token) -> int:
    """Return where the name's last word ends, its possessive ending left out."""
    return token.start + len(token.word)


def _fixed_kind(run: list[Token]) -> ActorKind | None:
    """Return organisation for a place, a seat of government, or a name with an organisation's word."""
    words = lexicon()
    keys = [name_key(token.word) for token in run]
    if " ".join(keys) in words.places or words.organisations.intersection(keys[-1:]):
        return ActorKind.ORGANISATION
    acronym = len(run) == 1 and len(run[0].word.replace(".", "")) > 1 and run[0].word.isupper()
    if acronym or (words.organisations.intersection(keys) and not any(words.is_role(k) for k in keys)):
        return ActorKind.ORGANISATION
    return None


def _kind(bare: list[Token], role: tuple[int, int] | None) -> ActorKind | None:
    if role is not None:
        return ActorKind.PERSON
    if len(bare) > 1 and lexicon().gender_of_name(bare[0].word):
        return ActorKind.PERSON
    initials = [t for t in bare[:-1] if len(t.word.rstrip(".")) == 1]
    return ActorKind.PERSON if len(bare) > 1 and initials else None


def _role_before(start: int, text: str) -> tuple[int, int] | None:
    """Return the range of a role in lower case right before a name: "campaign spokesman Jane Doe"."""
    words = lexicon()
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 80) : start]
    if not before.endswith((" ", "\u00a0")):
        return None
    parts = before.split(" ")[:-1]
    if not parts or not parts[-1].isalpha() or not words.is_role(parts[-1]):
        return None
    taken = 1
    while taken < min(len(parts), 5) and _modifies(parts[-taken - 1]):
        taken += 1
    role = " ".join(parts[-taken:])
    return start - 1 - len(role), start - 1


def _modifies(word: str) -> bool:
    key = word.casefold().rstrip(".")
    if not word or not word[0].isalpha() or key in lexicon().not_names:
        return False
    return word[0].isupper() or key in {
        "former",
        "deputy",
        "press",
        "campaign",
        "senior",
        "chief",
        "foreign",
        "prime",
        "vice",
        "top",
    }
