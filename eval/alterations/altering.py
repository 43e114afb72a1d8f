"""Ways to alter what a quotation says: each returns it altered, or None where it gives no occasion for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from eval.alterations.quotations import Pool, names_in, sentences
from eval.alterations.words import LETTERS, WORDS

_DENIALS = re.compile(
    r"\b(?:not|never|no longer)\b ?|\b\w+n[’']t\b|\bno (?=[a-z]{4})|\bnothing\b|\bnobody\b", re.IGNORECASE
)
_HELPS = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had|must|did|does|do)\b(?! not|n[’']t)(?= [a-z])"
)
_FIRST_PERSON = re.compile(
    r"\b(I|We|we|They|they|You|you) (want|think|need|know|support|believe|like|trust|see|agree)\b"
)
_CLAUSE = r"(?:only if|even if|if|unless|until|provided(?: that)?|as long as|so long as|except)\b"
_BEHIND = re.compile(rf",? {_CLAUSE} [^,.;?!—–]{{6,80}}(?=[.?!,;]|$)")
_BEFORE = re.compile(r"(?:^|(?<=[.?!] ))(?:And |But )?(?:If|Unless|Until|As long as|Provided) [^,.;?!]{6,80}, (?=\w)")
_NO_CONDITION = re.compile(r"\b(?:wonder|know|ask|see|tell|matter|as|what|like|than|So|And|But)$")
"""Words behind which "if" begins no condition, or with which too little of the sentence would be left."""
_DIGITS = re.compile(r"(?<![\w.,$-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w,.-]*\w)")
_LETTERED = re.compile(rf"\b(?:{'|'.join(LETTERS)})\b")
_FUTURE = re.compile(
    r"\b(?:will|[’']ll) (?=(?:be|have|do|go|see|make|take|get|come|need|work|continue|keep|give|win|vote)\b)"
)
_PAST: dict[str, str] = WORDS["past"]
_PRESENT = {past: present for present, past in reversed(_PAST.items())}
_SUBJECTS = frozenset(WORDS["subjects"].split())
_BEFORE_BE = re.compile(r"[a-z]+(?<!\band)(?<!\bor)(?<!\bas)")


def one(rng: Random, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return one of `found`, None if there is none."""
    return rng.choice(found) if found else None


def put(quotation: str, start: int, end: int, words: str) -> str:
    """Return `quotation` with `words` there, spaces mended and the beginning upper case."""
    spaced = re.sub(r"\s{2,}", " ", quotation[:start] + words + quotation[end:])
    text = re.sub(r"\s+([,.;?!])", r"\1", spaced).strip()
    return text[:1].upper() + text[1:]


def drop_negation(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Drop one word that denies: "not", "-n't", "never", "no", "no longer", or turn "nothing" into "everything"."""
    match = one(rng, list(_DENIALS.finditer(quotation)))
    if match is None or quotation[match.end() :].startswith(("only", "just")):
        return None
    word, new = match[0].replace("’", "'"), ""
    if word.endswith("n't"):
        new = WORDS["denials"].get(word.lower(), word[:-3])
        new = new.capitalize() if word[0].isupper() else new
    elif word.lower() in ("nothing", "nobody"):
        new = {"nothing": "everything", "nobody": "everybody"}[word.lower()]
        new = new.capitalize() if word[0].isupper() else new
    return put(quotation, *match.span(), new)


def add_negation(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Deny a verb: "is not", "isn't", "never", "I don't think"."""
    match = one(rng, [*_HELPS.finditer(quotation), *_FIRST_PERSON.finditer(quotation)])
    if match is None:
        return None
    if match.re is _FIRST_PERSON:
        return put(quotation, *match.span(), f"{match[1]} {rng.choice(('do not', 'don’t', 'never'))} {match[2]}")
    ways = [f"{match[1]} not", WORDS["short"].get(match[1], f"{match[1]} not"), f"{match[1]} never"]
    return put(quotation, *match.span(), rng.choice(ways))


def drop_condition(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Drop a clause with "if", "unless", "until", "provided", "as long as"."""
    found = [*_BEHIND.finditer(quotation), *_BEFORE.finditer(quotation)]
    match = one(rng, [m for m in found if not _NO_CONDITION.search(quotation[: m.start()].rstrip(","))])
    if match is None or len(quotation.split()) - len(match[0].split()) < 4:
        return None
    altered, at = put(quotation, *match.span(), ""), match.start()
    return altered[:at] + altered[at : at + 1].upper() + altered[at + 1 :] if match.re is _BEFORE else altered


def add_condition(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put a condition behind or before a sentence, one of our own or one that another quotation has."""
    parts = list(sentences(quotation))
    k = rng.randrange(len(parts))
    end = re.search(r"[.?!,]*$", parts[k])
    if end is None or len(parts[k].split()) < 4:
        return None
    clause = rng.choice(WORDS["conditions"])
    if rng.random() < 0.3:
        others = [m[0].strip(" ,") for q in rng.choices(pool.quotations, k=40) for m in _BEHIND.finditer(q)]
        clause = rng.choice(others) if others else clause
    if rng.random() < 0.25 and not parts[k].startswith(("And", "But", "I")):
        parts[k] = f"{clause[0].upper()}{clause[1:]}, {parts[k][0].lower()}{parts[k][1:]}"
    else:
        parts[k] = f"{parts[k][: end.start()]}{rng.choice((' ', ', '))}{clause}{end[0] or '.'}"
    return " ".join(parts)


def change_number(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put another number, in digits or letters."""
    match = one(rng, [*_DIGITS.finditer(quotation), *_LETTERED.finditer(quotation)])
    if match is None:
        return None
    if match.re is _LETTERED:
        new = rng.choice([w for w in LETTERS if w != match[0]])
        return put(quotation, *match.span(), new if rng.random() < 0.7 else str(rng.choice([8, 19, 25, 70, 300])))
    value = float(match[0].replace(",", ""))
    other = value
    while other == value:
        other = max(1, round(value * rng.choice((0.5, 0.9, 1.1, 2, 3, 10)) + rng.choice((-1, 0, 1, 2))))
    return put(quotation, *match.span(), f"{int(other):,}" if value > 2100 else str(int(other)))


def change_name(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put another name, met in another quotation, for one within a sentence or at its beginning."""
    places = names_in(quotation, frozenset(pool.names))
    if not places:
        return None
    start, end = rng.choice(places)
    others = [n for n in pool.names if not set(n.split()) & set(quotation[start:end].split())]
    return put(quotation, start, end, rng.choice(others)) if others else None


def change_tense(rng: Random, quotation: str, pool: Pool) -> str | None:
    """Put a verb into another tense: present and past, the future and "would"."""
    found = [m for m in re.finditer(r"\b[a-z]+\b(?![’'])", quotation) if m[0] in _PAST or m[0] in _PRESENT]
    match = one(rng, [*(m for m in found if _is_verb(quotation, m)), *_FUTURE.finditer(quotation)])
    if match is None:
        return None
    if match.re is _FUTURE:
        return put(quotation, *match.span(), " would " if match[0].startswith(("’", "'")) else "would ")
    return put(quotation, *match.span(), _PAST.get(match[0]) or _PRESENT[match[0]])


def _is_verb(quotation: str, match: re.Match[str]) -> bool:
    """Return whether the word stands as a finite verb: behind a subject, not behind "to" or an auxiliary."""
    words = quotation[: match.start()].split()
    before, helped = words[-1:] or [""], words[-2:-1] or [""]
    if helped[0].lower() in ("do", "did", "does", "will", "can", "could", "would", "should"):
        return False
    helps = match[0] in ("is", "was", "are", "were", "has", "had")
    return before[0] in _SUBJECTS or (helps and bool(_BEFORE_BE.fullmatch(before[0])))
