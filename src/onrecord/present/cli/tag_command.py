"""``onrecord tag``: attributions of texts, without a record."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from argparse import Namespace
from collections.abc import Iterator
from typing import BinaryIO

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import dumped, say, visible, write_data
from onrecord.record import Attribution, Span
from onrecord.run.work import Failure
from onrecord.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Print each document's attributions, in order; return 1 when some document failed."""
    names: list[str] = []
    failed = 0
    for number, found in enumerate(pipeline.tag(_tasks(arguments.file, names), settings)):
        if isinstance(found, Failure):
            say(f"failed: document {visible(names[number])}: {visible(found.reason)}")
            failed += 1
            found = ()
        write_data([dumped({"id": names[number], "attributions": list(map(_plain, found))})])
    return Exit.FOUND_WRONG if failed else Exit.OK


def _tasks(name: str, names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the (id, text) of every row, and leave its id in `names`."""
    try:
        with _opened(name) as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    task = _task(line, f"{name}, line {number}")
                    names.append(task[0])
                    yield task
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{name}: it cannot be read ({error}); check the file") from error


def _opened(name: str) -> BinaryIO:
    if name == "-":
        return sys.stdin.buffer
    if name.endswith(".gz"):
        return gzip.open(name)  # type: ignore[return-value]  # a GzipFile reads like any binary file
    return open(name, "rb")  # noqa: PTH123 (closed by the caller)


def _task(line: bytes, where: str) -> tuple[str, str]:
    try:
        row = json.loads(line)
        name, text = row["id"], row["text"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{where}: not a JSON object with id and text ({error}); mend or remove the line") from error
    if not isinstance(text, str):
        raise InputError(f"{where}: its text is no string; mend or remove the line")
    return str(name), text


def _plain(attribution: Attribution) -> dict[str, object]:
    a = attribution
    roles = {"source": a.source, "cue": a.cue, "content": a.content, "via": a.via}
    extra = {
        "form": a.form.value,
        "act": a.act.value if a.act else None,
        "confidence": round(a.confidence, 4),
    }
    return {**{role: list(map(_pair, spans)) for role, spans in roles.items()}, **extra}


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
