"""Tellings made of a line: ``“`` and ``”`` quote, ``||`` parts what a cue stands between."""

from __future__ import annotations

from onrecord.record import Form, Part, Told


def telling(line: str, statement_id: str = "a") -> Told:
    """Return a telling of `line`; without quotation marks all of it is direct speech."""
    form = Form.DIRECT if "“" not in line or line.startswith("“") else Form.MIXED
    return Told(statement_id, f"d-{statement_id}", None, None, None, form, tuple(map(part, line.split(" || "))), "said")


def part(words: str) -> Part:
    """Return `words` with where “ ” quote them."""
    starts = [at + 1 for at, letter in enumerate(words) if letter == "“"]
    ends = [at for at, letter in enumerate(words) if letter == "”"]
    return Part(words, tuple(zip(starts, ends, strict=True)))
