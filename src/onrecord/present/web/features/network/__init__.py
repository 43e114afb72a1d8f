"""The network: who is linked with whom by what they say, as a picture and as tables."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.network.pages import pages

FEATURE = Feature("network", "Network", 20, "/network", pages)
