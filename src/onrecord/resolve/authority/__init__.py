"""The authority: heads of state and of government, foreign ministers, countries, seats, organisations, outlets."""

from functools import cache

from onrecord.resolve.authority.authority import AS_OF, Authority
from onrecord.resolve.authority.entry import Entry, EntryKind, Territory
from onrecord.resolve.authority.office import UNKNOWN, Office, OfficeKind

__all__ = ["AS_OF", "UNKNOWN", "Authority", "Entry", "EntryKind", "Office", "OfficeKind", "Territory", "authority"]


@cache
def authority() -> Authority:
    """Return the bundled authority, read once."""
    return Authority.load()
