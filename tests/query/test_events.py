"""The machine's statements as columns for networks."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pytest
from tests import fakes
from tests.run.direct import Direct
from tests.store.filled import ARTICLES, RELAYED, fill

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Design, Events, network
from onrecord.query import Filter, find
from onrecord.query.coded import by_hand
from onrecord.query.events import VARIABLES, attributes, events
from onrecord.record import Stance
from onrecord.run.reading import Reading
from onrecord.store import Store, changes, issues


@pytest.fixture
def store(tmp_path: object) -> Store:
    """Give a record of four articles that a run read, so that it is known who is who."""
    made = Store.open(f"{tmp_path}/record.onrecord", create=True)
    Reading(made, Direct(fakes.article), fakes.MADE_BY, lambda entry: None).run([*ARTICLES, RELAYED])
    return made


def values(found: Events, name: str) -> dict[str, object]:
    """Return by statement the value of a variable, None where there is none."""
    column = found.variables[name]
    labels = [None if code < 0 else column.labels[code] for code in column.codes.tolist()]
    return dict(zip(found.ids, labels, strict=True))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("speaker", lambda each: each.speaker),
        ("outlet", lambda each: each.heading.outlet),
        ("form", lambda each: each.form),
        ("act", lambda each: each.act),
        ("document_id", lambda each: each.heading.document_id),
        ("kind", lambda each: each.statement.speaker.kind.value),
    ],
)
def test_variables_are_what_lists_tell(store: Store, name: str, told: object) -> None:
    """Of each statement, as `find` has it."""
    wanted = {each.id: told(each) for each in find(store)}  # type: ignore[operator]
    assert values(events(store, [name]), name) == wanted


def test_statements_are_in_order_of_time(store: Store) -> None:
    """Those of unknown time last; a time with a zone in UTC."""
    times = events(store, ["speaker"]).times
    assert times.astype(str).tolist()[:3] == ["2031-03-04T00:00:00", "2031-03-04T00:00:00", "2031-03-05T08:30:00"]
    assert np.isnat(times[-1])


def test_a_filter_asks_for_some(store: Store) -> None:
    """As lists do."""
    assert len(events(store, ["speaker"], Filter(outlet_name="The Tern"))) == 2


def test_an_unknown_variable_is_told(store: Store) -> None:
    """With those that there are."""
    with pytest.raises(SettingsError, match="no variable 'party'; there are: speaker, person"):
        events(store, ["party"])


def test_issue_and_stance_are_variables(store: Store) -> None:
    """How sure they are counts with how sure the attribution is."""
    first, second, *_ = find(store, Filter(outlet_name="The Tern"))
    named = issues.Named("a" * 24, "harbour", ("harbour",))
    about = {
        first.id: issues.About(named.id, 0.5, Stance.SUPPORT, 0.5),
        second.id: issues.About(named.id, 1.0, Stance.OPPOSE, 1.0),
    }
    with store.writing() as connection:
        issues.keep_issues(connection, [named])
        issues.keep(connection, list(about), about)
        issues.reached(connection, changes.latest(connection), "by hand")
    found = events(store, ["speaker", "issue", "stance", "agreement"])
    assert [values(found, name)[first.id] for name in ("issue", "stance", "agreement")] == ["harbour", 1, 1]
    assert found.confidence[found.ids.index(first.id)] == pytest.approx(0.25 * first.confidence)
    design = Design(rows="speaker", columns="issue", qualifier="agreement", aggregation=Aggregation.SUBTRACT)
    assert sorted(edge.weight for edge in network(found, design).edges()) == [-1, 1]


@pytest.mark.parametrize("names", [[name] for name in VARIABLES])
def test_an_empty_record_has_no_events(tmp_path: object, names: Collection[str]) -> None:
    """And no variable fails."""
    with Store.open(f"{tmp_path}/empty.onrecord", create=True) as store:
        fill(store, ARTICLES[2])
        assert len(events(store, names, Filter(outlet_name="nobody"))) == 0


def test_actors_have_attributes(store: Store) -> None:
    """Their kind, as nodes of any variable of actors."""
    assert attributes(store)["speaker", "Ada Mott"] == {"kind": "person"}


def test_what_nobody_coded_is_told(store: Store) -> None:
    """A record in which nothing was coded by hand has no type of that."""
    with pytest.raises(SettingsError, match="nothing coded by hand"):
        list(by_hand(store, "DNA Statement"))
