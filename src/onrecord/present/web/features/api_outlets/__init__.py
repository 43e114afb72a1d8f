"""Outlets through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_outlets.api import api

FEATURE = Feature("api_outlets", "Outlets", 40, api=api)
