"""Statements through the API: lists, one with its provenance, and what values they have."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_statements.api import api

FEATURE = Feature("api_statements", "Statements", 10, api=api)
