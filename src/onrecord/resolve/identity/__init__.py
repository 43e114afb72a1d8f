"""One actor across documents: from local actors to identities."""

from onrecord.resolve.identity.appearances import appearances, company_of
from onrecord.resolve.identity.identities import Identities, identities
from onrecord.resolve.identity.standing import bodies

__all__ = ["Identities", "appearances", "bodies", "company_of", "identities"]
