"""The ledger: what was read, skipped and failed, run by run."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.ledger.api import api
from onrecord.present.web.features.ledger.pages import pages

FEATURE = Feature("ledger", "Ledger", 90, "/ledger", pages, api)
