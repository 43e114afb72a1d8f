"""Settings found for newswcl50 (needs ../shared): ``python -m bench.occasions [-v] [--tagged]``.

Takes the labelled spans and speakers (with `--tagged` what the tagger and resolve find). A setting is right where the
labelled text shares a word with what tells ours, or names an occasion of the same kind. Labels with
confidence below 1 are left out.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter

from bench.addressees import Tally, by_article, documents, matched
from onrecord import resolve
from onrecord.record.occasion import Setting
from onrecord.resolve.occasion import occasions
from onrecord.resolve.occasion.words import bundled
from onrecord.resolve.phrases import words

_LITTLE = frozenset(
    ["the", "a", "an", "in", "at", "on", "of", "to", "with", "for", "and", "during", "by", "from", "via", "his", "her"]
)


def right(setting: Setting, labelled: str) -> bool:
    """Return whether the setting shares a word, a kind or a medium with the labelled text."""
    if content_words(labelled) & content_words(" ".join(s.words for s in setting.spans)):
        return True
    if setting.medium and setting.medium.casefold() in labelled.casefold():
        return True
    found = list(words(labelled, 0, len(labelled)))
    kinds = {kind.kind for end in range(1, len(found) + 1) if (kind := bundled().kind(found, end))}
    return setting.kind in kinds


def content_words(text: str) -> set[str]:
    """Return the words of a text, case folded, without little ones."""
    return {w for w in re.findall(r"\w+", text.casefold()) if w not in _LITTLE}


def main() -> None:
    """Print precision, recall and F1, and how many are right by kind and basis."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    parser.add_argument("--tagged", action="store_true", help="take the tagger's attributions and our speakers")
    options = parser.parse_args()
    tally, by = Tally(), {True: Counter[str](), False: Counter[str]()}
    labels = by_article()
    for article, doc in documents().items():
        pairs = matched(doc, labels[article], options.tagged)
        said = [a for _, a in pairs]
        speakers = [g["speaker"] for g, _ in pairs]
        if options.tagged:
            speakers = [s.speaker.id if s.speaker else None for s in resolve.statements(doc, said)]
        for (gold, _), setting in zip(pairs, occasions(doc, said, speakers), strict=True):
            if gold["confidence"] < 1:
                continue
            to = gold["occasion"]
            ok = to is not None and setting is not None and right(setting, to)
            tally.add(to is not None, setting is not None, ok)
            if setting:
                by[ok][f"{setting.basis.value}"] += 1
                by[ok][setting.kind.value] += 1
            if options.verbose and not ok and (to or setting):
                ours = (setting.basis.value, setting.kind.value, setting.spans[0].words) if setting else None
                print(f"{gold['id']} {ours} labelled {to!r}")
    print(tally)
    for name in sorted(by[True] | by[False]):
        print(f"{name:20s} {by[True][name]:4d} right {by[False][name]:4d} wrong")


if __name__ == "__main__":
    main()
