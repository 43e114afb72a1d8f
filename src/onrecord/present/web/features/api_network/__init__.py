"""Discourse networks through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_network.api import api

FEATURE = Feature("api_network", "Network", 21, api=api)
