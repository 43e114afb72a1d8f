"""Lineage through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_lineage.api import api

FEATURE = Feature("api_lineage", "Lineage", 18, api=api)
