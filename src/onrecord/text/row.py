"""One row of a JSON Lines file as fields."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from onrecord.errors import InputError

_NAMES = ("id", "url", "outlet", "published", "title", "text", "html")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """The fields of a row that say something; None where a field is absent, null or blank.

    `flags` names fields of a wrong kind that were left out ("row-url-ignored") and half characters
    that were replaced ("row-surrogate-replaced").
    """

    id: str | None
    url: str | None
    outlet: str | None
    published: str | None
    title: str | None
    text: str | None
    html: str | None
    flags: tuple[str, ...] = ()

    @property
    def source_field(self) -> str:
        """The field that holds the article: "text" where there is one, else "html"."""
        return "text" if self.text is not None else "html"

    @property
    def source(self) -> str:
        """The article as the row has it."""
        return self.text if self.text is not None else self.html or ""


def parse_row(data: bytes) -> Row:
    """Return the fields of the JSON object in `data` (UTF-8, with or without byte order mark).

    Raises InputError when `data` is no JSON object or holds neither text nor html.
    """
    fields = _object(data)
    flags: list[str] = []
    values = {
        name: _string(fields, name, flags) for name in ("id", "url", "outlet", "published", "title", "text", "html")
    }
    row = Row(**values, flags=tuple(flags))
    if row.text is None and row.html is None:
        raise InputError('the row has no article: give it a field "text" or "html" with the article as a string')
    return row


def _object(data: bytes) -> dict[str, object]:
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"the row is not UTF-8 (byte {error.start}): save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"the row is not valid JSON ({error}): write one JSON object per line") from error
    if not isinstance(value, dict):
        raise InputError(f"the row is a JSON {type(value).__name__}: write one JSON object per line")
    return value


def _string(fields: dict[str, object], name: str, flags: list[str]) -> str | None:
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        flags.append(f"row-{name}-ignored")
        return None
    # JSON can write half a surrogate pair, which no file or database can store: same length, so offsets hold.
    whole = _SURROGATE.sub("\ufffd", value)
    if whole != value:
        flags.append("row-surrogate-replaced")
    return whole
