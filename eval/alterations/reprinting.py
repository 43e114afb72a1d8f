"""Ways to reprint a quotation truly: other form, the same words, or fewer of them and honestly so."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from random import Random

from eval.alterations.quotations import sentences
from eval.alterations.words import WORDS
from onrecord.record import Form, Part, Told

Way = Callable[[Random, str], str | None]

_LIMITS = re.compile(
    r"\b(?:not|never|no|nothing|nobody|none|without|if|unless|until|may|might|could|can|only|except|when|once|provided"
    r"|neither|nor|hardly|but|depending|should|as long|assuming)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What an honest cut within a sentence does not leave out."""
_LONG: dict[str, str] = WORDS["contractions"]
_BRITISH: dict[str, str] = WORDS["british"]
_OTHERWISE: dict[str, str] = WORDS["otherwise"]
_DIGITS: dict[str, str] = WORDS["digits"]
_PRONOUNS: dict[str, str] = WORDS["pronouns"]


def copy(rng: Random, quotation: str) -> str | None:
    """Change nothing."""
    return quotation


def case(rng: Random, quotation: str) -> str | None:
    """Write it in the case of headlines, in capitals, or begin it lower case."""
    way = rng.random()
    if way < 0.3:
        return quotation.upper()
    if way < 0.6:
        return " ".join(w[:1].upper() + w[1:] for w in quotation.split())
    return quotation[0].lower() + quotation[1:] if not re.match(r"I\b", quotation) else None


def marks(rng: Random, quotation: str) -> str | None:
    """Exchange curly and straight apostrophes, dashes, commas before "and", the final stop."""
    straight = quotation.replace("’", "'").replace("“", '"').replace("”", '"').replace("‘", "'")
    new = straight if straight != quotation else quotation.replace("'", "’")
    new = new.replace("—", " - ") if "—" in new else new.replace(" – ", "—")
    if rng.random() < 0.4:
        new = new.replace(", and ", " and ", 1) if ", and " in new else new.replace(" and ", ", and ", 1)
    return new[:-1] + "," if rng.random() < 0.3 and new.endswith(".") else new


def spelling(rng: Random, quotation: str) -> str | None:
    """Spell words in the British way, or the American."""
    new = quotation
    for american, british in _BRITISH.items():
        if re.search(rf"\b{american}(?=s?\b)", new):
            new = re.sub(rf"\b{american}(?=s?\b)", british, new)
        elif re.search(rf"\b{british}(?=s?\b)", new):
            new = re.sub(rf"\b{british}(?=s?\b)", american, new)
    return new if new != quotation else None


def contractions(rng: Random, quotation: str) -> str | None:
    """Write contractions out, or contract."""
    new = quotation
    for short, long in _LONG.items():
        pattern = re.compile(rf"\b{short}\b(?! been)".replace("'", "[’']"), re.IGNORECASE)
        if pattern.search(new):
            new = pattern.sub(partial(_in_case, long), new)
        else:
            first = short.capitalize() if long.startswith("I ") else short
            new = re.sub(rf"\b{long}\b(?=\s[a-z])", first, new)
    return new if new != quotation else None


def _in_case(words: str, match: re.Match[str]) -> str:
    return words[0].upper() + words[1:] if match[0][0].isupper() else words


def numbers(rng: Random, quotation: str) -> str | None:
    """Write numbers in digits or letters, "percent" as a sign, thousands with a comma or without."""
    new = (
        re.sub(r"(\d) ?(?:percent|per cent)\b", r"\1%", quotation)
        if re.search(r"\d ?per ?cent", quotation)
        else re.sub(r"(\d)%", r"\1 percent", quotation)
    )
    for word, digit in _DIGITS.items():
        if re.search(rf"(?<![-\w.]){word}(?![-\w])", new):
            new = re.sub(rf"(?<![-\w.]){word}(?![-\w])", digit, new)
        else:
            new = re.sub(rf"(?<![-\w.,$]){digit}(?![-\w.,%’'])", word, new)
    new = re.sub(r"(?<=\d),(?=\d{3})", "", new)
    return new if new != quotation else None


def names(rng: Random, quotation: str) -> str | None:
    """Write an abbreviation out, or abbreviate; leave accents out or hyphens, or put them in."""
    new = quotation
    for a, b in _OTHERWISE.items():
        new = (
            re.sub(rf"(?<!\w){re.escape(a)}(?!\w)", b, new)
            if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", new)
            else re.sub(rf"(?<!\w){re.escape(b)}(?!\w)", a, new)
        )
    return new if new != quotation else None


def remark(rng: Random, quotation: str) -> str | None:
    """Put an editor's remark in brackets behind a word."""
    words = quotation.split()
    k = rng.randrange(1, len(words))
    return " ".join([*words[:k], rng.choice(WORDS["remarks"]), *words[k:]])


def brackets(rng: Random, quotation: str) -> str | None:
    """Put a noun in brackets for a pronoun, or behind it, or a letter in brackets at the beginning."""
    found = [m for m in re.finditer(r"\b[a-z]+\b(?![’'])", quotation) if m[0] in _PRONOUNS]
    if not found or rng.random() < 0.2:
        return f"[{quotation[0].swapcase()}]{quotation[1:]}" if quotation[1:2].isalpha() else None
    match = rng.choice(found)
    new = _PRONOUNS[match[0]]
    if rng.random() < 0.2:
        new = f"{match[0]} {new}"
    return quotation[: match.start()] + new + quotation[match.end() :]


def ellipsis(rng: Random, quotation: str) -> str | None:
    """Leave out a sentence in the middle, or words that limit nothing, and mark it."""
    mark = rng.choice(("…", "...", ". . .", "[...]", "[…]"))
    parts = list(sentences(quotation))
    if len(parts) > 2 and rng.random() < 0.6:
        k = rng.randrange(1, len(parts) - 1)
        if _LIMITS.match(parts[k]) or re.match(r"\w+ (?:if|not|unless|only)\b", parts[k + 1], re.IGNORECASE):
            return None
        return " ".join([*parts[:k], mark, *parts[k + 1 :]])
    words = quotation.split()
    for _ in range(8):
        if len(words) < 12:
            return None
        start, size = rng.randint(3, len(words) - 7), rng.randint(2, 6)
        cut = " ".join(words[start : start + size])
        if (
            len(words) - start - size > 2
            and not _LIMITS.search(cut)
            and not re.search(r"[.?!…]|\d", " ".join(words[start - 1 : start + size]))
        ):
            return " ".join([*words[:start], mark, *words[start + size :]])
    return None


def shorten(rng: Random, quotation: str) -> str | None:
    """Keep some whole sentences in a row, none of which the next one limits."""
    parts = list(sentences(quotation))
    if len(parts) < 2:
        return None
    size = rng.randint(1, len(parts) - 1)
    start = rng.randint(0, len(parts) - size)
    after = parts[start + size] if start + size < len(parts) else ""
    return (
        None
        if re.match(r"(?:But |And )?(?:only|if|unless|not|no)\b", after, re.IGNORECASE)
        else " ".join(parts[start : start + size])
    )


WAYS: tuple[tuple[str, Way], ...] = (
    ("copy", copy),
    ("case", case),
    ("marks", marks),
    ("spelling", spelling),
    ("contractions", contractions),
    ("numbers", numbers),
    ("brackets", brackets),
    ("ellipsis", ellipsis),
    ("shorten", shorten),
    ("names", names),
    ("remark", remark),
)
"""The ways that change words; splitting and quoting within a sentence change what stands around them."""


def whole(quotation: str, statement_id: str) -> Told:
    """Return `quotation` told as direct speech."""
    return _told(statement_id, Form.DIRECT, (Part(f"“{quotation}”", ((1, len(quotation) + 1),)),))


def split(rng: Random, quotation: str, statement_id: str) -> Told | None:
    """Return `quotation` told in two parts, its cue between them at a comma or a sentence's end."""
    places = [
        m.end()
        for m in re.finditer(r"(?<=[a-z])(?:,(?= [a-z])|[?!;](?= )|(?<=[a-z]{3})\.(?= [A-Z]))", quotation)
        if 8 < m.end() < len(quotation) - 8
    ]
    if not places:
        return None
    at = rng.choice(places)
    end = quotation[:at]
    pieces = (end if end[-1] in "?!" else f"{end[:-1]},", quotation[at + 1 :])
    return _told(statement_id, Form.DIRECT, tuple(Part(f"“{p}”", ((1, len(p) + 1),)) for p in pieces))


def within(rng: Random, quotation: str, statement_id: str) -> Told | None:
    """Return the end of one sentence of `quotation` quoted within an outlet's own words."""
    words = rng.choice(list(sentences(quotation))).split()
    if len(words) < 9:
        return None
    at = rng.randint(3, len(words) - 4)
    if _LIMITS.search(" ".join(words[:at])) or re.search(r"[.?!]$", words[at - 1]):
        return None
    lead, quoted = (
        rng.choice(("that it was about ", "his country had ", "the time had come for ")),
        " ".join(words[at:]),
    )
    start = len(lead) + 1
    return _told(statement_id, Form.MIXED, (Part(f"{lead}“{quoted}”", ((start, start + len(quoted)),)),))


def _told(statement_id: str, form: Form, parts: tuple[Part, ...]) -> Told:
    return Told(statement_id, f"document of {statement_id}", "q1", "Hedda Lorn", None, form, parts, "said")
