"""Issues: what statements are about, and who stands where on each."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.issues.pages import pages

FEATURE = Feature("issues", "Issues", 17, "/issues", pages)
