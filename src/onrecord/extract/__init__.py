"""Documents become attributions: the tagger and its decoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.extract.tagger import Tagger

__all__ = ["Tagger"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Load the tagger when it is first asked for: onnxruntime takes 100 ms to import."""
    if name == "Tagger":
        from onrecord.extract.tagger import Tagger

        return Tagger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
