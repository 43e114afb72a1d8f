"""JSON as the API sends it."""

from __future__ import annotations

import json
from typing import Any


def encoded(value: Any) -> bytes:  # noqa: ANN401 (whatever JSON can hold)
    """Return `value` as JSON in UTF-8.

    Half surrogate pairs, which UTF-8 cannot hold and a record can, are written as JSON's escapes.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
