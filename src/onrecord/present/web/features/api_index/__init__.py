"""What the API offers, and the kinds of its problems."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_index.api import api

FEATURE = Feature("api_index", "API", 5, api=api)
