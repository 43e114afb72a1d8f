"""Attributions become statements: who says it, to whom, when and where; and what the page itself contradicts."""

from onrecord.resolve.resolution import Resolution, resolution, resolved
from onrecord.resolve.resolver import Resolver
from onrecord.resolve.speakers import Resolved, statements, with_actors

__all__ = ["Resolution", "Resolved", "Resolver", "resolution", "resolved", "statements", "with_actors"]
