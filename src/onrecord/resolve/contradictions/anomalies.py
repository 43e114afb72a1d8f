"""All contradictions of a page together."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record import Document, Statement
from onrecord.record.anomaly import Anomaly
from onrecord.record.timex import Timex
from onrecord.resolve.authority import Authority
from onrecord.resolve.contradictions.futures import futures
from onrecord.resolve.contradictions.numbers import numbers
from onrecord.resolve.contradictions.offices import offices
from onrecord.resolve.contradictions.repeated import repeated
from onrecord.resolve.contradictions.swapped import swapped
from onrecord.resolve.contradictions.unborne import unborne
from onrecord.resolve.contradictions.weekdays import weekdays


def anomalies(
    document: Document, statements: Sequence[Statement], times: Sequence[Timex], authority: Authority
) -> tuple[Anomaly, ...]:
    """Return what the page itself contradicts, in order of the text; the text stays as it is.

    `times` are those of :func:`onrecord.resolve.when.times`. Each place is flagged once per kind.
    """
    found = [
        *futures(document, times),
        *weekdays(document),
        *swapped(document),
        *offices(document, authority),
        *numbers(document),
        *unborne(document, statements),
        *repeated(document),
    ]
    unique = {anomaly.id: anomaly for anomaly in found}
    return tuple(sorted(unique.values(), key=lambda a: (a.spans[0].start, a.kind.value, a.spans[-1].end)))
