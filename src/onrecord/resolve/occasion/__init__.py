"""Where and on which occasion a statement was made."""

from onrecord.resolve.occasion.occasions import occasions

__all__ = ["occasions"]
