"""What is known of a record as altair charts: sides by shape and colour, in a palette that prints in grey too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.networks import Network
from onrecord.present.export.network.drawn import plain
from onrecord.present.pictures.library import library
from onrecord.query.standing import Heatmap
from onrecord.query.timeline import NONE, Timeline
from onrecord.record.position import Glance, Leaning
from onrecord.text.hidden import shown

SIDES = ("support", "mixed", "neutral", "oppose")
COLOURS = ("#0b5a57", "#5b3d8a", "#8b8a84", "#8a3a06")
SHAPES = ("triangle-up", "diamond", "circle", "triangle-down")
GROUPS = ("#1b4b82", "#8a3a06", "#0b5a57", "#5b3d8a", "#7a5b00", "#8c1d4f", "#3f6212", "#5a5e65")
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The first lies in vl-convert itself: a picture has its words on every machine."""
_DAY = 86_400_000

Chart = Any
"""An altair chart: shown by notebooks, written by :func:`onrecord.present.pictures.save`."""


def timeline_chart(found: Timeline, title: str = "") -> Chart:
    """Return statements over time: a lane for each stance or type, marks as large as their number."""
    alt = library()
    rows = [
        {"time": period, "row": "not told" if row == NONE else row, "statements": number}
        for (period, row), number in sorted(found.numbers.items())
    ]
    order = ["not told" if row == NONE else row for row in found.rows]
    base = alt.Chart(alt.Data(values=_safe(rows)), title=shown(title)).encode(
        x=alt.X(
            "time:T",
            title=None,
            scale=alt.Scale(type="utc", padding=24),
            axis=alt.Axis(tickMinStep=_DAY, labelFlush=False, format=_format(found)),
        ),
        y=alt.Y("row:N", sort=order, title=None),
        tooltip=["time:T", "row:N", "statements:Q"],
    )
    stances = set(order) <= {*SIDES, "not told"}
    colour = _sides(alt, "row") if stances else alt.value(GROUPS[0])
    size = alt.Size("statements:Q", scale=alt.Scale(range=[25, 500]), title="Statements")
    return _styled(
        base.mark_point(filled=True, opacity=0.9)
        .encode(size=size, color=colour)
        .properties(width=640, height=alt.Step(34))
    )


def _format(found: Timeline) -> str:
    """Return how times are written below: as days, months or years, whatever the periods are."""
    length = max((len(each) for each in found.periods), default=4)
    return {4: "%Y", 7: "%b %Y"}.get(length, "%-d %b %Y")


def heatmap_chart(found: Heatmap, title: str = "") -> Chart:
    """Return actors by issues: the side by colour and shape, the passages by number; "?" where all are conditional."""
    alt = library()
    rows = [_cell(found.positions[key]) for key in sorted(found.positions)]
    base = alt.Chart(alt.Data(values=_safe(rows)), title=shown(title)).encode(
        x=alt.X(
            "issue:N",
            sort=[shown(each.name) for each in found.issues],
            title=None,
            axis=alt.Axis(labelAngle=-40, orient="top", labelLimit=220),
        ),
        y=alt.Y("actor:N", sort=[shown(each.name) for each in found.actors], title=None, axis=alt.Axis(labelLimit=260)),
        tooltip=["actor:N", "issue:N", "side:N", "told:N"],
    )
    tint = base.mark_rect(opacity=0.18).encode(color=_sides(alt, "side"))
    mark = base.mark_point(filled=True, size=60, xOffset=-9).encode(
        color=_sides(alt, "side"),
        shape=alt.Shape("side:N", scale=alt.Scale(domain=list(SIDES), range=list(SHAPES)), title="Position"),
    )
    number = base.mark_text(dx=8, fontSize=11).encode(text="number:N")
    return _styled((tint + mark + number).properties(width=alt.Step(44), height=alt.Step(24)))


def _cell(position: Glance) -> dict[str, Any]:
    bound = position.leaning in (Leaning.SUPPORT, Leaning.OPPOSE) and not position.firm
    told = ", ".join(f"{side.stance.value} {side.number}" for side in sorted(position.sides, key=lambda s: s.stance))
    return {
        "actor": position.actor,
        "issue": position.issue,
        "side": position.leaning.value,
        "number": f"{position.number}{'?' if bound else ''}",
        "told": told,
    }


def network_chart(made: Network, title: str = "", edges: int = 500) -> Chart:
    """Return a network's heaviest edges and their nodes, the larger the more statements; names of the largest."""
    alt = library()
    found = plain(made, edges)
    nodes: Sequence[dict[str, Any]] = found["nodes"]
    points = [
        {**node, "group": "column" if node["community"] is None else str(min(node["community"], 7) + 1)}
        for node in nodes
    ]
    heaviest = max((abs(edge["weight"]) for edge in found["edges"]), default=1.0) or 1.0
    lines = [_line(nodes, edge, heaviest) for edge in found["edges"]]
    hidden = {"axis": None, "scale": alt.Scale(domain=[-1.1, 1.1])}
    links = (
        alt.Chart(alt.Data(values=_safe(lines)))
        .mark_rule()
        .encode(
            x=alt.X("x:Q", **hidden),
            y=alt.Y("y:Q", **hidden),
            x2="x2:Q",
            y2="y2:Q",
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            strokeDash=alt.condition("datum.weight < 0", alt.value([4, 3]), alt.value([1, 0])),
            color=alt.condition("datum.weight < 0", alt.value(COLOURS[3]), alt.value("#b5afa0")),
            tooltip=["source:N", "target:N", "weight:Q"],
        )
    )
    base = alt.Chart(alt.Data(values=_safe(points))).encode(x=alt.X("x:Q", **hidden), y=alt.Y("y:Q", **hidden))
    circles = base.mark_circle(opacity=1).encode(
        size=alt.Size("statements:Q", scale=alt.Scale(range=[30, 600]), title="Statements"),
        color=alt.Color("group:N", scale=alt.Scale(range=list(GROUPS)), title="Group"),
        tooltip=["name:N", "statements:Q", "group:N"],
    )
    named = sorted(points, key=lambda node: (-int(node["statements"]), str(node["name"])))[:40]
    names = (
        alt.Chart(alt.Data(values=_safe(named)))
        .mark_text(align="left", dx=8, fontSize=11)
        .encode(x=alt.X("x:Q", **hidden), y=alt.Y("y:Q", **hidden), text="name:N")
    )
    return _styled((links + circles + names).properties(width=760, height=620, title=shown(title)))


def _line(nodes: Sequence[dict[str, Any]], edge: dict[str, Any], heaviest: float) -> dict[str, Any]:
    one, other = nodes[edge["source"]], nodes[edge["target"]]
    return {
        "x": one["x"],
        "y": one["y"],
        "x2": other["x"],
        "y2": other["y"],
        "source": one["name"],
        "target": other["name"],
        "weight": edge["weight"],
        "width": round(0.5 + 4 * abs(edge["weight"]) / heaviest, 2),
    }


def _safe(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows with what is not seen of their words written out: no picture could hold it."""
    return [{key: shown(value) if isinstance(value, str) else value for key, value in row.items()} for row in rows]


def _sides(alt: Any, name: str) -> Any:  # noqa: ANN401 (altair has no types of its own that are stable)
    return alt.Color(f"{name}:N", scale=alt.Scale(domain=list(SIDES), range=list(COLOURS)), title="Position")


def _styled(chart: Chart) -> Chart:
    """Return a chart in the style of the reading room."""
    return (
        chart.configure(font=FONT, background="white")
        .configure_view(stroke=None)
        .configure_axis(grid=False, domainColor="#ddd8cc", tickColor="#ddd8cc", labelColor="#1f2124")
        .configure_title(anchor="start", fontSize=15, color="#1f2124")
    )
