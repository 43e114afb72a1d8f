"""What a comparison of articles tells."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.query.reported import Heading
from onrecord.query.tellings import ReportedTelling, Speaking
from onrecord.record import Descent, Relation


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article tells of a row. Without `tellings` it leaves it out.

    `relation` is the best that its tellings are to the fullest one of the whole record: full, verbatim, truncated,
    altered, paraphrase; None where it leaves it out.
    """

    document_id: str
    tellings: tuple[ReportedTelling, ...] = ()
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing said, and what each article tells of it, in the order of the articles.

    `utterance_id` is None where a single statement tells it. `words` are those of the fullest telling of the record,
    which may be in another article; `elsewhere` counts the documents outside of the comparison that tell it too.
    """

    utterance_id: str | None
    speakers: tuple[Speaking, ...]
    words: str
    cells: tuple[Cell, ...]
    elsewhere: int = 0

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
        """Return what this article leaves out of what two of the others or more tell."""
        return tuple(row for row in self.rows if document_id not in row.told_by and len(row.told_by) > 1)

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
