"""onrecord turns news coverage into a record of public statements that anyone can check.

    import onrecord
    record = onrecord.open("summit.onrecord")
    record.read("articles/")
    for statement in record.statements(speaker="Putin"):
        print(statement)

The names come from :mod:`onrecord.api`, which is imported when one of them is first used.
"""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["Record", "__version__", "open", "read_text"]

TYPE_CHECKING = False  # as typing's, whose import takes longer than all the rest of this module
if TYPE_CHECKING:
    from typing import Any

    from onrecord.api import Record, open, read_text


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562)
    if name in __all__:
        from onrecord import api

        return getattr(api, name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
