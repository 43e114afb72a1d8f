"""Attributions become statements: who is speaking."""

from onrecord.resolve.resolver import Resolver
from onrecord.resolve.speakers import Resolved, statements, with_actors

__all__ = ["Resolved", "Resolver", "statements", "with_actors"]
