"""What a few words do to the sentence they stand in: deny, limit, count, name, tell the time of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from onrecord.text.differences.lexicon import wording
from onrecord.text.differences.words import Word
from onrecord.text.folding import ADDRESS, COURTESY

_BE = {"be", "am", "is", "are", "was", "were", "been", "being"}
_PAST = {
    "was": "is", "were": "are", "had": "have", "did": "do", "would": "will", "could": "can", "might": "may",
    "should": "shall",
}  # fmt: skip


def told(words: Sequence[Word]) -> str:
    """Return `words` as they stand, quoted for a reason; contractions once, marks between them kept."""
    shown = [w for i, w in enumerate(words) if i == 0 or words[i - 1].start != w.start]
    texts = [w.text if w is shown[-1] else w.text + w.mark.strip("–—") for w in shown]
    joined = " ".join(texts if len(texts) < 10 else [*texts[:5], "…", *texts[-3:]])
    return f"“{joined.replace('- ', '-')}”"


def negations(words: Sequence[Word]) -> list[Word]:
    """Return those of `words` that deny."""
    return [w for w in words if w.key in wording().negations]


def denials(words: Sequence[Word]) -> list[Word]:
    """Return those of `words`, which stand before others, that deny these: "not", "doubts"."""
    return [w for w in words if w.key in wording().negations or w.key in wording().deniers]


def condition(words: Sequence[Word], *, everywhere: bool) -> Word | None:
    """Return the word with which a condition or limit begins in `words`, None where there is none.

    With `everywhere` it may stand anywhere, else at their beginning, conjunctions aside. Words that limit only at the
    beginning of a clause ("when", "once") count as the first of three words or more.
    """
    lexicon = wording()
    keys = tuple(w.key for w in words)
    for at in range(len(keys)):
        for phrase in lexicon.conditions:
            if keys[at : at + len(phrase)] == phrase:
                if phrase[0] in lexicon.weak:
                    if at == 0 and len(keys) > 2:
                        return words[at]
                elif everywhere or all(key in lexicon.links for key in keys[:at]):
                    return words[at]
    return None


def for_now(words: Sequence[Word]) -> bool:
    """Return whether `words` begin with what limits a sentence to a time, or to what one person knows."""
    keys = tuple(w.key for w in words)
    return any(keys[: len(phrase)] == phrase for phrase in wording().for_now)


def numbers(words: Sequence[Word]) -> list[str]:
    """Return the keys of the numbers among `words`, sorted."""
    amounts = wording().amounts
    return sorted(w.key for w in words if w.key[0] == "#" or w.key[0].isdigit() or w.key in amounts)


def names(words: Sequence[Word]) -> list[str]:
    """Return the keys of those of `words` that are written as names, in order, without titles.

    The first word of a sentence counts unless it is a common one or its ending is that of a common noun or adverb.
    """
    lexicon = wording()
    left_out = lexicon.common | COURTESY | lexicon.auxiliaries | lexicon.negations | lexicon.starts
    written = [w for w in words if w.text[0].isupper() and w.key[0] != "#"]
    found = [w for w in written if w.key not in left_out or (w.capital and w.key in lexicon.months)]
    return [w.key.removesuffix("'s") for w in found if w.capital or not w.key.endswith(lexicon.endings_of_nouns)]


def opposite(a: str, b: str) -> bool:
    """Return whether one word is the other with a prefix of denial: "lawful" and "unlawful"."""
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in wording().opposites)


@lru_cache(maxsize=16384)
def lemmas(word: str) -> frozenset[str]:
    """Return what `word` may be a form of, itself included: "signed" of "sign", "signe"."""
    found = {word, wording().irregular.get(word, word)}
    for ending, rests in (
        ("ied", ("y", "ie")),
        ("ies", ("y", "ie")),
        ("ing", ("", "e")),
        ("ed", ("", "e")),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            found |= {stem + rest for rest in rests}
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


def other_tense(fuller: Sequence[Word], other: Sequence[Word]) -> bool:
    """Return whether both are one verb, or auxiliaries, of another time: "will sign" and "signed"."""
    if numbers([*fuller, *other]):
        return False
    known = wording().auxiliaries - (set() if fuller and other else {"to", "going"})
    keys = [[w.key for w in words] for words in (fuller, other)]
    auxiliaries = [known if "to" in words else known - {"going"} for words in keys]
    cores = [[key for key in words if key not in each] for words, each in zip(keys, auxiliaries, strict=True)]
    helps = [[key for key in words if key in each] for words, each in zip(keys, auxiliaries, strict=True)]
    if len(cores[0]) != len(cores[1]) or not all(lemmas(a) & lemmas(b) for a, b in zip(*cores, strict=True)):
        return False
    if cores[0] != cores[1] and not (helps[0] == helps[1] and _plural(cores)):
        return True
    return helps[0] != helps[1] and _times(helps[0], helps[1])


def _plural(cores: Sequence[Sequence[str]]) -> bool:
    """Return whether the words differ by a final s alone: by number, not by time."""
    return all(a in (b, b + "s", b + "es") or b in (a + "s", a + "es") for a, b in zip(*cores, strict=True))


def _times(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether auxiliaries tell other times: not where one makes possible what the other makes certain."""
    modal = wording().modals - {"will", "would", "shall"}
    strength = [{_PAST.get(key, key) for key in keys if key in modal} for keys in (a, b)]
    return strength[0] == strength[1] and not ({*a, *b} <= {"is", "are", "am"} or {*a, *b} <= {"was", "were"})


def weaker(words: Sequence[Word]) -> list[Word]:
    """Return those of `words` that make something only possible: "may", but not "May"."""
    return [w for w in words if w.key in wording().doubts and not w.capital]


def limits(words: Sequence[Word]) -> bool:
    """Return whether `words` limit a sentence to a part, to what is nearly so, or to a time."""
    return any(w.key in wording().parts for w in words) or for_now(words)


def are_titles(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Return whether both are titles, one of them "Mr" or its like: which one stands is a rule of the outlet's."""
    known = wording().titles | COURTESY
    all_titles = all(w.key in known for w in (*a, *b))
    return all_titles and any(all(w.key in ADDRESS for w in words) for words in (a, b))


def is_filler(words: Sequence[Word]) -> bool:
    """Return whether `words` are sounds and turns that carry no meaning, or courtesy titles."""
    keys = tuple(w.key for w in words)
    first = bool(words) and words[0].text[0].isupper() and not words[0].capital
    known = {*wording().fillers, *(wording().openers if first else ()), *((title,) for title in COURTESY)}
    at = 0
    while at < len(keys):
        size = next((n for n in (2, 1) if keys[at : at + n] in known), 0)
        if not size:
            return False
        at += size
    return True
