"""Tellings in invented coverage that nothing was tuned on: ``python -m eval.tellings [--part unseen] [--errors]``.

The whole pipeline reads the raw articles of a part as one record. Statements are matched, and occasions, links, quoted
links and hard pairs measured, as ``score/statements.py`` does it; it needs nothing from ``../shared``. Beyond that:

days             of the found statements with a day, those for which its day, or the first of two, is given
found_and_named  of the tellings beside the fullest ones, those that are found, linked to the fullest and called what
                 they are, with the kind of their alteration if they have one
relation         of those that are linked to the fullest, those that are called what they are
kinds            of the linked ones that alter something, those of which the kind of difference is named
unblamed         of the linked verbatim ones, those of which no difference is said to change the meaning
descents         pairs of articles of which one holds the other's text (two that share an origin do not count)
descents_named   those with the right kind, the right way round
events           pairs of articles that report one event, or share text

``--errors`` lists what is wrong, of the seen part alone: of the unseen one only figures are looked at.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from eval.coverage import Pair, shares_quotation
from eval.marks import PARTS
from eval.measures import Measured
from eval.outcomes import Outcome, judged, outcome
from onrecord.record import DescentKind, Relation


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 to 1; 1 of none."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.value:.3f}  {self.right} of {self.of}"


@dataclass(frozen=True, slots=True)
class Found:
    """How many are right, how many there are, and how many were said to be."""

    right: int
    gold: int
    said: int

    @property
    def value(self) -> float:
        """F1, 0 to 1; 1 where there is nothing."""
        return 2 * self.right / (self.gold + self.said) if self.gold + self.said else 1.0

    def __str__(self) -> str:
        precision, recall = Share(self.right, self.said).value, Share(self.right, self.gold).value
        counts = f"{self.right} right of {self.gold}, {self.said} said"
        return f"{self.value:.3f}  precision {precision:.3f}, recall {recall:.3f}: {counts}"


Figures = dict[str, Share | Found]


def pairs_found(gold: set[Pair], said: set[Pair]) -> Found:
    """Return how many of the pairs were found."""
    return Found(len(gold & said), len(gold), len(said))


def figures(made: Outcome) -> Figures:
    """Return all figures of an outcome by name."""
    found = Found(len(made.found), len(made.marked()), made.said)
    return {"found": found, "days": days(made), **_of_statements(made), **_of_tellings(made), **_of_articles(made)}


def days(made: Outcome) -> Share:
    """Return of how many found statements the day is right, counted as ``score/statements.py`` counts `said_on`."""
    labelled = {occasion: day for event in made.events for occasion, day in event.days.items()}
    mine = [one for one in made.marked() if one.id in made.found and one.occasion in labelled]
    told = [(labelled[one.occasion or ""], made.found[one.id].said) for one in mine]
    return Share(sum(said is not None and said.start == day for day, said in told), len(told))


def _of_statements(made: Outcome) -> Figures:
    """Return the figures of pairs of found statements, in different articles but for the hard ones."""
    mine = [one for one in made.marked() if one.id in made.found]
    across = {Pair((a.id, b.id)): (a, b) for a, b in combinations(mine, 2) if a.article != b.article}
    sure, unsure = set[Pair](), set[Pair]()
    quoted = {one.id: event.quoted(one) for event in made.events for one in event.statements}
    for event in made.events:
        links, doubtful = event.links()
        sure, unsure = sure | (links & across.keys()), unsure | doubtful
    told = {pair for pair, (a, b) in across.items() if made.linked(a, b)}
    in_quotes = {pair for pair in sure if shares_quotation(*(quoted[one] for one in pair))}
    known = {pair: (a, b) for pair, (a, b) in across.items() if a.occasion and b.occasion}
    same = {pair for pair, (a, b) in known.items() if a.occasion == b.occasion}
    apart = [(a, b) for a, b in made.hard() if {a.id, b.id} <= made.found.keys()]
    return {
        "occasions": pairs_found(same, {pair for pair, (a, b) in known.items() if made.joined(a, b)}),
        "links": pairs_found(sure, told - unsure),
        "links_quoted": Share(len(in_quotes & told), len(in_quotes)),
        "hard_negatives_apart": Share(sum(not made.linked(*pair) for pair in apart), len(apart)),
    }


def _of_tellings(made: Outcome) -> Figures:
    """Return the figures of the tellings beside the fullest ones."""
    every = list(judged(made))
    linked = [one for one in every if one.ours]
    altered = [one for one in linked if one.label.kinds]
    verbatim = [one for one in linked if one.label.relations == {Relation.VERBATIM} and not one.label.kinds]
    return {
        "found_and_named": Share(sum(one.related and one.named for one in every), len(every)),
        "relation": Share(sum(one.related for one in linked), len(linked)),
        "kinds": Share(sum(one.named for one in altered), len(altered)),
        "unblamed": Share(sum(not one.blamed for one in verbatim), len(verbatim)),
    }


def _of_articles(made: Outcome) -> Figures:
    """Return the figures of pairs of articles."""
    gold = {pair: kinds for event in made.events for pair, kinds in event.descents.items()}
    texts = [{text.name for text in event.texts} for event in made.events]
    together = {Pair(pair) for names in texts for pair in combinations(names, 2)}
    said = {Pair(pair) for pair, one in made.descents.items() if one.kind is not DescentKind.EVENT}
    named = [pair for pair, kinds in gold.items() if pair in made.descents and made.descents[pair].kind in kinds]
    return {
        "descents": pairs_found({Pair(pair) for pair in gold}, said - siblings(gold)),
        "descents_named": Share(len(named), len(gold)),
        "events": pairs_found(together, {Pair(pair) for pair in made.descents}),
    }


def siblings(gold: Iterable[tuple[str, str]]) -> set[Pair]:
    """Return the pairs of descendants of one origin."""
    by_origin = defaultdict[str, list[str]](list)
    for name, origin in gold:
        by_origin[origin].append(name)
    return {Pair(pair) for names in by_origin.values() for pair in combinations(names, 2)}


def tellings() -> Measured:
    """Return all figures of both parts for the gate, as "part.name", and the links of the seen part."""
    scores = {f"{part}.{name}": f.value for part in PARTS for name, f in figures(outcome(part)).items()}
    made, links = outcome("seen"), {}
    for event in made.events:
        pairs = [(a, b) for a, b in combinations(event.statements, 2) if made.linked(a, b)]
        links[event.name] = [{"link": [a.id, b.id]} for a, b in pairs]
    return Measured(scores, links)


def main() -> None:
    """Print the figures of the parts, and what is wrong in the seen one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the seen part")
    args = parser.parse_args()
    if args.errors and args.part == "unseen":
        parser.error("of the unseen part only figures are looked at")
    for part in [args.part] if args.part else PARTS:
        print(part, *(f"  {name:21s} {one}" for name, one in figures(outcome(part)).items()), sep="\n")
    if args.errors:
        from eval.telling_errors import errors

        print(*errors(outcome("seen")), sep="\n")


if __name__ == "__main__":
    main()
