"""An annotation: a stretch of a document that a coder gave values to by hand, in another program."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.errors import InternalError
from onrecord.record.ids import content_id, sha256_hex
from onrecord.record.span import Span

AnnotationValue: TypeAlias = str | int | bool | None
"""The value of a variable: text, a whole number, yes or no; None or "" where the coder gave none."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """What `coder` said of `span` of a document, as `file_id` and `number` there have it.

    `kind` is the statement type of the file, which decides what variables there are; `values` are theirs, in its
    order. Nothing here is the machine's. Raises InternalError where a variable has two values.
    """

    file_id: str
    number: int
    document_id: str
    span: Span
    coder: str
    kind: str
    values: tuple[tuple[str, AnnotationValue], ...]

    def __post_init__(self) -> None:
        if len(dict(self.values)) != len(self.values):
            raise InternalError(f"annotation {self.number} has two values of one variable")

    @property
    def id(self) -> str:
        """The annotation's id: all it says, and where."""
        told = json.dumps(self.values, ensure_ascii=False)
        place = (self.document_id, self.span.start, self.span.end)
        return content_id("annotation", self.file_id, self.number, *place, self.coder, self.kind, told)


@dataclass(frozen=True, slots=True)
class CodingFile:
    """A file of another program that texts were coded in: its name, and all its bytes. Never changed."""

    name: str
    data: bytes

    @property
    def id(self) -> str:
        """The file's id: it depends on the bytes alone."""
        return content_id("coding file", sha256_hex(self.data))
