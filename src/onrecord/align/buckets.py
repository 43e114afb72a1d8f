"""Where to look for the other tellings of a statement: keys of which two that can be aligned share one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zlib import crc32

from onrecord.align.circumstances import is_coarse
from onrecord.align.lists import lists
from onrecord.align.prepared import QUOTED, Prepared
from onrecord.record import Told

TOLERANCE = 1
"""Days by which two tellings may date one act of saying apart: it is tomorrow already in Seoul."""

SHINGLES = 32
"""Runs of quoted words that are keys, at most: those of the least hashes, so that equal quotations share them."""

TELLING = 2
"""Words of such a run that tell something, at least: everybody says "as soon as it"."""


def buckets(told: Told) -> tuple[str, ...]:
    """Return the keys under which a statement is looked for, sorted and few.

    Two statements can only be aligned if they share a key: that of a speaker, of one who relays, or of a body spoken
    for, each with a day or with an occasion that has a name; or that of a run of words between quotation marks.
    """
    times = [*_days(told), *_setting(told)]
    of_speakers = (f"{actor} {time}" for actor in _actors(told) for time in times)
    return tuple(sorted({*of_speakers, *named(told), *quotation_keys(Prepared(told))}))


def named(told: Told) -> frozenset[str]:
    """Return those keys of a statement that name its occasion: who spoke at the Lake States summit, in any year."""
    if told.setting is None or not told.setting[2]:
        return frozenset()
    return frozenset(f"{actor} at {told.setting[2]} {told.setting[0]}" for actor in _actors(told))


def _actors(told: Told) -> frozenset[str]:
    return told.stands_for.union(actor for actor in (told.speaker, told.relay) if actor is not None)


def _days(told: Told) -> Iterator[str]:
    """Yield the days about which a statement may have been made; "" where nothing is known.

    For a month or more these are its first and last month, and the day of publication: what seems to tell when it was
    said often tells of what.
    """
    start, end = (told.said.start, told.said.end) if told.said else (told.published, told.published)
    if start is None or end is None:
        yield ""
        return
    if told.said is not None and is_coarse(told.said):
        yield from (start[:7], end[:7])
        start = end = told.published or end
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    for n in range((last - first).days + 1 + TOLERANCE):
        yield (first + timedelta(days=n)).isoformat()


def _setting(told: Told) -> Iterator[str]:
    """Yield the kind of the setting with the months in which it may have been: a hearing is reported for days."""
    if told.setting is not None:
        days = {told.published, *((told.said.start, told.said.end) if told.said else ())}
        yield from (f"{told.setting[0]} {day[:7]}" for day in sorted(filter(None, days)))


def quotation_keys(one: Prepared) -> Iterator[str]:
    """Yield the keys of the runs of quoted words of a statement."""
    quoted, empty = one.quoted, lists().empty
    runs = {quoted[i : i + QUOTED] for i in range(len(quoted) - QUOTED + 1)}
    telling = (" ".join(run) for run in runs if sum(word not in empty for word in run) >= TELLING)
    yield from (f"“{run}”" for run in sorted(telling, key=lambda run: (crc32(run.encode()), run))[:SHINGLES])
