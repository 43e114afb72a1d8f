"""Documents become attributions, and an account of their quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.extract.accounts import unattributed
    from onrecord.extract.tagger import Tagger

__all__ = ["Tagger", "unattributed"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load what is first asked for: onnxruntime takes 100 ms to import, and only the tagger needs it."""
    if name == "Tagger":
        from onrecord.extract.tagger import Tagger

        return Tagger
    if name == "unattributed":
        from onrecord.extract.accounts import unattributed

        return unattributed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
