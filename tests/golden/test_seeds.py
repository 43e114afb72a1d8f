"""Two real articles with all their blemishes, read right (needs ../shared)."""

from pathlib import Path

import pytest

import onrecord
from onrecord import clean
from onrecord.query import Reported
from onrecord.record import Capture, MediaType, RegionKind
from onrecord.text.quotations import quotations

pytestmark = pytest.mark.shared
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "cases" / "seeds"
FIRST, SECOND = "000_3e177522ee678b72.txt", "003_6e51dc08e49cc0ec.txt"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> onrecord.Record:
    """Read both into a record."""
    record = onrecord.open(tmp_path_factory.mktemp("seeds") / "seeds.onrecord")
    assert record.read(SEEDS).outcomes["stored"] == 2
    return record


def told(record: onrecord.Record, article: str) -> list[Reported]:
    """Return the statements of one article."""
    return [s for s in record.statements() if article in s.heading.articles]


@pytest.mark.parametrize("article", [FIRST, SECOND])
def test_every_quotation_has_its_speaker(record: onrecord.Record, article: str) -> None:
    """Each quotation in headline, standfirst or body lies whole in the content of a statement with a speaker."""
    path = SEEDS / article
    document = clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article))
    spoken = [r for r in document.regions if r.kind in (RegionKind.HEADLINE, RegionKind.BODY)]
    quoted = quotations(document.text, [(r.start, r.end) for r in spoken])
    contents = [(s.start, s.end) for r in told(record, article) if r.speaker for s in r.statement.attribution.content]
    assert quoted
    assert not [q for q in quoted if not any(start <= q.start and q.end <= end for start, end in contents)]


@pytest.mark.parametrize(
    ("article", "speaker", "beginning", "parts", "form"),
    [
        (FIRST, "Vladimir Putin", "Possible To Find Consensus", 1, "indirect"),
        (SECOND, "Vladimir Putin", '"We appreciate the efforts', 2, "direct"),
        (SECOND, "Vladimir Putin", 'that "a reasonable balance', 1, "mixed"),
        (SECOND, "Kremlin", "Putin did not rule out", 1, "mixed"),
        (SECOND, "The leaders of France and Germany", "to push for new sanctions", 1, "indirect"),
        (SECOND, "Reuters", "that one of Putin's conditions", 1, "indirect"),
    ],
)
def test_named_cases(
    record: onrecord.Record, article: str, speaker: str, beginning: str, parts: int, form: str
) -> None:
    """The headline, the split quotation, the mixed one, the Kremlin, the leaders and the relay are found."""
    found = [s for s in told(record, article) if s.words.startswith(beginning)]
    assert [(s.speaker, len(s.statement.attribution.content), s.form) for s in found] == [(speaker, parts, form)]


def test_what_an_agency_relays(record: onrecord.Record) -> None:
    """The condition is a statement of its own, within the agency's, by him whose condition it is."""
    (found,) = [s for s in told(record, SECOND) if s.words.startswith("a written commitment")]
    assert (found.speaker, found.relay) == ("Vladimir Putin", "Reuters")


@pytest.mark.parametrize("article", [FIRST, SECOND])
def test_nothing_but_the_article_speaks(record: onrecord.Record, article: str) -> None:
    """No span of a statement lies in a caption, credit, dateline or boilerplate."""
    path = SEEDS / article
    document = clean.document(Capture(path.read_bytes(), MediaType.PLAIN, str(path), article))
    kinds = {
        document.region_at(position).kind  # type: ignore[union-attr]
        for s in told(record, article)
        for span in s.statement.attribution.spans
        for position in (span.start, span.end - 1)
    }
    assert kinds <= {RegionKind.HEADLINE, RegionKind.BODY}


def test_times(record: onrecord.Record) -> None:
    """The line of times gives publication and update; the other article states none."""
    assert {s.published for s in told(record, FIRST)} == {"2025-09-02T09:46:00+00:00"}
    assert {s.heading.updated for s in told(record, FIRST)} == {"2025-09-02T09:52:00+00:00"}
    assert {s.published for s in told(record, SECOND)} == {None}


def test_the_record_verifies(record: onrecord.Record) -> None:
    """Every span is where it is said to be."""
    result = record.verify()
    assert result.ok
    assert result.verified == result.spans > 0
