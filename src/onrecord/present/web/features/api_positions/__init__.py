"""Issues, positions and common ground through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_positions.api import api

FEATURE = Feature("api_positions", "Positions", 19, api=api)
