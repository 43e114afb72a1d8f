"""What a comparison of articles tells."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.query.reported import Heading
from onrecord.query.tellings import ReportedTelling, Speaking
from onrecord.record import Descent, Relation

_SEVERAL = 2
"""Other articles that must tell something, of three or more, for it to count as left out."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article tells of a row. Without `tellings` it leaves it out.

    `relation` is the best that its tellings are to the fullest one of the whole record: full, verbatim, truncated,
    altered, paraphrase; None where it leaves it out.
    """

    document_id: str
    tellings: tuple[ReportedTelling, ...] = ()
    relation: Relation | None = None

    @property
    def changes_meaning(self) -> bool:
        """Whether the article tells it so that the meaning may change."""
        return any(each.changes_meaning for each in self.tellings)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said, and what each article tells of it, in the order of the articles.

    `utterance_id` is None where a single statement tells it. `words` are those of the fullest telling of the record,
    which may be in another article; `passage` is the part of them that this row is about where other rows tell other
    parts of the same telling, else None; `cue` is that of words that nobody quotes, else "". `elsewhere` counts the
    documents outside of the comparison that tell it too.
    """

    utterance_id: str | None
    speakers: tuple[Speaking, ...]
    words: str
    cells: tuple[Cell, ...]
    elsewhere: int = 0
    passage: str | None = None
    cue: str = ""

    @property
    def said(self) -> str:
        """The words that the row is about."""
        return self.passage or self.words

    @property
    def changes_meaning(self) -> bool:
        """Whether one of the articles tells it so that the meaning may change."""
        return any(cell.changes_meaning for cell in self.cells)

    @property
    def told_by(self) -> tuple[str, ...]:
        """The ids of the articles that tell it."""
        return tuple(cell.document_id for cell in self.cells if cell.tellings)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to six articles side by side: `articles` are the columns, in the order asked for.

    `descents` say which of them descend from one another, or that two report the same event. `total` counts the rows
    that there are; those beyond ROWS are left out.
    """

    articles: tuple[Heading, ...]
    rows: tuple[Row, ...]
    descents: tuple[Descent, ...]
    total: int

    def alone(self, document_id: str) -> tuple[Row, ...]:
        """Return what of these articles this one alone tells."""
        return tuple(row for row in self.rows if row.told_by == (document_id,))

    def left_out(self, document_id: str) -> tuple[Row, ...]:
        """Return what this article leaves out of what two of the others or more tell, or the other one of two."""
        enough = min(_SEVERAL, len(self.articles) - 1)
        return tuple(row for row in self.rows if document_id not in row.told_by and len(row.told_by) >= enough)

    def otherwise(self, document_id: str) -> tuple[Row, ...]:
        """Return what this article tells so that the meaning may change."""
        place = next(n for n, each in enumerate(self.articles) if each.document_id == document_id)
        return tuple(row for row in self.rows if row.cells[place].changes_meaning)

    @property
    def omitted(self) -> tuple[Row, ...]:
        """What some of the articles leave out."""
        left = {id(row) for each in self.articles for row in self.left_out(each.document_id)}
        return tuple(row for row in self.rows if id(row) in left)

    @property
    def shared(self) -> tuple[Row, ...]:
        """What more than one of the articles tells."""
        return tuple(row for row in self.rows if len(row.told_by) > 1)


@dataclass(frozen=True, slots=True)
class Comparable:
    """An article that may be compared with another one: what joins them.

    `descent` is what the one is to the other, or that both report the same event; None where only what they tell
    joins them. `shared` counts the utterances that both tell.
    """

    heading: Heading
    descent: Descent | None
    shared: int
