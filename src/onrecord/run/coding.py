"""What the record's statements are about: issues, found or of a codebook, and where each statement stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from onrecord.classify import is_public
from onrecord.record import Codebook, Issue, Status
from onrecord.run.siding import Assigned, sided
from onrecord.store import Store, changes
from onrecord.store import issues as kept
from onrecord.store.schema import documents, spans, statements, verdicts

if TYPE_CHECKING:
    from onrecord.classify.issues.found import Content

CHUNK = 500
"""Documents asked for at once."""


def use(store: Store, book: Codebook | None) -> int:
    """Leave the record's statements coded with this codebook, or with issues found where it is None.

    Return how many statements are about an issue.
    """
    from onrecord.store import listing  # numpy takes 0.1 s to import: only who codes pays

    with store.writing() as connection:
        kept.use(connection, book)
        number = code(connection)
        listing.keep(connection)
    return number


def follow(store: Store) -> None:
    """Leave every statement of the record with its issue, if any of them changed since that was last told."""
    with store.reading() as connection:
        current = is_current(connection)
    if not current:
        with store.writing() as connection:
            code(connection)


def is_current(connection: Connection) -> bool:
    """Return whether every statement has its issue, told by this version's models and the codebook in use."""
    state = kept.state(connection)
    return state.number >= changes.latest(connection) and state.made_by == _made_by(kept.codebook(connection))


def code(connection: Connection) -> int:
    """Leave in the record what its statements are about and where they stand; return how many are about an issue.

    It depends on which statements there are and on the codebook, not on the order in which they came. What was told
    of statements whose documents did not change since is taken over where it would be told again.
    """
    book = kept.codebook(connection)
    made_by = _made_by(book)
    past = _past(connection, made_by)
    issues, of = _found(_contents(connection)) if book is None else _coded(connection, book, past)
    about = dict(sided(connection, {issue.id: issue.name for issue in issues}, of, past.alone))
    kept.settle(connection, issues, about)
    kept.reached(connection, changes.latest(connection), made_by)
    return len(about)


def _made_by(book: Codebook | None) -> str:
    import onrecord
    from onrecord.classify.softmax import shipped_softmax
    from onrecord.meaning import vectors

    digests = ", ".join(f"{name} {shipped_softmax(name).digest[:12]}" for name in ("types", "stance"))
    told = f"onrecord {onrecord.__version__}, {digests}, vectors {vectors().digest[:12]}"
    return told if book is None else f"{told}, codebook {book.id}"


@dataclass(frozen=True, slots=True)
class _Past:
    """What holds of before: what statements are about whose documents did not `change` since, and the issues' names.

    `change` is None where nothing holds.
    """

    about: Mapping[str, kept.About]
    names: Mapping[str, str]
    change: Sequence[str] | None

    @property
    def alone(self) -> dict[tuple[str, str], tuple[float, float]]:
        """What each statement says by itself of an issue, by the statement's id and the issue's name."""
        return {(key, self.names[each.issue_id]): each.alone for key, each in self.about.items() if each.alone}


def _past(connection: Connection, made_by: str) -> _Past:
    state = kept.state(connection)
    if state.made_by != made_by:
        return _Past({}, {}, None)
    about, changed = kept.every(connection), changes.since(connection, state.number)
    for at in range(0, len(changed), CHUNK):
        query = select(statements.c.id).where(statements.c.document_id.in_(changed[at : at + CHUNK]))
        for key in connection.execute(query).scalars():
            about.pop(key, None)
    return _Past(about, kept.names(connection), changed)


def _contents(connection: Connection, document_ids: Sequence[str] | None = None) -> list[Content]:
    """Return what the public statements say that people did not reject; of these documents, or of all."""
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
    parts = [None] if document_ids is None else range(0, len(document_ids), CHUNK)
    words: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for at in parts:
        some = query if at is None else query.where(s.document_id.in_((document_ids or ())[at : at + CHUNK]))
        for key, document_id, title, stated, content in connection.execute(some):
            if is_public(stated):
                words[key, document_id, title or ""].append(content)
    return [Content(key, document, " … ".join(said), title) for (key, document, title), said in words.items()]


def _found(contents: Sequence[Content]) -> tuple[Sequence[kept.Named], dict[str, Assigned]]:
    from onrecord.classify.issues.found import issues

    found = issues(contents)
    of = {each: Assigned(issue.id, 1.0) for issue in found for each in issue.statements}
    return [_issue(issue) for issue in found], of


def _issue(issue: Issue) -> kept.Named:
    return kept.Named(issue.id, issue.name, issue.words)


def _coded(connection: Connection, book: Codebook, past: _Past) -> tuple[Sequence[kept.Named], dict[str, Assigned]]:
    """Return the concepts and what statements are about; which concept it is hangs on the statement's words alone."""
    from onrecord.classify.issues import Coder

    contents = _contents(connection, past.change)
    of = {key: Assigned(each.issue_id, each.chance) for key, each in past.about.items()}
    for content, each in zip(contents, Coder(book).assign([c.words for c in contents]), strict=True):
        if each.concept is not None:
            of[content.statement_id] = Assigned(kept.concept_id(each.concept), each.chance)
    return kept.of_codebook(book), of
