"""Keep: a record in one SQLite file, and its ledger. Writes whole documents, each in one transaction."""

from onrecord.store.digest import record_digest
from onrecord.store.sightings import Plan
from onrecord.store.store import Store

__all__ = ["Plan", "Store", "record_digest"]
