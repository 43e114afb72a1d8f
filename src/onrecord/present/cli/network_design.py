"""What the arguments of ``onrecord network`` ask for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from onrecord.errors import SettingsError
from onrecord.networks import Aggregation, Design, Duplicates, Kernel, Mode, Normalization, Shape, Step, Window

_DAY = len("2024-03-01")


def design_of(arguments: Namespace, variables: Collection[str], usual: Sequence[str]) -> Design:
    """Return the network asked for of statements that have these variables.

    `usual` are the rows, columns and qualifier where the arguments name none; a usual qualifier that is not there is
    none. Raises SettingsError for what does not go together.
    """
    rows, columns, usual_qualifier = usual
    qualifier = arguments.qualifier or (usual_qualifier if usual_qualifier in variables else None)
    return Design(
        rows=arguments.rows or rows,
        columns=arguments.columns or columns,
        qualifier=None if qualifier == "none" else qualifier,
        shape=Shape(arguments.type),
        aggregation=Aggregation(arguments.aggregation),
        normalization=Normalization(arguments.normalization),
        duplicates=Duplicates(arguments.duplicates) if arguments.duplicates else None,
        mode=Mode(arguments.mode),
        isolates=arguments.isolates,
        since=_moment(arguments.since, "--from"),
        until=_moment(arguments.until, "--to", end=True),
        exclude=_values(arguments.exclude, "--exclude"),
        only=_values(arguments.only, "--only"),
        top=arguments.top,
    )


def window_of(arguments: Namespace) -> Window | None:
    """Return the window of time asked for, None where none is."""
    if arguments.window is None:
        if arguments.size is not None or arguments.kernel is not None or arguments.indent:
            raise SettingsError("--size, --kernel and --indent are those of a window: name its unit with --window")
        return None
    if arguments.size is None:
        raise SettingsError(f"a window of {arguments.window} needs its length: --size N")
    kernel = Kernel(arguments.kernel) if arguments.kernel else None
    return Window(Step(arguments.window), arguments.size, kernel, arguments.indent)


def _moment(told: str | None, option: str, *, end: bool = False) -> datetime | None:
    """Return a time, UTC without zone; of a day its first second, or with `end` its last."""
    if told is None:
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        raise SettingsError(f"{option} is {told!r}; give a day or time, such as 2024-03-01") from None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment + timedelta(days=1, seconds=-1) if end and len(told) == _DAY else moment


def _values(told: Sequence[str], option: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in told:
        name, sign, value = each.partition("=")
        if not sign or not name:
            raise SettingsError(f"{option} is {each!r}; give a variable and a value, such as type=demand")
        found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}
