"""One actor across documents: from local actors to identities."""

from onrecord.resolve.identity.appearances import appearances
from onrecord.resolve.identity.identities import Identities, identities

__all__ = ["Identities", "appearances", "identities"]
