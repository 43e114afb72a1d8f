"""What follows the noun of an occasion: with or to whom, where, on which medium."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.record.occasion import SettingKind
from onrecord.resolve.audience import audience
from onrecord.resolve.audience import bundled as audience_words
from onrecord.resolve.occasion.words import bundled
from onrecord.resolve.phrases import Word, words

_TAILS = 4
"""How many of them are read."""
_ASIDE = re.compile(
    r",?[ \u00a0](?:on[ \u00a0])?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:[ \u00a0](?:night|morning|evening|afternoon))?(?=[ \u00a0])"
)
"""A day between an occasion and what belongs to it: a rally Friday evening in Tarsk."""
_PLACE = re.compile(
    r"(?:the[ \u00a0])?[A-Z][\w’'-]{0,30}"
    r"(?:[ \u00a0](?:(?:of|de|la|the)[ \u00a0]){0,2}(?:St\.|[A-Z][\w’'-]{0,30})){0,4}"
    r"(?:,[ \u00a0][A-Z][\w.-]{1,30}(?=[,.]|$))?"
)
PRINTED = frozenset((SettingKind.PAPER, SettingKind.POST, SettingKind.BROADCAST, SettingKind.INTERVIEW))
"""Kinds of occasion that appear in a medium."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An occasion named at ``[start, end)``: offsets of its parts, None where a part is not told.

    `lead` is the preposition or verb that leads to it, case folded.
    """

    kind: SettingKind
    start: int
    end: int
    lead: str
    counterpart: tuple[int, int] | None = None
    place: tuple[int, int] | None = None
    medium: str | None = None


def with_tails(text: str, mention: Mention, end: int) -> Mention:
    """Return the mention with what follows it before `end`: with or to whom, where, on which medium."""
    for _ in range(_TAILS):
        aside = _ASIDE.match(text, mention.end, end)
        position = aside.end() if aside else mention.end
        lead = next(words(text, position, end), None)
        if lead is None or text[position : lead.start].strip(" \u00a0"):
            break
        longer = _with_somebody(text, mention, lead, end) or _with_place(text, mention, lead, end)
        if longer is None:
            break
        mention = longer
    return mention


def _with_somebody(text: str, mention: Mention, lead: Word, end: int) -> Mention | None:
    """Return the mention with whom `lead` brings in: with Lorn, before the committee, of the council."""
    hearing = lead.text == "before" and mention.kind is SettingKind.HEARING
    if lead.text != "of" and not hearing and lead.text not in ("with", "to", "between"):
        return None
    near = audience(text, lead.end, end)
    if near is None or (lead.text != "of" and mention.counterpart is not None):
        return None
    if lead.text == "of":
        return replace(mention, end=near[1])
    medium = mention.medium or (_outlet(text, near) if mention.kind in PRINTED else None)
    return replace(mention, end=near[1], counterpart=near, medium=medium)


def _with_place(text: str, mention: Mention, lead: Word, end: int) -> Mention | None:
    """Return the mention with the place or medium that `lead` brings in: in Tarsk, on Tern News."""
    there = _capitals(text, lead.end + 1, end) if lead.text in ("in", "at", "outside", "on", "for") else None
    if there is None:
        return None
    if lead.text in ("on", "for") or mention.kind in PRINTED:
        name = _outlet(text, there)
        return replace(mention, end=there[1], medium=name) if name and not mention.medium else None
    return replace(mention, end=there[1], place=mention.place or there)


def _capitals(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _PLACE.match(text, start, end)
    if match is None or next(words(match[0], 0, len(match[0]))).key in audience_words().times:
        return None
    stop = match.end() - (2 if match[0].endswith(("'s", "’s")) else 0)
    return match.start(), stop


def _outlet(text: str, place: tuple[int, int]) -> str | None:
    """Return the name of the platform or outlet at a range, None where its words do not tell that it is one."""
    lists, named = bundled(), [word for word in words(text, *place) if word.capital]
    owner = next((i for i, word in enumerate(named) if word.possessive), len(named) - 1)
    named = named[: owner + 1]
    if not named:
        return None
    platform = lists.platform(named, 0)
    if platform is not None:
        return platform[0]
    return plain_name(named) if any(word.key in lists.outlets for word in named) else None


def plain_name(taken: Sequence[Word]) -> str:
    """Return a name of a medium as it is compared: without leading article, quotation marks and possessive endings."""
    first = 1 if taken[0].text in ("the", "a", "The", "A") and len(taken) > 1 else 0
    return " ".join(word.bare for word in taken[first:])
