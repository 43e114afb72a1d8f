"""What alignment finds, as the scorer of statements reads it: ``python -m eval.aligned``.

Prints occasions, links, quoted links and hard negatives of newswcl50, whole pipeline from raw text, by
``../shared/score/statements.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.align import Alignment, Who, align, told
from onrecord.record import Statement, Told
from onrecord.resolve.authority import authority
from onrecord.resolve.identity import bodies, identities
from onrecord.run.article import Article

MEASURES = ("occasions", "links", "links_quoted", "hard_negatives_apart")


def told_of(articles: Mapping[str, Article], found: Mapping[str, Iterable[Statement]]) -> dict[str, tuple[Told, ...]]:
    """Return what alignment knows of the statements `found` in each article, by name, who is who across all of them."""
    known = list(identities(appearance for article in articles.values() for appearance in article.appearances))
    who = Who.of(known, bodies(known, authority()))
    return {name: told(article.document, found[name], who) for name, article in articles.items()}


def aligned(articles: Mapping[str, Article], found: Mapping[str, Iterable[Statement]]) -> Alignment:
    """Return what the statements `found` in the articles have in common."""
    return align(one for each in told_of(articles, found).values() for one in each)


def scored_fields(alignment: Alignment) -> dict[str, dict[str, Any]]:
    """Return for each statement's id the fields "occasion_id" and "utterance" of the scorer."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for occasion in alignment.occasions:
        for one in occasion.statements:
            found[one]["occasion_id"] = occasion.id
    for utterance in alignment.utterances:
        for telling in utterance.tellings:
            found[telling.statement_id].setdefault("utterance", []).append(utterance.id)
    return found


def scores(result: Mapping[str, Any]) -> dict[str, float]:
    """Return the measures of alignment among what the scorer of statements gives."""
    return {name: result[name]["f1"] if isinstance(result[name], dict) else result[name] for name in MEASURES}


def main() -> None:
    """Print the measures of newswcl50."""
    from eval.measures import SHARED, newswcl50_articles, public, scored_row, scorer

    folder, articles = SHARED / "corpora" / "newswcl50", newswcl50_articles()
    found = {name: public(article.statements) for name, article in articles.items()}
    fields = scored_fields(aligned(articles, found))
    lines = [scored_row(name, s) | fields.get(s.id, {}) for name, each in found.items() for s in each]
    result = scorer("statements").score(folder / "labels", lines, folder)
    for name in MEASURES:
        print(f"{name:22s} {result[name]}")


if __name__ == "__main__":
    main()
