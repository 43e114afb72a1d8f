"""Two real articles with all their blemishes, read right (needs ../shared)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord import clean
from onrecord.query import Reported
from onrecord.record import ActorKind, AnomalyKind, Capture, Given, MediaType, RegionKind
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
        (SECOND, "leaders of France and Germany", "to push for new sanctions", 1, "indirect"),
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


@pytest.mark.parametrize(
    ("article", "beginning", "kind", "condition"),
    [
        (FIRST, "Ukraine’s NATO membership unacceptable", "refusal", None),
        (FIRST, "Russia considers Ukraine’s NATO membership", "refusal", None),
        (SECOND, "a written commitment", "demand", "a written commitment from the West"),
        (SECOND, "that one of Putin's conditions", "assertion", "a written commitment from the West"),
        (SECOND, "to push for new sanctions", "threat", "if Putin did not agree"),
        (SECOND, "Putin did not rule out", "offer", "that such a meeting"),
    ],
)
def test_types_and_conditions(
    record: onrecord.Record, article: str, beginning: str, kind: str, condition: str | None
) -> None:
    """What is refused, asked for as a condition, threatened under one and not ruled out is told as that."""
    found = {
        (s.statement.type, bool(s.statement.condition)) for s in told(record, article) if s.words.startswith(beginning)
    }
    assert found == {(kind, condition is not None)}
    starts = [
        span.words for s in told(record, article) if s.words.startswith(beginning) for span in s.statement.condition
    ]
    assert all(words.startswith(condition or "") for words in starts)


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


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[onrecord.Record]:
    """Give the second article alone, published on 2 September 2025 as its reader says."""
    path = tmp_path_factory.mktemp("dated") / "dated.onrecord"
    with onrecord.open(path, processes=1) as record:
        record.read(SEEDS / SECOND, given=Given(published="2025-09-02"))
        yield record


def test_one_actor_speaks_in_both(record: onrecord.Record) -> None:
    """He is one actor across the articles, whom the authority knows; the Kremlin and the two leaders are others."""
    found = {actor.name: actor for actor in record.actors()}
    putin = found["Vladimir Putin"]
    assert (putin.authority, putin.kind, putin.documents) == ("Q7747", ActorKind.PERSON, 2)
    assert found["Kremlin"].kind is ActorKind.ORGANISATION
    assert found["leaders of France and Germany"].kind is ActorKind.GROUP


def test_days_are_told_day_first(dated: onrecord.Record) -> None:
    """The opening's 1/9 is the first of September."""
    assert next(s.said for s in dated.statements(words="bring Ukraine into its orbit")) == "2025-09-01"


def test_occasions_are_found(record: onrecord.Record) -> None:
    """A meeting with his guest in one, a summit in the other."""
    assert any("Fico" in (s.setting or "") for s in told(record, FIRST))
    assert any("summit" in (s.setting or "") for s in told(record, SECOND))


def test_what_the_pages_contradict_is_flagged(record: onrecord.Record, dated: onrecord.Record) -> None:
    """A headline that nothing bears out; a day to come told as past; an office that was held."""
    words = {(f.kind, f.anomaly.spans[-1].words[:30]) for f in record.anomalies()}
    assert any(kind == AnomalyKind.UNBORNE for kind, _ in words)
    assert (AnomalyKind.FUTURE, "29/9") in words
    assert AnomalyKind.OFFICE in {f.kind for f in dated.anomalies()}


def test_the_record_verifies(record: onrecord.Record) -> None:
    """Every span is where it is said to be."""
    result = record.verify()
    assert result.ok
    assert result.verified == result.spans > 0
