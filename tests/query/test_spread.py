"""How statements spread over time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import fakes
from tests.store.filled import fill

from onrecord.query import Filter
from onrecord.query.spread import spread
from onrecord.store import Store


def record(path: Path, *times: str | None) -> Store:
    """Return a record with an article of one statement for each time of publication."""
    store = Store.open(path / "r.onrecord", create=True)
    for number, time in enumerate(times):
        given = {"published": time} if time else {}
        text = f"Title {number}\n\n“Again {number},” said Ada Mott.\n"
        fill(store, fakes.capture(text, f"{number}.txt", **given))
    return store


@pytest.mark.parametrize(
    ("times", "parts"),
    [
        ((), ()),
        (("2031-03-04", "2031-03-06T10:00", "2031-03-06"), (("2031-03-04", 1), ("2031-03-05", 0), ("2031-03-06", 2))),
        (("2031-02-27", "2031-04-28"), (("2031-02", 1), ("2031-03", 0), ("2031-04", 1))),
        (("2030-12-01", "2031-02-01"), (("2030-12", 1), ("2031-01", 0), ("2031-02", 1))),
        (
            ("2020-12-01", "2022-02-01", "2031-01-01"),
            tuple((str(y), int(y in (2020, 2022, 2031))) for y in range(2020, 2032)),
        ),
    ],
)
def test_parts(tmp_path: Path, times: tuple[str, ...], parts: tuple[tuple[str, int], ...]) -> None:
    """A short time is told by day, a longer one by month, a long one by year, without gaps."""
    with record(tmp_path, *times) as store:
        assert spread(store, Filter()).parts == parts


def test_undated(tmp_path: Path) -> None:
    """Statements of unknown date are counted beside; conditions count."""
    with record(tmp_path, None, "2031-03-04") as store:
        assert spread(store, Filter()).undated == 1
        assert spread(store, Filter(words="again 1")).undated == 0
        assert spread(store, Filter(words="nothing")).parts == ()
