"""A run of capitalised words read as a name: its role, its bare name, what kind of thing it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.record import ActorKind
from onrecord.resolve.known import is_demonym
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.roles import Place, role_before
from onrecord.text.names import BODIES, JOINING, Token, name_key, runs, tokens

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ADJECTIVE = re.compile(r"[^\W\d_]+(?:ian|ean|ese|ish|ic|can|ch|rman|utch|raeli|aqi|mali|kistani|emeni)$")
_POSTED = re.compile(
    r"\b(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|[Ss]ecretary|[Cc]onsul|[Pp]resident) (?:to|of|for) (?:the )?$"
)
_NOUN_AFTER = re.compile(r"[ \u00a0]([a-z][a-z-]*)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as met: offsets of the bare name and of the role before it, None without one.

    `words` are the bare name's words. `kind` is None where the words alone do not tell. `of` is the
    range of what the office before the name is of ("Japan" in "Prime Minister Rin Sato of Japan").
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: ActorKind | None
    role: Place | None = None
    of: Place | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The words in the form in which names are compared: hyphens apart, without "Jr." and the like."""
        keys = [part for word in self.words for part in name_key(word).replace(".", "").split("-") if part]
        while len(keys) > 1 and keys[-1] in SUFFIXES:
            keys.pop()
        return tuple(keys)

    def text(self, text: str) -> str:
        """Return the name as the text has it, or its words where a couple shares the surname."""
        met = text[self.start : self.end]
        return met if met.endswith(self.words[-1]) else " ".join(self.words)

    @property
    def suffix(self) -> str:
        """What ends the name beside its words, case folded: "jr", "sr", "iii"; else nothing."""
        last = name_key(self.words[-1])
        return last if last in SUFFIXES and len(self.words) > 1 else ""


def names_in(text: str, start: int, end: int) -> Iterator[Name]:
    """Yield the names in ``text[start:end]``, in order."""
    for run in runs(tokens(text, start, end), text):
        name = read_name(run, text)
        if name is not None:
            yield name


def read_name(run: list[Token], text: str) -> Name | None:
    """Return the name that a run of capitalised words holds, None if it holds none.

    "Russian President Vladimir Putin" is the name "Vladimir Putin" with the role before it;
    "State Department" is an organisation; "The" or "But" before a name and "Tuesday" after it are no
    part of it.
    """
    run = _without_post(_trimmed(run), text)
    if not run:
        return None
    if _is_organisation(run):
        return Name(run[0].start, _end(run[-1]), tuple(t.word for t in run), ActorKind.ORGANISATION)
    last_role, bare = _parted(run)
    of = next((i for i, token in enumerate(bare) if token.word in JOINING), len(bare))
    bare, rest = bare[:of], bare[of + 1 :]
    if not bare or _is_adjective(bare, text):
        return None
    if rest and last_role < 0 and not _is_of_place(bare, rest):
        return Name(run[0].start, _end(run[-1]), tuple(t.word for t in run), ActorKind.ORGANISATION)
    before = role_before(run[0].start, text)
    role = before if last_role < 0 else (before[0] if before else run[0].start, run[last_role].end)
    if _is_office(bare) and (len(bare) > 1 or role is None):
        return None
    kind = _kind(bare, role)
    of_place = (rest[0].start, _end(rest[-1])) if rest and role else None
    return Name(bare[0].start, _end(bare[-1]), tuple(t.word for t in bare), kind, role, of_place)


def _trimmed(run: list[Token]) -> list[Token]:
    """Return `run` without words that are no part of a name before and after it."""
    outside = lexicon().not_names
    while run and name_key(run[0].word) in outside:
        run = run[1:]
    while len(run) > 1 and (name_key(run[-1].word) in outside or not run[-1].capital):
        run = run[:-1]
    return run


def _without_post(run: list[Token], text: str) -> list[Token]:
    """Return `run` without the place before a name that belongs to the office: "ambassador to Ostrin Ada Lorn"."""
    if len(run) < 3 or not _POSTED.search(text, max(0, run[0].start - 40), run[0].start):
        return run
    for length in range(len(run) - 2, 0, -1):
        if " ".join(name_key(token.word) for token in run[:length]) in lexicon().places:
            return run[length:]
    return run


def _parted(run: list[Token]) -> tuple[int, list[Token]]:
    """Return the index of the last word of the role before the name, -1 without one, and the words after it."""
    last_role = max((i for i, token in enumerate(run[:-1]) if lexicon().is_role(token.word)), default=-1)
    bare = run[last_role + 1 :]
    if bare[0].word in JOINING:
        # "Secretary of State Jane Doe": what the office is of belongs to the role.
        return (len(run) - 3, run[-2:]) if len(bare) >= 4 else (len(run) - 1, [])
    return last_role, bare


def _is_of_place(bare: list[Token], rest: list[Token]) -> bool:
    """Return whether the words are a person's name and a place: "Rin Sato of Japan", but not "Man of the Match"."""
    return lexicon().gender_of_name(bare[0].word) is not None or (
        " ".join(name_key(token.word) for token in rest) in lexicon().places
    )


def _is_office(bare: list[Token]) -> bool:
    """Return whether the words are an office and no name: "Special Counsel", but not "Tom Major"."""
    given = len(bare) > 1 and lexicon().gender_of_name(bare[0].word)
    return lexicon().is_role(bare[-1].word) and not given


def _is_adjective(bare: list[Token], text: str) -> bool:
    """Return whether the words are an adjective of origin or party before its noun: "Russian forces"."""
    if len(bare) > 2 or bare[-1].possessive:
        return False
    after = _NOUN_AFTER.match(text, bare[-1].end)
    if after is None or after[1] in lexicon().not_nouns:
        return False
    return is_demonym(" ".join(t.word for t in bare)) or (len(bare) == 1 and bool(_ADJECTIVE.match(bare[0].word)))


def _end(token: Token) -> int:
    """Return where the name's last word ends, its possessive ending left out."""
    return token.start + len(token.word)


def _is_organisation(run: list[Token]) -> bool:
    """Return whether the words name a place, a seat of government, or hold an organisation's word."""
    words = lexicon()
    keys = [name_key(token.word) for token in run]
    if " ".join(keys) in words.places or keys[-1] in words.organisations:
        return True
    if keys[0] in BODIES | words.organisations and len(run) > 2 and run[1].word in JOINING:
        return True
    acronym = len(run) == 1 and len(run[0].word.replace(".", "")) > 1 and run[0].word.isupper()
    return acronym or bool(words.organisations.intersection(keys) and not any(map(words.is_role, keys)))


def _kind(bare: list[Token], role: Place | None) -> ActorKind | None:
    if role is not None or (len(bare) > 1 and lexicon().gender_of_name(bare[0].word)):
        return ActorKind.PERSON
    initials = [t for t in bare[:-1] if len(t.word.rstrip(".")) == 1]
    return ActorKind.PERSON if len(bare) > 1 and initials else None
