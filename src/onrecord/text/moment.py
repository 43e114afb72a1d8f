"""Times of publication as points in time, so that what was told in several time zones can be put in order."""

from __future__ import annotations

from datetime import UTC, datetime

LATEST = "9999"
"""The place of what bears no time: behind all that do."""


def instant(iso: str | None) -> str:
    """Return `iso` in a form that sorts by time, in UTC; a day or month alone stands at its end, no time at all last.

    A time without offset is taken for UTC. Whether a day alone or an hour of it was first is not known: the hour is
    the better witness. Raises ValueError for what is no ISO 8601.
    """
    if not iso:
        return LATEST
    if len(iso) <= len("2025-09-02"):
        return f"{iso}T99"
    return _in_utc(datetime.fromisoformat(iso)).replace(tzinfo=None).isoformat(timespec="seconds")


def _in_utc(moment: datetime) -> datetime:
    try:
        return moment if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar in another zone
        return moment
