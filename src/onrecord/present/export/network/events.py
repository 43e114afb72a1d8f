"""Event lists: one coded statement a line, in the layout of DNA."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from onrecord.interchange.dna import DnaStatement
from onrecord.interchange.dna.utf16 import Utf16
from onrecord.networks import Mode
from onrecord.present.export.formats import safe
from onrecord.present.export.network.matrix import line

_BEFORE = ("statement_id", "time")
_AFTER = (
    "start_position",
    "stop_position",
    "text",
    "coder",
    "document_id",
    "document_title",
    "document_author",
    "document_source",
    "document_section",
    "document_type",
)


def events_csv(
    statements: Iterable[DnaStatement],
    variables: Mapping[str, str],
    mode: Mode,
    coders: Mapping[str, int],
    escape: Callable[[str], str] = safe,
) -> Iterator[str]:
    """Yield the statements of one type as lines, `variables` being those of the type with their data types.

    In DNA mode semicolons part the cells, and within them ``;`` is written as ``,`` and ``"`` as ``'``; positions
    count UTF-16 code units and coders are the numbers of `coders`. Corrected, it is CSV after RFC 4180 with every
    character as it is; positions count code points, and coders are named.
    """
    header = (*_BEFORE, *variables, *_AFTER)
    if mode is Mode.DNA:
        yield ";".join(f'"{name}"' for name in header)
        yield from (";".join(_as_dna(statement, variables, coders)) for statement in statements)
        return
    yield line(header)
    for statement in statements:
        cells = _cells(statement, variables, statement.coder, (statement.start, statement.end))
        yield line(escape(each) if isinstance(each, str) else each for each in cells)


def _cells(
    statement: DnaStatement, variables: Mapping[str, str], coder: str | int, place: tuple[int, int]
) -> list[Any]:
    document, when = statement.document, statement.document.when
    values = [statement.values.get(name) for name in variables]
    about = [document.title, document.author, document.source, document.section, document.type]
    time = when.strftime("%Y-%m-%d %H:%M:%S") if when else ""
    own = [int(each) if isinstance(each, bool) else "" if each is None else each for each in values]
    return [statement.id, time, *own, *place, statement.words, coder, document.id, *about]


def _as_dna(statement: DnaStatement, variables: Mapping[str, str], coders: Mapping[str, int]) -> Iterator[str]:
    ways = Utf16.of(statement.document.text)
    place = ways.units(statement.start), ways.units(statement.end)
    for at, each in enumerate(_cells(statement, variables, coders.get(statement.coder, 0), place)):
        # The time is the one text that DNA leaves bare.
        bare = at == 1 or not isinstance(each, str)
        yield str(each) if bare else '"' + each.replace(";", ",").replace('"', "'") + '"'
