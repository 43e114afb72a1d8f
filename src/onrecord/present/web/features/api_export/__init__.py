"""Exports through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_export.api import api

FEATURE = Feature("api_export", "Export", 80, api=api)
