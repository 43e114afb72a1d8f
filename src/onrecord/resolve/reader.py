"""Runs of capitalised words read as names, with an eye to how the text writes the same words elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.record import ActorKind
from onrecord.resolve.common import Spelling, is_many, opens_sentence
from onrecord.resolve.known import is_demonym
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.resolve.roles import Place, role_before
from onrecord.text.names import BODIES, JOINING, Token, name_key, runs, tokens

_ADJECTIVE = re.compile(r"[^\W\d_]+(?:ian|ean|ese|ish|ic|can|ch|rman|utch|raeli|aqi|mali|kistani|emeni)$")
_PORTFOLIOS = frozenset({"state", "defense", "defence", "war", "treasury", "commerce", "labor", "energy", "education"})
_POSTED = re.compile(
    r"\b(?:[Aa]mbassador|[Ee]nvoy|[Mm]inister|[Ss]ecretary|[Cc]onsul|[Pp]resident) (?:to|of|for) (?:the )?$"
)
_SHOUTED = frozenset({"WHO", "US", "IT"})
"""Acronyms that would be small words in lower case."""
_NOUN_AFTER = re.compile(r"[ \u00a0]([a-z][a-z-]*)")


class NameReader:
    """Reads the names of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelling = Spelling(text)

    def names_in(self, start: int, end: int) -> Iterator[Name]:
        """Yield the names in ``text[start:end]``, in order."""
        for run in runs(tokens(self.text, start, end), self.text):
            name = self.read(run)
            if name is not None:
                yield name

    def read(self, run: list[Token]) -> Name | None:
        """Return the name that a run of capitalised words holds, None if it holds none.

        "Russian President Vladimir Putin" is the name "Vladimir Putin" with the role before it;
        "State Department" is an organisation; "The" or "But" before a name and "Tuesday" after it are no
        part of it, and a common noun that opens its sentence is none.
        """
        run, post = self._without_post(self._trimmed(run))
        if not run or self.spelling.is_common(run) or _is_member(run):
            return None
        if _is_organisation(run):
            return Name(run[0].start, _end(run[-1]), tuple(t.word for t in run), ActorKind.ORGANISATION)
        last_role, bare = _parted(run)
        of = next((i for i, token in enumerate(bare) if token.word in JOINING), len(bare))
        bare, rest = bare[:of], bare[of + 1 :]
        if not bare or (last_role < 0 and self._is_adjective(bare)) or _is_work(bare):
            return None
        if rest and last_role < 0 and not _is_of_place(bare, rest):
            return Name(run[0].start, _end(run[-1]), tuple(t.word for t in run), ActorKind.ORGANISATION)
        before = post or role_before(run[0].start, self.text)
        role = before if last_role < 0 else (before[0] if before else run[0].start, run[last_role].end)
        if _is_office(bare) and (len(bare) > 1 or role is None):
            return None
        of_place = (rest[0].start, _end(rest[-1])) if rest and role else None
        return Name(bare[0].start, _end(bare[-1]), tuple(t.word for t in bare), _kind(bare, role), role, of_place)

    def _trimmed(self, run: list[Token]) -> list[Token]:
        """Return `run` without words that are no part of a name before and after it."""
        while (
            run and _is_outside(run[0].word) and not (_is_given(run[0]) and not opens_sentence(self.text, run[0].start))
        ):
            run = run[1:]
        while len(run) > 1 and (not run[-1].capital or (_is_outside(run[-1].word) and not _is_surname(run))):
            run = run[:-1]
        return run

    def _without_post(self, run: list[Token]) -> tuple[list[Token], Place | None]:
        """Return `run` without the place before a name that belongs to the office, and the range of the office.

        It is "ambassador to Ostrin" of "ambassador to Ostrin Ada Lorn".
        """
        posted = _POSTED.search(self.text, max(0, run[0].start - 40), run[0].start) if len(run) > 1 else None
        if posted is None:
            return run, None
        if name_key(run[0].word) in _PORTFOLIOS:
            return run[1:], (posted.start(), run[0].end)
        for length in range(len(run) - 2, 0, -1):
            if " ".join(name_key(token.word) for token in run[:length]) in lexicon().places:
                return run[length:], (posted.start(), run[length - 1].end)
        return run, None

    def _is_adjective(self, bare: list[Token]) -> bool:
        """Return whether the words are an adjective of origin or party before its noun: "Russian forces"."""
        if len(bare) > 2 or bare[-1].possessive or self.spelling.is_surname(bare[-1].word):
            return False
        after = _NOUN_AFTER.match(self.text, bare[-1].end)
        if after is None or after[1] in lexicon().not_nouns or after[1].endswith("ly"):
            return False
        return is_demonym(" ".join(t.word for t in bare)) or (len(bare) == 1 and bool(_ADJECTIVE.match(bare[0].word)))


def _is_outside(word: str) -> bool:
    """Return whether a word is no part of a name: "The", "Tuesday", "I’m"."""
    if word in _SHOUTED:
        return False
    key = name_key(word).replace("’", "'")
    return key.split("'")[0] in lexicon().not_names or key.endswith("n't")


def _is_given(token: Token) -> bool:
    return lexicon().gender_of_name(token.word) is not None


def _is_surname(run: list[Token]) -> bool:
    """Return whether a month's name ends a person's name: "Theresa May"."""
    return _is_given(run[-2]) and name_key(run[-1].word) in ("may", "march", "will")


def _parted(run: list[Token]) -> tuple[int, list[Token]]:
    """Return the index of the last word of the role before the name, -1 without one, and the words after it."""
    last_role = max((i for i, token in enumerate(run[:-1]) if lexicon().is_role(token.word)), default=-1)
    bare = run[last_role + 1 :]
    if bare[0].word in JOINING:
        # "Secretary of State Jane Doe": what the office is of belongs to the role.
        return (len(run) - 3, run[-2:]) if len(bare) >= 4 else (len(run) - 1, [])
    return last_role, bare


def _is_member(run: list[Token]) -> bool:
    """Return whether the words say of what somebody is a member or head, and name nobody: "Speaker of the House"."""
    of = len(run) > 2 and run[1].word in JOINING and len(run) < 5
    return of and lexicon().is_role(run[0].word) and name_key(run[0].word) not in BODIES and not _is_given(run[-2])


def _is_work(bare: list[Token]) -> bool:
    """Return whether the words are a title's and end in what it is: "Lorn Speech"."""
    return len(bare) > 1 and lexicon().is_work(name_key(bare[-1].word))


def _is_of_place(bare: list[Token], rest: list[Token]) -> bool:
    """Return whether the words are a person's name and a place or body: "Rin Sato of Japan", not "Man of the Match"."""
    place = " ".join(name_key(token.word) for token in rest) in lexicon().places
    return _is_given(bare[0]) or place or _is_of_body(bare, rest)


def _is_of_body(bare: list[Token], rest: list[Token]) -> bool:
    """Return whether two words that tell nothing stand before a body: "Rin Sato of Kurn University Hospital"."""
    body = any(name_key(token.word) in lexicon().organisations for token in rest[1:])
    return body and len(bare) == 2 and not any(_is_told(token.word) for token in bare)


def _is_told(word: str) -> bool:
    """Return whether a capitalised word is a noun for people or bodies, in the singular or plural, or an adjective."""
    key, known = name_key(word), lexicon()
    forms = (key, key.removesuffix("s"))
    nouns = known.organisations | known.organisation_nouns | known.people | known.unnamed_heads
    tail = key in listed("organisation_tails") or is_demonym(word) or _ADJECTIVE.fullmatch(word.casefold())
    return bool(tail) or any(form in nouns or known.is_role(form) for form in forms)


def _is_office(bare: list[Token]) -> bool:
    """Return whether the words are an office and no name: "Special Counsel", but not "Tom Major"."""
    return lexicon().is_role(bare[-1].word) and not (len(bare) > 1 and _is_given(bare[0]))


def _end(token: Token) -> int:
    """Return where the name's last word ends, its possessive ending left out."""
    return token.start + len(token.word)


def _is_organisation(run: list[Token]) -> bool:
    """Return whether the words name a place, a seat of government, or hold an organisation's word."""
    words = lexicon()
    keys = [name_key(token.word) for token in run]
    if " ".join(keys) in words.places:
        return True
    if keys[0] in listed("honorifics") or (_is_given(run[0]) and len(run) > 2 and any(t.word in JOINING for t in run)):
        return False
    if len(run) > 4 and run[2].word == "of" and _is_of_body(run[:2], run[3:]):
        return False
    if keys[-1] in words.organisations or (
        keys[0] in BODIES | words.organisations and run[1:2] and run[1].word in JOINING
    ):
        return True
    acronym = len(run) == 1 and len(run[0].word.replace(".", "")) > 1 and run[0].word.isupper()
    return acronym or bool(words.organisations.intersection(keys) and not any(map(words.is_role, keys)))


def _kind(bare: list[Token], role: Place | None) -> ActorKind | None:
    if is_many([token.word for token in bare]):
        return ActorKind.GROUP
    if role is not None or (len(bare) > 1 and _is_given(bare[0])):
        return ActorKind.PERSON
    initials = [t for t in bare[:-1] if len(t.word.rstrip(".")) == 1]
    return ActorKind.PERSON if len(bare) > 1 and initials else None
