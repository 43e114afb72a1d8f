"""Pictures of a record: for notebooks, where a chart is shown as it is, and for ``onrecord picture``."""

from __future__ import annotations

from typing import Any

from onrecord.networks import Aggregation, Design, Normalization, Shape
from onrecord.present.pictures.charts import Chart, heatmap_chart, network_chart, timeline_chart
from onrecord.query.actors import identity_id
from onrecord.query.filter import Filter
from onrecord.query.network import record_network
from onrecord.query.positions import PositionFilter, issue_id
from onrecord.query.standing import SIDE
from onrecord.query.standing import heatmap as standing
from onrecord.query.timeline import Clock, Rows
from onrecord.query.timeline import timeline as spread
from onrecord.store import Store


def timeline(
    store: Store,
    *,
    actor: str | None = None,
    issue: str | None = None,
    rows: str | None = None,
    clock: str = "published",
    title: str = "",
    **wanted: Any,  # noqa: ANN401 (fields of Filter)
) -> Chart:
    """Return what an actor says, or what is said on an issue, over time, by stance or type, as an altair chart.

    `actor` and `issue` are ids or names; `rows` is stance or type: stance where an issue is named. `wanted` are fields
    of :class:`onrecord.query.Filter`. Raises MissingError for an actor or an issue that is none.
    """
    with store.reading() as connection:
        who = identity_id(connection, actor) if actor else None
        what = issue_id(connection, issue) if issue else None
    by = Rows(rows or (Rows.STANCE if issue else Rows.TYPE))
    found = spread(store, Filter(actor=who, issue=what, **wanted), clock=Clock(clock), rows=by)
    return timeline_chart(found, title or " on ".join(filter(None, [actor, issue])) or "All statements")


def heatmap(
    store: Store,
    *,
    actors: tuple[str, ...] = (),
    issues: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    size: int = SIDE,
    title: str = "",
) -> Chart:
    """Return actors by issues as an altair chart: those with most statements, or those named by id or name."""
    wanted = PositionFilter(actors=actors, issues=issues, since=since, until=until)
    return heatmap_chart(standing(store, wanted, size=size), title or "Positions")


def network(
    store: Store,
    *,
    rows: str = "speaker",
    columns: str = "issue",
    qualifier: str | None = "stance",
    shape: str = "onemode",
    aggregation: str = "congruence",
    normalization: str = "no",
    top: int = 60,
    edges: int = 500,
    title: str = "",
    **design: Any,  # noqa: ANN401 (fields of Design)
) -> Chart:
    """Return a network as an altair chart: the `edges` heaviest ones of the `top` rows with most statements.

    `design` are further fields of :class:`onrecord.networks.Design`.
    """
    asked = Design(
        rows=rows,
        columns=columns,
        qualifier=qualifier,
        shape=Shape(shape),
        aggregation=Aggregation(aggregation),
        normalization=Normalization(normalization),
        top=top,
        **design,
    )
    return network_chart(record_network(store, asked), title or f"{rows} by {columns}, {aggregation}", edges)
