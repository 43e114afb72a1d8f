"""An article as published, with what the record holds of it marked."""

from onrecord.present.web.feature import Feature
from onrecord.present.web.features.article.pages import pages

FEATURE = Feature("article", "Article", 20, pages=pages)
