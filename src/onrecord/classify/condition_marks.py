"""The marks of conditions ("if", "unless", "should she win", "cannot … without"), and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DETERMINER = r"(?:the|a|an|any|his|her|their|its|our|your|this|that|these|those|all|both)"
_NOUN = rf"(?:{_DETERMINER}|[A-Z]\w*)"
_PRONOUN = r"(?:he|she|it|they|we|I|you|anyone|anybody|someone|somebody)"
_BEGINS = r"(?:\A|(?<=[.!?,;:“”\"'‘’(—–-] )|(?<=[“\"'‘(—–\n-])|(?<=\bthat )|(?<=\bbut )|(?<=\band ))"
_BE = r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )"
_MARKS = (
    re.compile(
        r"\b(?:(?:only|except|but) )?(?:if and when|if and only if|when and if|if|unless|(?:provided|providing) that"
        r"|supposing(?: that)?|assuming that|(?:up)?on (?:the |one )?condition(?: that| of|:)?"
        r"|in the event(?: that| of)?"
        r"|in cases? (?:where|that)|contingent (?:up)?on|conditional (?:up)?on"
        r"|only (?:when|after|once|with|in return|in exchange))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:[Aa]ssuming|[Pp]rovid(?:ed|ing)) (?:there|{_PRONOUN})\b"
        rf"|(?:(?<=, )|{_BEGINS})(?:[Aa]ssuming|[Pp]rovid(?:ed|ing)) {_NOUN}\b"
        rf"|\b[Pp]rovided {_DETERMINER}(?: \w+){{1,2}} (?:is|are|was|were|has|have|had|can|could|do|does|did)\b"
        rf"|\b[Ii]n case (?:there|{_PRONOUN}|{_NOUN})\b"
    ),
    re.compile(
        r"\b(?:as|so) long as (?!\d|it takes|possible|an? (?:hour|day|week|month|year|decade)"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)\w",
        re.IGNORECASE,
    ),
    re.compile(rf"\b[Ss]hould (?:{_PRONOUN}|{_NOUN})\b"),
    re.compile(rf"\b[Ww]ere {_PRONOUN} (?:to|not)\b|\b[Ww]ere {_NOUN}(?: \w+){{0,3}} to\b|{_BEGINS}Were {_NOUN}\b"),
    re.compile(
        rf"{_BEGINS}Had (?:{_PRONOUN}|{_NOUN})\b|, had {_PRONOUN} (?:\w+ed|known|been|seen|gone|come|done|won)\b"
    ),
    re.compile(rf"{_BE}\b[Ss]ubject to (?:{_NOUN}|approval|final|further)\b"),
)
_UNTIL = re.compile(
    r"\b(?:[Uu]ntil|[Tt]ill)\b(?! (?:at least|\d|next|the end|last|this|now|then|late|early|mid|after|recently"
    r"|[A-Z]\w+(?:day|uary|ch|ril|ust|ber)\b))"
)
_WITHOUT = re.compile(r"\b(?:without|absent)\b", re.IGNORECASE)
_NOTHING = re.compile(r", (?:nothing|nobody|no one|no)\b", re.IGNORECASE)
_BUT_FOR = re.compile(rf"\bbut for {_DETERMINER}\b")
_LACKS = re.compile(
    r"\b(?:lea[vd]\w*|left|liv\w+|go(?:es|ing)?|went|gone|do(?:es|ing)?|be|is|are|was|were)\b(?: \w+){0,4} $"
)
_RETURN = re.compile(r"\bin (?:exchange|return) for\b", re.IGNORECASE)
_ONCE = re.compile(rf"\b[Oo]nce (?:there|{_PRONOUN}|{_NOUN}) ")
_UNABLE = re.compile(
    r"\b(?:can(?:not|['’]t)|could(?: not|n['’]t)|wo(?:n['’]t)|(?:will|would|can|may|must|should) (?:not|never)"
    r"|wouldn['’]t|shouldn['’]t|impossible|refus\w+|no\b(?: \w+){1,4} (?:will|would|can|could)"
    r"|n(?:othing|obody|one) (?:will|would|can|could)|not (?:to|be|until|going)|but not|never)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:will|would|can|could|cannot|may|might|must|should|shall|offer\w*|willing|ready|agree\w*)\b|['’](?:ll|d)\b"
    r"|\b(?:wo|ca)n['’]t\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask\w*|wonder\w*|question\w*|know\w*|knew|see|saw|seen|determin\w+|decid\w+|doubt\w*|tell|sure|clear|unclear"
    r"|certain|idea|find out|learn|check\w*|understand|matters?|care[sd]?|curious|inquir\w+|assess\w*|look\w* into"
    r"|(?:question|issue|test|problem)s? (?:is|was|include))(?: (?!will|would|that|it|is)\w+){0,2}[“”\"]? [“\"]?$",
    re.IGNORECASE,
)
_CONCEDES = re.compile(r"\b(?:even|as|what|most|little|few|many) $", re.IGNORECASE)
_SET_PHRASE = re.compile(
    r"if (?:any(?=[,.;:)”\"]|\Z)|anything\b|ever\b|only\b|so\b|not\b(?! \w+ed\b)|necessary\b|possible\b"
    r"|you will\b(?=[,.])|you (?:look|watch|think about|like|ask me|read|consider|go back)\b"
    r"|you(?: a|['’])re listening|i may\b|i might\b"
    r"|i had to (?:bet|guess|choose)|memory\b|(?:we|i)(?: a|['’])?(?:re|m) (?:being )?honest|nothing\b|at all\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Mood:
    """Whether an attribution's cue refuses, and whether its cue or content is about what may be."""

    unable: bool
    modal: bool


def mood_of(cue: str, whole: str) -> Mood:
    """Return the mood of an attribution with this cue, of which `whole` are the words of cue and content."""
    return Mood(bool(_UNABLE.search(cue)), bool(_MODAL.search(whole)))


def marks(text: str, begin: int, stop: int, mood: Mood) -> Iterator[re.Match[str]]:
    """Yield the marks of conditions in the sentence of `text` from `begin` to `stop`."""
    question = text[begin:stop].rstrip(" \n\"”’'").endswith("?")
    for pattern in _MARKS[:3] if question else _MARKS:
        yield from (mark for mark in pattern.finditer(text, begin, stop) if not _excluded(text, begin, stop, mark))
    yield from _without(text, begin, stop, mood)
    unable = 0 if mood.unable else _place(_UNABLE, text, begin, stop)
    for mark in _UNTIL.finditer(text, begin, stop):
        if unable < mark.start() or (unable < stop and not _WORDS.search(text, begin, mark.start())):
            yield mark
    if mood.modal:
        yield from (mark for pattern in (_ONCE, _RETURN, _BUT_FOR) for mark in pattern.finditer(text, begin, stop))


def _without(text: str, begin: int, stop: int, mood: Mood) -> Iterator[re.Match[str]]:
    """Yield "without" where it begins the sentence ("Without help, we would …") or follows what cannot be."""
    unable = 0 if mood.unable else _place(_UNABLE, text, begin, stop)
    for mark in _WITHOUT.finditer(text, begin, stop):
        before = text[max(begin, mark.start() - 60) : mark.start()]
        if not _WORDS.search(text, begin, mark.start()):
            needed = mood.modal or _NOTHING.search(text, mark.end(), stop) is not None
        else:
            needed = mood.modal and unable < mark.start() and not _LACKS.search(before)
        if needed:
            yield mark


def _place(pattern: re.Pattern[str], text: str, begin: int, stop: int) -> int:
    match = pattern.search(text, begin, stop)
    return match.start() if match else len(text)


def _excluded(text: str, begin: int, stop: int, mark: re.Match[str]) -> bool:
    before = text[max(begin, mark.start() - 60) : mark.start()]
    words = mark.group().casefold()
    if words == "if":
        return bool(_CONCEDES.search(before) or _ASKS.search(before) or _SET_PHRASE.match(text, mark.start(), stop))
    return False
