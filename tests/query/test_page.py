"""Pages, counts and facets tell the same as a whole list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import fakes
from tests.query.crowd import crowd
from tests.store.filled import fill

from onrecord.errors import SettingsError
from onrecord.query import Filter, count, facets, find, page
from onrecord.query.facet_counts import top
from onrecord.query.keyset import cursor
from onrecord.query.page import OWN, VALUES
from onrecord.record import Act, AnomalyKind, Form, SettingKind, Status
from onrecord.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a record of 40 articles with statements of all kinds."""
    with Store.open(tmp_path_factory.mktemp("crowd") / "r.onrecord", create=True) as opened:
        crowd(opened, 40)
        yield opened


def walked(store: Store, wanted: Filter, size: int) -> list[str]:
    """Return the ids of all pages, one after the other."""
    ids, after = [], None
    while True:
        found = page(store, wanted, after=after, size=size)
        assert found.statements or after is None
        ids += [each.id for each in found.statements]
        if found.next is None:
            return ids
        assert len(found.statements) == size
        after = found.next


def asked() -> st.SearchStrategy[Filter]:
    """Return filters with up to a few conditions of every kind."""
    days = st.sampled_from(["2031", "2031-03", "2031-04", "2031-03-09", "2031-04-02", "1999"])
    some: dict[str, st.SearchStrategy[Any]] = {
        "speaker": st.sampled_from(["Mott", "lund", "Ada Mott", "nobody", "?"]),
        "outlet": st.sampled_from(["tern", "gull", "Daily Gull", "gu*", "%"]),
        "words": st.sampled_from(["harbour", "tides never", '"the ferry"', "har*", "zzz", '""']),
        "since": days,
        "until": days,
        "form": st.sampled_from(list(Form)),
        "act": st.sampled_from(list(Act)),
        "relay": st.sampled_from(["tern", "news"]),
        "addressee": st.sampled_from(["mott", "council"]),
        "min_confidence": st.sampled_from([0.0, 0.5, 0.75, 0.9, 1.0]),
        "below_confidence": st.sampled_from([0.5, 0.75, 0.9]),
        "said_since": days,
        "said_until": days,
        "setting": st.sampled_from([SettingKind.SPEECH, SettingKind.CALL, SettingKind.RALLY]),
        "outlet_name": st.sampled_from(["The Tern", "Daily Gull", "Nobody's"]),
        "flag": st.sampled_from([AnomalyKind.WEEKDAY, AnomalyKind.NUMBER, AnomalyKind.OFFICE]),
        "status": st.sampled_from([Status.OPEN, Status.REJECTED]),
        "everything": st.booleans(),
    }
    return st.fixed_dictionaries({}, optional=some).map(lambda asked: Filter(**asked))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=asked(), size=st.integers(1, 60))
def test_pages_together_are_the_whole_list(store: Store, wanted: Filter, size: int) -> None:
    """Whatever is asked for, each statement comes once and in order, and the count is their number."""
    whole = [each.id for each in find(store, wanted)]
    assert walked(store, wanted, size) == whole
    assert count(store, wanted).number == len(whole)


@settings(max_examples=60, deadline=None)
@given(wanted=asked())
def test_each_value_of_a_facet_is_how_many_it_leads_to(store: Store, wanted: Filter) -> None:
    """Asking for a value in place of the facet's own conditions finds as many statements as it tells."""
    for name, values in facets(store, wanted).items():
        bare = replace(wanted, **dict.fromkeys(OWN[name]))
        for each in values[:3]:
            assert count(store, replace(bare, **conditions(name, each.value))).number == each.number > 0


def conditions(name: str, value: str) -> dict[str, Any]:
    """Return the conditions that a value of a facet stands for."""
    if name in ("published", "said"):
        return dict.fromkeys(OWN[name], value)
    if name == "confidence":
        low, high = value.split("-")
        return {"min_confidence": float(low), "below_confidence": float(high) if high else None}
    return {OWN[name][-1]: value}


def test_facets_add_up(store: Store) -> None:
    """Forms and confidences that every statement has add up to all of them; the commonest come first."""
    found = facets(store, Filter(everything=True))
    number = count(store, Filter(everything=True)).number
    assert sum(each.number for each in found["form"]) == sum(each.number for each in found["confidence"]) == number
    told = Counter(each.name_of(each.statement.speaker) for each in find(store, Filter(everything=True)))
    assert [(each.label, each.number) for each in found["speaker"]] == told.most_common()
    months = [each.value for each in found["published"]]
    assert months == sorted(months) != []


def test_a_facet_leaves_its_own_condition_out(store: Store) -> None:
    """With one outlet asked for, the others are still told, and the speakers are those of this one alone."""
    all_, one = facets(store, Filter()), facets(store, Filter(outlet="tern"))
    assert one["outlet"] == all_["outlet"]
    assert one["speaker"] != all_["speaker"]


@pytest.mark.parametrize("broken", ["", "x", "é", "WzFd", "bm9uZQ", "W251bGwsMSwyLDMsNF0", "A" * 5000])
def test_a_damaged_cursor_is_told(store: Store, broken: str) -> None:
    """What is no cursor of ours is refused."""
    with pytest.raises(SettingsError, match="cursor"):
        page(store, Filter(), after=broken)


@pytest.mark.parametrize("size", [0, -1, 201])
def test_a_page_has_a_size(store: Store, size: int) -> None:
    """Too few or too many statements at once are refused."""
    with pytest.raises(SettingsError, match="size is"):
        page(store, Filter(), size=size)


def test_a_cursor_holds_when_its_statement_is_gone(store: Store) -> None:
    """A page goes on where the one before ended although nothing stands there any more."""
    whole = [each.id for each in find(store)]
    before = page(store, Filter(), size=3)
    last = before.statements[-1]
    key = (last.published or "", last.heading.document_id, last.statement.attribution.start, 0, last.id[:-1] + "!")
    assert [each.id for each in page(store, Filter(), after=cursor(key), size=2).statements][-1] in whole[2:5]


def test_what_is_read_meanwhile_is_found(tmp_path: Path) -> None:
    """A record that grows, or is read anew, tells what it then holds."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        assert (count(store, Filter()).number, page(store, Filter()).statements) == (0, ())
        fill(store)
        assert count(store, Filter()).number == 4
        fill(store)
        assert [each.number for each in facets(store, Filter())["form"]] == [4]
        assert walked(store, Filter(), 1) == [each.id for each in find(store)]


def test_many_months_are_told_as_years(tmp_path: Path) -> None:
    """Beyond as many months as a facet tells, years are, and each leads to as many statements."""
    with Store.open(tmp_path / "r.onrecord", create=True) as store:
        months = [f"{2025 + n // 12}-{n % 12 + 1:02}-03" for n in range(VALUES + 1)]
        for day in months:
            fill(store, fakes.capture(f"Head {day}\n\n“Tides wait,” said Ada Mott.\n", day, published=day))
        found = facets(store, Filter())["published"]
        assert [(each.value, each.number) for each in found] == [*((f"{2025 + n}", 12) for n in range(4)), ("2029", 3)]
        assert count(store, Filter(since="2026", until="2026")).number == 12
        assert len(facets(store, Filter(since="2026", until="2026", outlet="nobody"))["published"]) == 0


def test_the_commonest_values_are_told() -> None:
    """Of more values than a facet tells the commonest ones are, and of those as common as the last one some."""
    counts = np.array([0, 5, 1, 0, *([2] * 30), *([1] * 40), 7])
    told = [int(counts[code]) for code in top(counts)]
    assert sorted(told, reverse=True)[:32] == [7, 5, *([2] * 30)]
    assert VALUES <= len(told) <= 2 * VALUES
    assert min(told) == 1
