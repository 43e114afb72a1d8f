"""Articles side by side through the API."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_compare.api import api

FEATURE = Feature("api_compare", "Comparison", 17, api=api)
