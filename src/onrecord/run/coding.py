"""What the record's statements are about: issues, found or of a codebook, and where each statement stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from onrecord.classify import is_public
from onrecord.record import Codebook, Issue, Statement, Status
from onrecord.store import Store, changes, nouns
from onrecord.store import issues as kept
from onrecord.store.schema import documents, members, spans, statements, verdicts

if TYPE_CHECKING:
    from onrecord.classify.issues.found import Content

CHUNK = 500
"""Statements loaded at once."""


def use(store: Store, book: Codebook | None) -> int:
    """Leave the record's statements coded with this codebook, or with issues found where it is None.

    Return how many statements are about an issue.
    """
    with store.writing() as connection:
        kept.use(connection, book)
        return code(connection)


def follow(store: Store) -> None:
    """Leave every statement of the record with its issue, if any of them changed since that was last told."""
    with store.reading() as connection:
        current = is_current(connection)
    if not current:
        with store.writing() as connection:
            code(connection)


def is_current(connection: Connection) -> bool:
    """Return whether every statement has its issue, told by this version's models."""
    state = kept.state(connection)
    return state.number >= changes.latest(connection) and state.made_by == _made_by()


def code(connection: Connection) -> int:
    """Leave in the record what its statements are about and where they stand; return how many are about an issue.

    It depends on which statements there are and on the codebook, not on the order in which they came.
    """
    contents = _contents(connection)
    book = kept.codebook(connection)
    named = _coded(book, contents) if book is not None else _found(contents)
    kept.clear(connection)
    kept.keep_issues(connection, named.issues)
    about = dict(_stances(connection, named))
    kept.keep(connection, sorted(about), about)
    kept.reached(connection, changes.latest(connection), _made_by())
    return len(about)


class _Named:
    """The issues, and for each statement that is about one its id and the probability of that."""

    def __init__(self, issues: Sequence[kept.Named], of: Mapping[str, tuple[str, float]]) -> None:
        self.issues, self.of = issues, of
        self.names = {issue.id: issue.name for issue in issues}


def _made_by() -> str:
    import onrecord
    from onrecord.classify.softmax import shipped_softmax
    from onrecord.meaning import vectors

    digests = ", ".join(f"{name} {shipped_softmax(name).digest[:12]}" for name in ("types", "stance"))
    return f"onrecord {onrecord.__version__}, {digests}, vectors {vectors().digest[:12]}"


def _contents(connection: Connection) -> list[Content]:
    """Return what the public statements say that people did not reject."""
    from onrecord.classify.issues.found import Content

    s, v, chance = statements.c, verdicts.c, func.coalesce(verdicts.c.stated, statements.c.stated)
    query = (
        select(s.id, s.document_id, documents.c.title, chance.label("stated"), spans.c.words)
        .join(spans, spans.c.statement_id == s.id)
        .join(documents, documents.c.id == s.document_id)
        .outerjoin(verdicts, v.statement_id == s.id)
        .where(spans.c.role == "content", func.coalesce(v.status, "") != Status.REJECTED.value)
        .order_by(s.id, spans.c.start)
    )
    words: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in connection.execute(query):
        if is_public(row.stated):
            words[row.id, row.document_id, row.title or ""].append(row.words)
    return [Content(key, document, " … ".join(parts), title) for (key, document, title), parts in words.items()]


def _found(contents: Sequence[Content]) -> _Named:
    from onrecord.classify.issues.found import issues

    found = issues(contents)
    of = {each: (issue.id, 1.0) for issue in found for each in issue.statements}
    return _Named([_issue(issue) for issue in found], of)


def _issue(issue: Issue) -> kept.Named:
    return kept.Named(issue.id, issue.name, issue.words)


def _coded(book: Codebook, contents: Sequence[Content]) -> _Named:
    from onrecord.classify.issues import Coder

    assigned = Coder(book).assign([content.words for content in contents])
    of = {
        content.statement_id: (kept.concept_id(each.concept), each.chance)
        for content, each in zip(contents, assigned, strict=True)
        if each.concept is not None
    }
    return _Named(kept.of_codebook(book), of)


def _stances(connection: Connection, named: _Named) -> Iterator[tuple[str, kept.About]]:
    """Yield what each statement is about, with its stance in the company of its speaker's others on the issue."""
    from onrecord.classify.stance import Chances, in_company, stance_chances, stance_of

    company: dict[tuple[str, str], list[tuple[str, Chances]]] = defaultdict(list)
    for statement_id, statement, speaker in _statements(connection, sorted(named.of)):
        issue = named.of[statement_id][0]
        chances = stance_chances(statement, named.names[issue])
        company[speaker or statement_id, issue].append((statement_id, chances))
    for (_, issue), several in sorted(company.items()):
        for (statement_id, _), chances in zip(several, in_company([each for _, each in several]), strict=True):
            stance, sure = stance_of(chances)
            yield statement_id, kept.About(issue, named.of[statement_id][1], stance, sure)


def _statements(connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, Statement, str | None]]:
    """Yield statements as people judged them, with who speaks across documents."""
    from onrecord.store import verdicts as judged

    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        machine = nouns.statements_by_id(connection, part)
        shown = judged.present(connection, machine, judged.held(connection, part))
        present = machine | {key: each.statement for key, each in shown.items()}
        actors = {each.speaker.id for each in present.values() if each.speaker}
        query = select(members.c.actor_id, members.c.identity_id).where(members.c.actor_id.in_(actors))
        known = {row.actor_id: row.identity_id for row in connection.execute(query)}
        for key in part:
            speaker = present[key].speaker
            yield key, present[key], known.get(speaker.id, speaker.id) if speaker else None
