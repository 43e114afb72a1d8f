"""What a clause says of what is to be: will, may, must, plan; and of whom, as seen from who speaks.

"We will", "the company would" said by the company, and "prices will" are three kinds of statement: the first two
are in the speaker's hand, the third is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.classify.lexicon import grammar, negates

PREFIX = 5
"""How many letters two words must share to be of one name: "Lornish" and "Lorn's" do, as country and adjective."""


@dataclass(frozen=True, slots=True)
class Modal:
    """The first modal of a clause: its kind, "not" behind it where negated; whose it is; where it stands.

    Subjects are first, second, third (persons), self (the speaker or the speaker's side), rel, other and none.
    Without a modal both are "none" and `place` is -1.
    """

    kind: str = "none"
    subject: str = "none"
    place: int = -1


def modal(clause: Sequence[str], own: frozenset[str]) -> Modal:
    """Return the first modal of `clause`; `own` are the words that name who speaks."""
    for place, word in enumerate(clause):
        kind = _kind(clause, place)
        if kind:
            around = [word, *clause[place + 1 : place + 3]]
            if word == "going":
                around += clause[max(0, place - 2) : place]
            negated = "not" if any(negates(each) for each in around) else ""
            return Modal(kind + negated, _subject(clause, place, own), place)
    return Modal()


def modals(words: Sequence[str]) -> frozenset[str]:
    """Return the kinds of all modals of `words`."""
    return frozenset(kind for place in range(len(words)) if (kind := _kind(words, place)))


def _kind(clause: Sequence[str], place: int) -> str:
    word, to = clause[place], clause[place + 1 : place + 2] == ("to",)
    if word in grammar("will") or word.endswith("'ll") or (word == "going" and to):
        return "must" if tuple(clause[place + 1 : place + 3]) in (("have", "to"), ("need", "to")) else "will"
    if word.endswith("'d") and word[:-2] in ("i", "we", "he", "she", "they"):
        return "will"
    if word in grammar("may"):
        return "may"
    if word in grammar("must") or (to and word in ("need", "needs", "has", "have", "had", "got")):
        return "must"
    if to and word in grammar("plan"):
        return "plan"
    return "isto" if to and word in ("is", "are", "was", "were") else ""


def _subject(clause: Sequence[str], place: int, own: frozenset[str]) -> str:
    word = clause[place]
    if "'" in word[1:] and word.endswith(("'ll", "'d")):
        return person(word.split("'")[0]) or "other"
    before = [w for w in clause[max(0, place - 4) : place] if w[-1].isalpha()]
    before = [w for w in before if not w.endswith("ly") and w not in grammar("passed")]
    if not before:
        return "none"
    head = before[-1].split("'")[0] if before[-1].endswith(("'re", "'m", "'s")) else before[-1]
    if found := person(head):
        return found
    if is_own(before, own):
        return "self"
    return "rel" if head in ("who", "which", "that") else "other"


def person(word: str) -> str:
    """Return which person a pronoun is: first, second, third; "" for another word."""
    if word in ("i", "we"):
        return "first"
    if word == "you":
        return "second"
    return "third" if word in ("he", "she", "they", "it") else ""


def is_own(words: Sequence[str], own: frozenset[str]) -> bool:
    """Return whether the last of `words` name who speaks, or what may stand for them ("the company")."""
    if any(word in own or _akin(word, own) for word in words[-3:]):
        return True
    return words[-1].split("'")[0] in grammar("own")


def _akin(word: str, own: frozenset[str]) -> bool:
    return len(word) >= PREFIX and any(
        word[:PREFIX] == each[:PREFIX] and abs(len(word) - len(each)) < 4 for each in own if len(each) >= PREFIX
    )
