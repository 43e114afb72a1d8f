"""Tellings within copied text: an article of its own is no witness of what it copied from another one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from sqlalchemy import Connection, select

from onrecord.query.witnesses import CHUNK, Witness, kin, pairs_of, witnesses
from onrecord.store.schema import spans
from onrecord.text.groups import groups

Tellers = Mapping[str, str]
"""The documents of the statements that tell an utterance, by the statements' ids."""

_WORDS = re.compile(r"\w+")


def witnesses_of(connection: Connection, tellers: Mapping[str, Tellers]) -> dict[str, dict[str, Witness]]:
    """Return for each statement, by utterance and statement, of which text it is a witness.

    Documents of one text are one witness; and so are statements with the same source, cue and content in two documents
    of which one holds a part of the other's text, as where wire copy stands within a longer article.
    """
    seen = witnesses(connection, {each for told in tellers.values() for each in told.values()})
    pairs = _pairs(connection, seen)
    related = {each for pair in pairs for each in pair}
    asked = {key for told in tellers.values() for key, document in told.items() if document in related}
    words = _words(connection, sorted(asked)) if asked else {}
    return {utterance: _told(told, seen, pairs, words) for utterance, told in tellers.items()}


def _pairs(connection: Connection, seen: Mapping[str, Witness]) -> set[tuple[str, str]]:
    """Return the pairs of document and origin that share text, however little, and are witnesses of their own."""
    pairs = {pair for pair in kin(connection, seen, deep=False) if set(pair) <= seen.keys()}
    return {(a, b) for a, b in pairs if seen[a].family != seen[b].family}


def _told(
    told: Tellers, seen: Mapping[str, Witness], pairs: set[tuple[str, str]], words: Mapping[str, str]
) -> dict[str, Witness]:
    of: defaultdict[str, list[str]] = defaultdict(list)
    for key, document in told.items():
        of[document].append(key)
    both = [(a, b) for a, b in pairs if a in of and b in of]
    copies = [(x, y) for a, b in both for x, y in product(of[a], of[b]) if words[x] == words[y]]
    if not copies:
        return {key: seen[document] for key, document in told.items()}
    families = [seen[document].family for document in told.values()]
    ties = [(seen[told[one]].family, seen[told[other]].family) for one, other in copies]
    family = {each: group[0] for group in groups(families, ties, least=1) for each in group}
    copied = {told[each] for pair in copies for each in pair}
    found = {}
    for key, document in told.items():
        origin = seen[document].origin or (pairs_of(pairs, document) if document in copied else None)
        found[key] = Witness(family[seen[document].family], origin)
    return found


def _words(connection: Connection, statement_ids: list[str]) -> dict[str, str]:
    """Return the words of each statement's parts, without case and marks."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    c = spans.c
    for at in range(0, len(statement_ids), CHUNK):
        query = select(c.statement_id, c.role, c.words).where(c.statement_id.in_(statement_ids[at : at + CHUNK]))
        for row in connection.execute(query.order_by(c.statement_id, c.role, c.start)):
            parts[row.statement_id] += [row.role, *_folded(row.words)]
    return {key: " ".join(each) for key, each in parts.items()}


def _folded(words: str) -> Iterable[str]:
    return _WORDS.findall(words.casefold())
