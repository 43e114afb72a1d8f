"""``onrecord anomalies``: what pages themselves contradict, and what articles tell against one another."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from onrecord.errors import SettingsError
from onrecord.present.cli.articles import WIDTH, name_of, told_by
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, shortened, table, write_data
from onrecord.present.export import formats, tellings
from onrecord.query import AnomalyFilter, Filter, Flagged, anomalies, clashes
from onrecord.query.altered import AlteredTelling, altered
from onrecord.query.clashes import ClashFilter, Clashing
from onrecord.query.gathered import Gathered, gathered
from onrecord.query.reported import Reported
from onrecord.settings import Settings
from onrecord.store import Store

_COLUMNS: list[tuple[str, dict[str, Any]]] = [
    ("told by", {"no_wrap": True, "width": WIDTH}),
    ("what does not fit", {"overflow": "fold"}),
]
_LENGTH, _NAMES = 90, 8
"""Characters of the words, and outlets, shown."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Print the anomalies asked for."""
    with Store.open(settings.record, busy_timeout=settings.busy_timeout) as store:
        if arguments.across:
            return _across(store, arguments)
        wanted = AnomalyFilter(arguments.kind, arguments.outlet, arguments.since, arguments.until, arguments.limit)
        if arguments.json or arguments.csv:
            write_data(formats.anomaly_lines(store, wanted, "csv" if arguments.csv else "jsonl"))
            return Exit.OK
        found = list(anomalies(store, wanted))
    if found:
        table(_COLUMNS, (_row(flagged) for flagged in found))
    say(f"{len(found)} anomalies" if len(found) != 1 else "1 anomaly")
    return Exit.OK


def _row(flagged: Flagged) -> tuple[str, ...]:
    words = " … ".join(span.words for span in flagged.anomaly.spans)
    told = f"{flagged.kind}: “{shortened(words, _LENGTH)}”\n{shortened(flagged.reason, 200)}"
    return told_by(flagged.heading), told


def _across(store: Store, arguments: Namespace) -> int:
    """Print altered quotations, and quotations given to different speakers, addressees or days."""
    if arguments.kind or arguments.csv:
        raise SettingsError("--across goes with neither --kind nor --csv")
    days = {"outlet": arguments.outlet, "since": arguments.since, "until": arguments.until}
    found: list[AlteredTelling | Clashing] = [
        *altered(store, Filter(**days, limit=arguments.limit)),
        *clashes.every(store, ClashFilter(**days)),
    ]
    if arguments.json:
        write_data(dumped(_plain(each)) for each in found[: arguments.limit])
        return Exit.OK
    told: list[AlteredTelling | Gathered] = [each for each in found if isinstance(each, AlteredTelling)]
    told = [*told, *gathered(each for each in found if isinstance(each, Clashing))][: arguments.limit]
    if told:
        table(_COLUMNS, map(_row_across, told))
    say(f"{len(told)} anomalies across articles" if len(told) != 1 else "1 anomaly across articles")
    return Exit.OK


def _row_across(found: AlteredTelling | Gathered) -> tuple[str, ...]:
    if isinstance(found, Gathered):
        ways = "\n".join(f"{shortened(way, 60)}: {_tellers(told)}" for way, told in found.ways)
        see = ", ".join(told[0].id[:8] for _, told in found.ways)
        words = f"{found.kind.value}: “{shortened(found.words, _LENGTH)}”\n{ways}\nsee onrecord show {see}"
        return told_by(found.ways[0][1][0].heading), words
    reasons = "; ".join(f"{each.kind.value}: {each.reason}" for each in found.changes)
    told = f"{found.kind}: {shortened(found.telling.words, _LENGTH)}\n{shortened(reasons, 250)}"
    return told_by(found.telling.reported.heading), f"{told}\nsee onrecord compare {found.utterance_id[:8]}"


def _tellers(told: Sequence[Reported]) -> str:
    names = list(dict.fromkeys(name_of(each.heading) for each in told))
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return f"{', '.join(names[:_NAMES])}{more}"


def _plain(found: AlteredTelling | Clashing) -> dict[str, Any]:
    if isinstance(found, Clashing):
        told = [{"statement": each.id, "outlet": each.outlet, "speaker": each.speaker} for each in found.statements]
        return {"kind": found.kind.value, "words": found.words, "reason": found.reason, "statements": told}
    telling, fullest = tellings.telling(found.telling), tellings.telling(found.fullest)
    return {"kind": found.kind, "utterance": found.utterance_id, "telling": telling, "fullest": fullest}
