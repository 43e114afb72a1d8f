"""Coded statements that tests make up."""

from __future__ import annotations

from datetime import datetime

from hypothesis import strategies as st

from onrecord.networks import Coded, Value


def said(number: int, actor: str, issue: str, agree: Value, day: str = "2024-03-01", **more: object) -> Coded:
    """Return a statement on a day, or at a time."""
    values: dict[str, Value] = {"actor": actor, "issue": issue, "agree": agree}
    when = datetime.fromisoformat(day) if day else None
    return Coded(f"s{number}", str(more.pop("document", "d1")), values, when, **more)  # type: ignore[arg-type]


rows = st.lists(
    st.tuples(
        st.sampled_from(["Verek", "Lorn", "Tarsk", "Osk", ""]),
        st.sampled_from(["toll", "bridge", "ferry"]),
        st.booleans(),
        st.sampled_from(["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-29", "2025-01-15"]),
    ),
    max_size=25,
)


def made(drawn: list[tuple[str, str, bool, str]]) -> list[Coded]:
    """Return the statements that `rows` drew."""
    return [said(number, *each, document=f"d{number % 4}") for number, each in enumerate(drawn, 1)]
