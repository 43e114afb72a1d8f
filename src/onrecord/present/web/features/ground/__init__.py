"""Common ground: what the stated positions of chosen sides are to one another, issue by issue."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.ground.pages import pages

FEATURE = Feature("ground", "Common ground", 19, "/ground", pages)
