"""Issues and stances follow the record: by a codebook or found, the same in any order, told anew only where needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select
from tests import fakes
from tests.store.filled import fill

from onrecord.classify import stance
from onrecord.query import find
from onrecord.record import Capture, Codebook, Concept, Field
from onrecord.run import coding
from onrecord.run.identify import identify
from onrecord.run.reviewing import REJECT, Judge, correct, judge
from onrecord.store import Store
from onrecord.store.schema import issues, statement_issues

BY = Judge("ann", "2031-01-01T00:00:00Z")
BOOK = Codebook(
    (
        Concept("harbour tunnel", "A road tunnel under the harbour.", ("The tunnel under the harbour is too dear.",)),
        Concept("school meals", "Free meals for children at school.", ("Children should eat at school for free.",)),
    )
)
SAID = (
    ("Ada Mott", "We will build the harbour tunnel", "said", "Bo Lund", "The harbour tunnel is a terrible mistake"),
    ("Ada Mott", "The harbour tunnel is good for Lorn", "said", "Cy Hale", "Free school meals are a great help"),
    ("Bo Lund", "I reject the harbour tunnel", "said", "Cy Hale", "All children will get free school meals"),
    ("Bo Lund", "Free school meals are far too costly", "warned", "Ada Mott", "The harbour tunnel opens in spring"),
    ("Cy Hale", "Nobody asked for the harbour tunnel", "said", "Ada Mott", "Free school meals must come"),
)


def _capture(at: int) -> Capture:
    first, content, cue, second, other = SAID[at]
    text = f"Town news {at}\n\n“{content},” {cue} {first}.\n\n“{other},” said {second}.\n".replace(",”", "”")
    return fakes.capture(text, f"{at}.txt", outlet="The Tern", published=f"2031-03-0{at + 1}")


def _read(store: Store, *captures: Capture) -> None:
    fill(store, *captures)
    with store.writing() as connection:
        identify(connection)


def _rows(store: Store) -> list[tuple[object, ...]]:
    """Return all that is kept of issues and of what statements are about."""
    with store.reading() as connection:
        return [
            tuple(map(str, row))
            for table in (issues, statement_issues)
            for row in connection.execute(select(table).order_by(*table.primary_key))
        ]


def _about(store: Store) -> dict[str, tuple[str, str, float]]:
    """Return by the words of statements the issue that they are about, the stance and the probability of it."""
    c, words = statement_issues.c, {each.id: each.words for each in find(store)}
    query = select(c.statement_id, issues.c.name, c.stance, c.stance_chance).join(issues)
    with store.reading() as connection:
        return {words.get(row[0], row[0]): tuple(row[1:]) for row in connection.execute(query)}


def _id(store: Store, words: str) -> str:
    return next(each.id for each in find(store) if words in each.words)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of five articles on two matters."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        _read(store, *map(_capture, range(len(SAID))))
        yield store


def test_issues_are_found_without_a_codebook(store: Store) -> None:
    """What several articles speak of is an issue, named by their words."""
    coding.follow(store)
    assert {name for name, _, _ in _about(store).values()} == {"harbour tunnel", "free school meals"}


def test_codebook_is_used(store: Store) -> None:
    """Statements are about the concepts of the codebook, and their number is told."""
    number = coding.use(store, BOOK)
    about = _about(store)
    assert number == len(about) > 5
    assert {name for name, _, _ in about.values()} == {"harbour tunnel", "school meals"}


def test_codebook_is_taken_away(store: Store) -> None:
    """Without it issues are found again, as if there had never been one."""
    coding.follow(store)
    before = _rows(store)
    coding.use(store, BOOK)
    coding.use(store, None)
    assert _rows(store) == before


def test_statements_take_sides(store: Store) -> None:
    """Who will build it is for it, who calls it a mistake is against it."""
    coding.follow(store)
    about = _about(store)
    stances = [next(told[1] for said, told in about.items() if words in said) for words in ("will build", "mistake")]
    assert stances == ["support", "oppose"]


@pytest.mark.parametrize("book", [None, BOOK], ids=["found", "codebook"])
@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_batches_leave_the_same(tmp_path: Path, store: Store, seed: int, book: Codebook | None) -> None:
    """Articles in another order, told of after each batch, leave the rows that all at once leave."""
    coding.use(store, book)
    chance, left = Random(seed), list(range(len(SAID)))
    chance.shuffle(left)
    with Store.open(tmp_path / "other.onrecord", create=True) as other:
        coding.use(other, book)
        while left:
            size = chance.randint(1, 3)
            _read(other, *map(_capture, left[:size]))
            coding.follow(other)
            left = left[size:]
        assert _rows(other) == _rows(store)


def test_an_article_that_is_read_anew_leaves_the_same(store: Store) -> None:
    """Its statements are written once more, and told of as before."""
    coding.use(store, BOOK)
    before = _rows(store)
    _read(store, _capture(2))
    coding.follow(store)
    assert _rows(store) == before


def test_rejected_statements_count_no_more(store: Store) -> None:
    """What a person says is no statement is about nothing."""
    coding.use(store, BOOK)
    key = _id(store, "opens in spring")
    judge(store, key, [REJECT], BY, seen=0)
    coding.follow(store)
    with store.reading() as connection:
        found = connection.execute(select(statement_issues.c.statement_id)).scalars().all()
    assert key not in found and len(found) > 5


def test_a_judged_speaker_moves_the_company(store: Store) -> None:
    """A statement given to somebody else is read in the company of that one's statements, not of the first's."""
    coding.use(store, BOOK)
    before = _about(store)
    actor = next(e.statement.speaker.id for e in find(store) if e.statement.speaker and e.speaker == "Cy Hale")
    given = {"actor": actor, "name": "Cy Hale", "kind": "person"}
    judge(store, _id(store, "I reject"), [correct(Field.SPEAKER, given)], BY, seen=0)
    coding.follow(store)
    moved = sorted(words for words, told in _about(store).items() if told != before[words])
    assert moved == sorted(words for words in before if any(part in words for part in ("I reject", "mistake", "asked")))


def test_a_judged_type_moves_the_stance(store: Store) -> None:
    """What a person says is a question is read as one, and questions seldom take a side."""
    coding.use(store, BOOK)
    judge(store, _id(store, "opens in spring"), [correct(Field.TYPE, "question")], BY, seen=0)
    coding.follow(store)
    (told,) = [each for words, each in _about(store).items() if "opens in spring" in words]
    assert told[1] == "neutral"


def _asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the words of each statement whose stance is told anew."""
    asked: list[str] = []
    real = stance.stance_chances

    def counted(statement: object, *rest: object) -> object:
        asked.append(statement.attribution.content[0].words)  # type: ignore[attr-defined]
        return real(statement, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(stance, "stance_chances", counted)
    return asked


def test_only_new_statements_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One more article costs its own statements."""
    coding.use(store, BOOK)
    asked = _asked(monkeypatch)
    _read(store, fakes.capture("More\n\n“The harbour tunnel is too dear” said Di Moss.\n", "more.txt"))
    coding.follow(store)
    assert len(asked) == 1 and "too dear" in asked[0]


def test_nothing_is_told_where_nothing_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that is told of is left alone."""
    coding.follow(store)
    asked = _asked(monkeypatch)
    coding.follow(store)
    assert asked == []


def test_other_models_tell_all_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an earlier version told is told again."""
    coding.use(store, BOOK)
    asked = _asked(monkeypatch)
    monkeypatch.setattr("onrecord.__version__", "9.9.9")
    coding.follow(store)
    assert len(asked) == len(_about(store))


def test_empty_record_has_no_issues(tmp_path: Path) -> None:
    """Nothing is about nothing, with a codebook too."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        coding.follow(store)
        assert coding.use(store, BOOK) == 0
