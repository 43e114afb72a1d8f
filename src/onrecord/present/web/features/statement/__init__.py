"""One statement: in its paragraph, with every field's basis, and all that leads back to its bytes."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.statement.pages import pages

FEATURE = Feature("statement", "Statement", 21, pages=pages)
