"""Time expressions of our own on seven days of publication: ``python -m eval.times [-v]``.

The set is ``eval/gold/times.jsonl``; its first line says what its rules mean. What a rule expects is worked out here
with the standard library alone, independent of the code under test. A case is right where an expression has exactly
the bracketed words and the expected value; a case without brackets where no expression is found.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from onrecord.record import Basis, Document, Moment, OffsetMap, Region, RegionKind
from onrecord.resolve.when import times

GOLD = Path(__file__).resolve().parent / "gold" / "times.jsonl"
DAYS = tuple(date(2025, 8, 28) + timedelta(days=i) for i in range(7))
"""The days of publication: a week that goes over a month's end."""
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with one expression at ``[start, end)``, or none; what is expected of it on a day of publication."""

    text: str
    start: int
    end: int
    expect: str

    def names_weekday_of(self, day: date) -> bool:
        """Return whether it names the weekday on which the article was published."""
        return self.expect.startswith(f"weekday {day.weekday()} ")


def cases(path: Path = GOLD) -> list[Case]:
    """Return the set, its brackets taken out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [_case(row["text"], row["expect"]) for row in rows]


def _case(text: str, expect: str) -> Case:
    start, end = text.find("["), text.find("]") - 1
    return Case(text.replace("[", "").replace("]", ""), start, end, expect)


def expected(rule: str, day: date) -> str:
    """Return the TIMEX3 value that a rule expects of an article published on `day`."""
    kind, *rest = rule.split()
    if kind == "=":
        return " ".join(rest)
    suffix = rest.pop() if rest[-1].startswith("T") else ""
    if kind == "month" and len(rest) > 1:
        return _month(int(rest[0]), rest[1], day)
    if kind in ("day", "week", "month", "quarter", "year"):
        return _shifted(kind, int(rest[0]), day) + suffix
    if kind == "weekday":
        return _weekday(int(rest[0]), rest[1], day).isoformat() + suffix
    if kind == "date":
        month, dom = map(int, rest[0].split("-"))
        return _nearest([date(day.year + i, month, dom) for i in (-1, 0, 1)], rest[1], day).isoformat()
    if kind == "season":
        return _season(rest[0], rest[1], day)
    saturdays = [day + timedelta(days=i) for i in range(-14, 15) if (day + timedelta(days=i)).weekday() == 5]
    return _weekend(saturdays, rest[0], day)


def _nearest(days: list[date], way: str, day: date) -> date:
    back = [d for d in days if d < day or (d == day and way == "told")]
    ahead = [d for d in days if d > day or (d == day and way == "ahead")]
    return max(back) if way in ("told", "before") else min(ahead)


def _weekday(number: int, way: str, day: date) -> date:
    days = [d for i in range(-7, 8) if (d := day + timedelta(days=i)).weekday() == number]
    found = _nearest(days, "told" if way == "fresh" else way, day)
    return day + timedelta(days=1) if way == "fresh" and (day - found).days == 6 else found


def _shifted(kind: str, count: int, day: date) -> str:
    if kind == "day":
        return (day + timedelta(days=count)).isoformat()
    if kind == "week":
        year, week, _ = (day + timedelta(weeks=count)).isocalendar()
        return f"{year}-W{week:02}"
    if kind == "year":
        return str(day.year + count)
    months = day.year * 12 + day.month - 1
    if kind == "quarter":
        year, quarter = divmod(months // 3 + count, 4)
        return f"{year}-Q{quarter + 1}"
    year, month = divmod(months + count, 12)
    return f"{year}-{month + 1:02}"


def _month(number: int, way: str, day: date) -> str:
    firsts = [date(day.year + i, number, 1) for i in (-1, 0, 1)]
    return _nearest(firsts, way, day.replace(day=1)).isoformat()[:7]


def _season(name: str, way: str, day: date) -> str:
    """Return the season of that name: three whole months from the one in which it begins."""
    starts = {year: date(year, _SEASONS[name], 1) for year in range(day.year - 2, day.year + 2)}
    ends = {year: date(year + (name == "WI"), (_SEASONS[name] + 3) % 12 or 12, 1) for year in starts}
    if way == "before":
        return f"{max(year for year in starts if ends[year] <= day)}-{name}"
    if way == "after":
        return f"{min(year for year in starts if starts[year] > day)}-{name}"
    return f"{day.year}-{name}"


def _weekend(saturdays: list[date], way: str, day: date) -> str:
    """Return the week of the weekend: the last one that has begun, or the one after this week's."""
    monday = day - timedelta(days=day.weekday())
    if way == "told":
        found = max(s for s in saturdays if s <= day)
    else:
        found = (
            max(s for s in saturdays if s < monday)
            if way == "before"
            else min(s for s in saturdays if s >= monday + timedelta(days=7))
        )
    year, week, _ = found.isocalendar()
    return f"{year}-W{week:02}-WE"


def document(text: str, day: date | None) -> Document:
    """Return a sentence as a document of one region, published on `day`."""
    published = Moment(day.isoformat(), Basis.GIVEN) if day else None
    regions = (Region(0, len(text), RegionKind.BODY),)
    return Document("own", text, regions, OffsetMap.identity(len(text)), "utf-8", published=published)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case on a day of publication."""

    case: Case
    day: date
    right: bool
    wanted: str
    found: str


def outcomes(path: Path = GOLD) -> Iterator[Outcome]:
    """Yield the outcome of every case on every day of publication."""
    for case in cases(path):
        for day in DAYS:
            found = times(document(case.text, day))
            told = "; ".join(f"{t.span.words!r} {t.value}" for t in found)
            if case.expect == "none":
                yield Outcome(case, day, not found, "none", told)
                continue
            wanted = expected(case.expect, day)
            right = any((t.span.start, t.span.end, t.value) == (case.start, case.end, wanted) for t in found)
            yield Outcome(case, day, right, wanted, told)


def scores(path: Path = GOLD) -> dict[str, float]:
    """Return the share of right cases, in all and of those that name the weekday of publication."""
    results = list(outcomes(path))
    same = [o.right for o in results if o.case.names_weekday_of(o.day)]
    return {"right": sum(o.right for o in results) / len(results), "same_weekday": sum(same) / len(same)}


def main() -> None:
    """Print the scores, and with ``-v`` every wrong case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the wrong cases")
    if parser.parse_args().verbose:
        for o in outcomes():
            if not o.right:
                words = o.case.text[o.case.start : o.case.end]
                print(f"{o.day:%a %F} {o.case.text} [{words}] wants {o.wanted}, got {o.found}")
    print(f"{len(cases())} phrases on {len(DAYS)} days of publication")
    for name, score in scores().items():
        print(f"{name:14s} {score:.4f}")


if __name__ == "__main__":
    main()
