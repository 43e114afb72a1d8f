"""An utterance or a comparison as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.present.telling_words import of_fullest, of_telling
from onrecord.query.compared import Comparison
from onrecord.query.tellings import ShownUtterance
from onrecord.record import Relation
from onrecord.text.hidden import shown as shown_characters


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.present.export", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["seen"] = shown_characters
    return made


def utterance_page(found: ShownUtterance) -> str:
    """Return an utterance as a page: its tellings, each beside the fullest, with their differences explained."""
    others = [each for each in found.tellings if each.relation is not Relation.FULL]
    pairs = [(each, of_fullest(found.fullest, each), of_telling(each)) for each in others]
    return _environment().get_template("utterance.html").render(found=found, pairs=pairs)


def compared_page(found: Comparison) -> str:
    """Return articles side by side as a page: a row for each thing said."""
    return _environment().get_template("compared.html").render(found=found)
