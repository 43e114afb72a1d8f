"""A capture: the bytes of one input exactly as received."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.record.ids import content_id, sha256_hex


class MediaType(StrEnum):
    """What kind of bytes a capture holds, and so which reader turns them into a document."""

    PLAIN = "text/plain"
    HTML = "text/html"
    JSON_ROW = "application/json"
    """One row of a JSON Lines file: fields id, url, outlet, published, title, and text or html."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of an input beside its bytes; None where nothing was said.

    `published` is an ISO 8601 date or date-time as the user wrote it; `charset` a Python codec name;
    `language` an ISO 639-1 code.
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    charset: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one input, where they were met, and their SHA-256. Never changed.

    `locator` is where it was met: a path, a URL, ``-`` for standard input; a row of a JSON Lines
    file is ``PATH#LINE`` (1-based). `article` is the name an outsider knows it by: the file's name,
    or the row's id. `data` holds the file's bytes, or the row's bytes without its line end.
    `declared_charset` is what the carrier said (an HTTP header); None for files.
    """

    data: bytes
    media_type: MediaType
    locator: str
    article: str
    given: Given = field(default_factory=Given)
    declared_charset: str | None = None
    fetched_at: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of `data`, 64 hexadecimal digits."""
        return sha256_hex(self.data)

    @property
    def id(self) -> str:
        """The capture's id: it depends on the bytes and on how they are read, not on where they lay."""
        return content_id("capture", self.media_type.value, self.sha256)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input of which no capture could be made, and why; it still stands in the ledger.

    `skipped` tells an input left out on purpose (a picture in a folder) from one that failed.
    """

    locator: str
    reason: str
    skipped: bool = False
