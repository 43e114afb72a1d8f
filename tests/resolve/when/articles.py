"""Documents for the tests of times: one line a body paragraph, published when the test says."""

from onrecord.record import Basis, Document, Moment, OffsetMap, Region, RegionKind
from onrecord.record.timex import Timex
from onrecord.resolve.when import times


def document(
    text: str, published: str | None = "2025-09-03", *, url: str | None = None, outlet: str | None = None
) -> Document:
    """Return a document whose lines are body paragraphs."""
    regions, position = [], 0
    for line in text.split("\n"):
        if line:
            regions.append(Region(position, position + len(line), RegionKind.BODY))
        position += len(line) + 1
    return Document(
        "capture",
        text,
        tuple(regions),
        OffsetMap.identity(len(text)),
        "utf-8",
        url=url,
        outlet=outlet,
        published=Moment(published, Basis.GIVEN) if published else None,
    )


def read(text: str, published: str | None = "2025-09-03") -> tuple[Timex, ...]:
    """Return the time expressions of a text."""
    return times(document(text, published))


def values(text: str, published: str | None = "2025-09-03") -> list[tuple[str, str | None]]:
    """Return the words and values of the time expressions of a text."""
    return [(timex.span.words, timex.value) for timex in read(text, published)]
