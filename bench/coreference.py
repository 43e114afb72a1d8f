"""Speakers of GUM news and MEANTIME led to their entities (needs ../shared): ``python -m bench.coreference [-v]``.

What counts as a speaker, from the corpora's own marks:

- GUM: the widest mention of a person or organisation whose head is the subject (nsubj) of a verb of
  `marked.SAYING` that has a clause as its content (ccomp, parataxis) or hangs itself in what is said
  (parataxis); or of say, add, tell, write or state in a sentence with a quotation mark; or the head of
  "according to". Relative pronouns are not marked there.
- MEANTIME: the mention that is Arg0 of an event of class SPEECH_COGNITIVE whose verb is in
  `marked.SAYING`, in headline and sentences up to 5, for which alone the corpus is exhaustive.

Who says "I" in a quotation is asked for too: the tagger tells whose quotation it is.

A speaker is right when the name of the actor it is led to stands, mostly, in mentions of the same entity;
and where the corpus marks a proper name of the entity, when the actor's name lies in such a mention.
"""

from __future__ import annotations

import argparse
import re

from eval.measures import SHARED, tagger

from bench.marked import Marked, Mention, gum, meantime
from onrecord.record import Span
from onrecord.resolve import Resolver

CORPORA = SHARED / "corpora"
_COMPLEMENT = re.compile(r"\.?$|[ ]?[,(]| (?:of|for|in|at|who|which|from|'s$)\b")


def verdict(marked: Marked, speaker: Mention, resolver: Resolver) -> str:
    """Return "" where the mention is led to its entity, else what it was led to."""
    actor = resolver.actor_of(marked.document.span(speaker.start, speaker.end))
    if actor is None:
        return "nobody"
    named = [m for m in actor.mentions if m.words == actor.name] or [actor.mentions[0]]
    if speaker.entity not in (entities := [_entity_at(marked, place) for place in named]):
        return repr(actor.name)
    if 2 * entities.count(speaker.entity) < len([e for e in entities if e]):
        return f"{actor.name!r}, mostly another"
    names = [m for m in marked.mentions if m.entity == speaker.entity and m.named]
    if names and not any(met.start < m.end and m.start < met.end for m in names for met in named):
        return f"{actor.name!r}, which is no name"
    return ""


def _entity_at(marked: Marked, place: Span) -> str:
    """Return whose name `place` is: of the least mention that holds it as its head or goes on with a complement."""
    text = marked.document.text
    fitting = [
        (m.end - m.start, m.entity)
        for m in marked.mentions
        if (m.start <= place.start and place.end <= m.end and _COMPLEMENT.match(text[place.end : m.end]))
        or (place.start <= m.start and m.end == place.end)
        or (m.start <= place.start and place.end <= m.end and place.start <= m.head < place.end)
    ]
    return min(fitting, default=(0, ""))[1]


def measure(corpus: str, texts: list[Marked], *, verbose: bool, which: str = "speakers") -> float:
    """Return, and print, the share of mentions that are led to their entity."""
    right = count = 0
    for marked in texts:
        wanted = getattr(marked, which)
        spans = [marked.document.span(m.start, m.end) for m in wanted]
        resolver = Resolver(marked.document, spans, tagger().attributions(marked.document))
        for speaker in wanted:
            wrong = verdict(marked, speaker, resolver)
            count += 1
            right += not wrong
            if verbose and wrong:
                text, start, end = marked.document.text, speaker.start, speaker.end
                names = sorted(
                    {text[m.start : m.end] for m in marked.mentions if m.entity == speaker.entity and m.named}
                )
                context = text[max(0, start - 90) : end + 30].replace("\n", " / ")
                print(f"{marked.name}: {text[start:end]!r} → {wrong}, gold {speaker.entity} {names[:3]} …{context}")
    print(f"{corpus:10s} {which:9s} {right:4d} of {count:4d}  {right / max(1, count):.3f}")
    return right / max(1, count)


def gum_texts() -> list[Marked]:
    """Return the news texts of GUM."""
    return [gum(path) for path in sorted((CORPORA / "gum").glob("*.conllu"))]


def meantime_texts() -> list[Marked]:
    """Return the texts of MEANTIME."""
    folder = CORPORA / "meantime" / "intra_cross-doc_annotation"
    return [meantime(path) for path in sorted(folder.glob("*/*.xml"))]


def main() -> None:
    """Print the accuracy on both corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong ones")
    parser.add_argument("-p", "--pronouns", action="store_true", help="GUM's pronouns of persons too, whoever speaks")
    arguments = parser.parse_args()
    texts = gum_texts()
    measure("GUM news", texts, verbose=arguments.verbose)
    if arguments.pronouns:
        measure("GUM news", texts, verbose=arguments.verbose, which="pronouns")
    measure("MEANTIME", meantime_texts(), verbose=arguments.verbose)


if __name__ == "__main__":
    main()
