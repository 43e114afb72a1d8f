"""English verbs in their forms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"


def verb_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """Return `lemmas` of English verbs with all their forms.

    Of regular ones some forms are made that do not exist, which do no harm; of irregular ones those that
    ``resources/verbs.toml`` lists.
    """
    irregular = _irregular()
    return frozenset(form for lemma in lemmas for form in _forms(lemma, irregular))


@cache
def _irregular() -> Mapping[str, Sequence[str]]:
    table = tomllib.loads((files("onrecord") / "resources" / "verbs.toml").read_text(encoding="utf-8"))
    forms: dict[str, list[str]] = {}
    for form, lemma in table["irregular"].items():
        forms.setdefault(lemma, []).append(form)
    return forms


def _forms(lemma: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield lemma
    yield from irregular.get(lemma, ())
    if len(lemma) < 2:
        return
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem = lemma[:-1]
        yield from (stem + "ies", stem + "ied", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing", lemma + "ing")
    else:
        last = lemma + lemma[-1] if lemma[-1] not in _VOWELS + "wxy" and lemma[-2] in _VOWELS else lemma
        for stem in {lemma: None, last: None}:
            yield from (stem + "ed", stem + "ing")
        yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
