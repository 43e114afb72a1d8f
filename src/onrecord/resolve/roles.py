"""Roles beside a name: "campaign spokesman Jane Doe", "Jane Doe, an adviser to Lorn", "the minister, Jane Doe,"."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.resolve.lexicon import lexicon, listed

Place = tuple[int, int]
"""A half-open range of code points of the text."""

_APPOSITION = re.compile(r",[ \u00a0](?:who (?:is|was|has been|serves as|served as) )?(?P<role>[^,;:()\n“”\"]{3,100})")
_COPULA = re.compile(r"[ \u00a0](?:is|was|became|remains)[ \u00a0](?=(?:the|a|an) )(?P<role>[^,;:()\n“”\".]{3,80})")
_FURTHEST = 8
"""Words between a name and the noun of a role beside it."""


def role_before(start: int, text: str) -> Place | None:
    """Return the range of a role in lower case right before a name: "campaign spokesman Jane Doe"."""
    words = lexicon()
    line = text.rfind("\n", 0, start) + 1
    before = text[max(line, start - 80) : start]
    if not before.endswith((" ", "\u00a0")):
        return None
    parts = before.split(" ")[:-1]
    if not parts or not parts[-1].replace("-", "").isalpha() or not words.is_role(parts[-1]):
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
    return word[0].isupper() or key in listed("role_modifiers") or key.startswith("then-")


def is_body(start: int, end: int, text: str) -> bool:
    """Return whether the words beside a name say it is a body: "Tern Watch, a charity", "a daily, Tern Ilbo,"."""
    match = _APPOSITION.match(text, end)
    if match is not None and _last_noun(match["role"].split(" "), is_body_noun) is not None:
        return _last_noun(match["role"].split(" "), lexicon().is_role) is None
    body = _ahead(start, end, text, is_body_noun)
    return body is not None and not _is_of_role(text[max(0, body[0] - 40) : body[0]])


def _is_of_role(before: str) -> bool:
    """Return whether what stands before a body's noun is an office of that body: "the head of the"."""
    words = before.split()
    while words and words[-1] in ("the", "a", "an", "his", "her", "its", "their"):
        words.pop()
    return len(words) > 1 and words[-1] in ("of", "for", "at") and lexicon().is_role(words[-2])


def _owner_start(parts: list[str], index: int) -> int:
    """Return where the name that owns begins: "North Korea's leader" has two words before its noun."""
    while index > 0 and parts[index][:1].isupper() and parts[index - 1][:1].isupper() and not _ends(parts[index - 1]):
        index -= 1
    return index


def _ends(word: str) -> bool:
    """Return whether a word ends its sentence: "Sunday.", but not "U.S." or "St."."""
    return word.endswith((".", "!", "?")) and len(word) > 4 and "." not in word[:-1]


def is_body_noun(word: str) -> bool:
    """Return whether `word` is a noun for a body: "company", "ministry"."""
    return word.rstrip(".").casefold() in lexicon().organisation_nouns


def role_after(end: int, text: str) -> Place | None:
    """Return the range of the role that follows a name ending at `end`: "Jane Doe, a senior adviser to Lorn,"."""
    match = _APPOSITION.match(text, end) or _COPULA.match(text, end)
    if match is None:
        return None
    start = match.start("role")
    last = _last_noun(match["role"].split(" "), lexicon().is_role)
    if last is None:
        return None
    taken, complement = last
    words = match["role"].split(" ")
    length = len(" ".join(words[: taken + 1 + complement]))
    role = match["role"][:length].rstrip(" .")
    first = len(words[0]) + 1 if words[0] in ("the", "a", "an") else 0
    return start + first, start + len(role)


def _last_noun(words: list[str], fits: Callable[[str], bool]) -> tuple[int, int] | None:
    """Return the index of the last noun that `fits`, and how many words of its complement follow it."""
    best = None
    for index, word in enumerate(words[:_FURTHEST]):
        key = word.rstrip(".").casefold()
        if key in listed("ends_role"):
            break
        if fits(word):
            best = index
    if best is None:
        return None
    after = words[best + 1] if best + 1 < len(words) else ""
    if after in listed("saying") or (after[:1].isupper() and words[best][:1].isupper()):
        # "In March, the minister said", "Ivo Tarn, Prime Minister Hedda Lorn": somebody else's.
        return None
    return best, _complement(words[best + 1 :])


def _complement(words: list[str]) -> int:
    """Return how many of `words` say what the office is of: "of the Kurn Council", "to Lorn"."""
    if not words or words[0] not in listed("complements"):
        return 0
    taken = 1
    while taken < min(len(words), 7) and (words[taken] in ("the", "of", "for") or words[taken][:1].isupper()):
        taken += 1
        if _ends(words[taken - 1]):
            break
    while taken and not words[taken - 1][:1].isupper():
        taken -= 1
    if not taken and words[0] == "of" and len(words) > 1 and words[1].isalpha():
        # "minister of transport for Ostrin", "president of the football league"
        return _described(words) if words[1] == "the" else 2 + _complement(words[2:])
    return taken


def _described(words: list[str]) -> int:
    """Return how many words are "of the" and a body in lower case, a name, or one noun alone; 0 where none is sure."""
    for index, word in enumerate(words[2:6], 2):
        key = word.rstrip(".").casefold()
        if word[:1].isupper():
            ends = (i for i in range(index, len(words)) if not words[i][:1].isupper() or _ends(words[i - 1]))
            return next(ends, len(words))
        if key in listed("ends_role") or not key.replace("-", "").isalpha():
            return index if index == 3 else 0
        if is_body_noun(key) or index == len(words) - 1 == 2:
            return index + 1
    return 0


def role_ahead(start: int, end: int, text: str) -> Place | None:
    """Return the range of the role that a name in commas explains: "the defence minister, Jane Doe,"."""
    return _ahead(start, end, text, lexicon().is_role)


def _ahead(start: int, end: int, text: str, fits: Callable[[str], bool]) -> Place | None:
    """Return the range of the description before the comma before a name, if its noun `fits`."""
    if text[start - 2 : start] != ", " or text[end : end + 1] not in (",", ".", ";", ")", "\n", ""):
        return None
    line = max(text.rfind(mark, 0, start - 2) + 1 for mark in '\n,;:(“"')
    parts = text[max(line, start - 90) : start - 2].split(" ")
    if not parts[-1] or not fits(parts[-1]):
        return None
    for index in range(len(parts) - 1, max(-1, len(parts) - _FURTHEST), -1):
        word = parts[index].casefold()
        if word in listed("determiners") or word.endswith(("’s", "'s", "s’", "s'")):
            keep = index + 1 if word in ("the", "a", "an") else _owner_start(parts, index)
            role = " ".join(parts[keep:])
            return start - 2 - len(role), start - 2
        if word in listed("ends_role"):
            return None
    return None
