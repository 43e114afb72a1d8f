"""Articles through the API: their text, regions, statements and anomalies."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.api_documents.api import api

FEATURE = Feature("api_documents", "Documents", 20, api=api)
