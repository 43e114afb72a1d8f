"""One actor across documents: from local actors to identities."""

from onrecord.resolve.identity.appearances import appearances, company_of
from onrecord.resolve.identity.identities import Identities, identities

__all__ = ["Identities", "appearances", "company_of", "identities"]
