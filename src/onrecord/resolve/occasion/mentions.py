"""Occasions as a sentence names them: during a meeting with Hedda Lorn, on Twitter, held a news conference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.record.occasion import SettingKind
from onrecord.resolve.audience import audience
from onrecord.resolve.audience import bundled as audience_words
from onrecord.resolve.occasion.tails import PRINTED, Mention, plain_name, with_tails
from onrecord.resolve.occasion.words import Kind, bundled
from onrecord.resolve.phrases import Word, words

_LONGEST = 9
"""Words from the preposition to the noun of the occasion."""
_WITHIN = re.compile(r"[ \u00a0]?[“”\"‘’'()]?[ \u00a0]?")
"""What may stand between two words of one name of an occasion."""
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my"))
"""Within a name, unless it is that of a programme, these begin another one: in releasing the email."""
_BESIDE = re.compile(
    r"[ \u00a0](?:at|by)[ \u00a0](?:his|her|their)[ \u00a0]sides?\b|[ \u00a0](?:beside|next to)[ \u00a0](?:him|her)\b"
)
"""What follows those who stand beside the speaker: with Lorn at his side."""


def mentions(text: str, start: int, end: int, contents: frozenset[int] = frozenset()) -> Iterator[Mention]:
    """Yield the occasions that the sentence ``text[start:end]`` names, in order; none overlaps another.

    `contents` are where what is said begins: no name of an occasion goes on there.
    """
    found, done = list(words(text, start, end)), start
    for index, word in enumerate(found):
        mention = _at(text, found, index, contents) if word.start >= done else None
        if mention is not None:
            yield mention
            done = mention.end


def _at(text: str, found: Sequence[Word], index: int, contents: frozenset[int]) -> Mention | None:
    """Return the mention of an occasion that the word at `index` leads to, None if it leads to none."""
    lists, word, end = bundled(), found[index], found[-1].end
    lead = word.text.casefold()
    before = found[index - 1].text if index else ""
    if lists.cues.get(lead) is SettingKind.COURT and before not in lists.coming:
        return Mention(SettingKind.COURT, word.start, word.end, lead)
    mention = None
    if lead in ("on", "in", "via"):
        mention = _on_platform(found, index) or (_on_medium(text, found, index) if lead == "on" else None)
    if mention is None and lead in lists.leads.keys() | lists.held | lists.told:
        mention = _named(text, found, index, contents)
    return with_tails(text, mention, end) if mention else _in_company(text, found, index)


def _in_company(text: str, found: Sequence[Word], index: int) -> Mention | None:
    """Return the meeting with somebody beside whom the speaker is: sitting next to Lorn."""
    for phrase in bundled().company.get(found[index].text.casefold(), ()):
        part = found[index : index + len(phrase)]
        if tuple(word.text.casefold() for word in part) == phrase:
            with_whom = audience(text, part[-1].end, found[-1].end)
            beside = _BESIDE.match(text, with_whom[1]) if with_whom else None
            if with_whom is None or not text[with_whom[0]].isupper() or (phrase == ("with",) and beside is None):
                return None
            end = beside.end() if beside else with_whom[1]
            return Mention(SettingKind.MEETING, part[0].start, end, phrase[0], with_whom)
    return None


def _on_platform(found: Sequence[Word], index: int) -> Mention | None:
    platform = bundled().platform(found, index + 1)
    if platform is None:
        return None
    name, length = platform
    return Mention(SettingKind.POST, found[index].start, found[index + length].end, "on", medium=name)


def _on_medium(text: str, found: Sequence[Word], index: int) -> Mention | None:
    """Return the mention of a station or programme behind "on"."""
    lists = bundled()
    taken = []
    for before, word in zip(found[index:], found[index + 1 : index + 8], strict=False):
        gap = text[before.end : word.start]
        inner = word.capital and word.key not in audience_words().times
        if not _WITHIN.fullmatch(gap) or not (inner or word.text in ("the", "of", "with", "&", "and", "a")):
            break
        taken.append(word)
    while taken and not taken[-1].capital:
        taken.pop()
    keys = [word.key for word in taken if word.capital]
    known = bool(keys) and (bool(lists.acronyms.intersection(keys)) or (len(keys) > 1 and keys[-1] in lists.stations))
    if not known:
        return None
    return Mention(SettingKind.BROADCAST, found[index].start, taken[-1].end, "on", medium=plain_name(taken))


def _named(text: str, found: Sequence[Word], index: int, contents: frozenset[int]) -> Mention | None:
    """Return the mention of an occasion that a preposition or verb at `index` leads to, None if it leads to none."""
    lead, noun = found[index].text.casefold(), _noun(text, found, index)
    if noun is None or not _fits(noun.kind, lead, found[index + 1 : noun.start], found[noun.end - 1]):
        return None
    after = found[noun.end] if noun.end < len(found) else None
    if after is not None and after.start not in contents and _describes(text, found[noun.end - 1], after):
        return None
    medium = _medium(found, index + 1, noun)
    return Mention(noun.kind, found[index].start, found[noun.end - 1].end, lead, medium=medium)


def _noun(text: str, found: Sequence[Word], index: int) -> Kind | None:
    """Return the last noun of an occasion in the phrase that begins behind `index`, None if there is none."""
    lists, best = bundled(), None
    for place in range(index + 1, min(len(found), index + 1 + _LONGEST)):
        gap, word = text[found[place - 1].end : found[place].start], found[place]
        article = place > index + 1 and word.text in _ARTICLES and not found[place - 1].capital
        if not _WITHIN.fullmatch(gap) or word.text in lists.breaks or article:
            break
        noun = lists.kind(found, place + 1)
        if noun is not None and noun.start > index:
            best = noun
        elif best is not None and not word.capital:
            break
    return best


def _fits(kind: SettingKind, lead: str, before: Sequence[Word], noun: Word) -> bool:
    """Return whether an occasion of this kind may stand behind `lead`."""
    lists = bundled()
    if lead in lists.held or lead in lists.told:
        several = not before and (kind is SettingKind.COURT or noun.text.endswith("s"))
        named = bool(before) and before[0].text.casefold() in ("a", "an", "the")
        if noun.key in ("message", "note"):
            return False  # "sends a clear message" is no letter
        return kind in lists.leads["held" if lead in lists.held else "told"] and (named or several)
    if kind not in lists.leads[lead] or noun.possessive or any(word.text in lists.coming for word in before):
        return False
    return not (lead == "by" and before) and (lead, noun.key) != ("in", "event")


def _describes(text: str, noun: Word, after: Word) -> bool:
    """Return whether the noun of an occasion only describes the next word: the email inquiry."""
    lists, word = bundled(), after.text
    if text[noun.end : after.start].strip(" \u00a0") or after.capital or word.endswith(("ed", "ing", "ly")):
        return False
    return word not in lists.breaks | lists.articles | lists.follows


def _medium(found: Sequence[Word], start: int, noun: Kind) -> str | None:
    """Return the medium that the words of an occasion name: a tweet, a Tern News interview."""
    lists = bundled()
    for index in range(start, noun.end):
        pair = tuple(word.key for word in found[index : index + 2])
        platform = lists.platforms.get(pair[:1]) or lists.platforms.get(pair)
        if platform is not None and noun.kind in (SettingKind.POST, SettingKind.BROADCAST) and pair[0] != "x":
            return platform
    names = [word for word in found[start : noun.start] if word.capital]
    if noun.kind in PRINTED and names and names[-1].key in lists.outlets:
        return plain_name(names)
    return None
