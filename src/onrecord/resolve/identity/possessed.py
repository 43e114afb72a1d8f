"""Somebody's team, campaign or lawyers, under their owner's full name: "Mr. Strin's lawyers" are Pavo Strin's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.record.actor import Actor, ActorKind
from onrecord.resolve.authority import Authority
from onrecord.resolve.identity.lookups import by_surname
from onrecord.resolve.identity.offices import office_of
from onrecord.resolve.identity.personal import read_person
from onrecord.resolve.identity.sound import fold

_POSSESSED = re.compile(
    r"(?:the )?(?:(?:Mr|Ms|Mrs|Dr)\. )?(?P<owner>[^\W\d_][^\s’']{1,30})(?:[’']s?)? "
    r"(?P<what>team|campaign|office|camp|lawyers|attorneys|aides|allies|supporters|family|staff|foundation)",
    re.IGNORECASE,
)
_SAME = {"attorneys": "lawyers", "camp": "campaign"}


def possessed(
    actor: Actor, actors: Iterable[Actor], named: Iterable[str], day: str | None, authority: Authority
) -> str | None:
    """Return a body's or group's name with its owner's full name, None where it has no owner or that is unsure.

    The owner is the only person of that family name or role among the document's actors, or of that
    family name among those `named` in its text.
    """
    match = _POSSESSED.fullmatch(actor.name)
    if match is None or actor.kind not in (ActorKind.ORGANISATION, ActorKind.GROUP):
        return None
    owner, persons = fold(match["owner"]), [a for a in actors if a.kind is ActorKind.PERSON]
    bearers = [a.name for a in persons if _family(a.name) == owner]
    bearers = bearers or [a.name for a in persons if any(_head(role.words) == owner for role in a.roles)]
    bearers = bearers or [name for name in named if _family(name) == owner]
    full = set(filter(None, (_full(name, day, authority) for name in bearers)))
    what = match["what"].casefold()
    return f"{full.pop()}'s {_SAME.get(what, what)}" if len(full) == 1 else None


def _family(name: str) -> str:
    return next((" ".join(reading.family) for reading in read_person(name)), "")


def _head(role: str) -> str:
    return fold(role).split()[-1] if role.split() else ""


def _full(name: str, day: str | None, authority: Authority) -> str | None:
    """Return a person's full name without initials and suffix; of a family name alone, that of who is in office."""
    reading = next(iter(read_person(name)), None)
    if reading is None:
        return None
    if not reading.full:
        holders = [e.name for e in by_surname(name, authority) if office_of(e, day) is not None]
        return holders[0] if len(holders) == 1 else None
    return " ".join(_words(name, reading.generation))


def _words(name: str, generation: str | None) -> Iterator[str]:
    for word in name.replace(",", " ").split():
        if len(word.rstrip(".")) > 1 and (generation is None or fold(word) != generation):
            yield word
