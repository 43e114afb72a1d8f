"""Two real reports of one politician's remarks on one matter, on two occasions."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.aligned import aligned

from onrecord import pipeline, read
from onrecord.classify import is_public
from onrecord.record import Capture

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "cases" / "seeds"


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="needs ../shared")
def test_two_acts_of_saying_are_not_merged():
    """What was said at a meeting with one leader and at a summit before is of two occasions, whatever the matter."""
    tagger = pipeline.load_tagger()
    captures = [capture for capture in read.captures([str(SEEDS)]) if isinstance(capture, Capture)]
    articles = {capture.article: pipeline.article(capture, tagger) for capture in captures}
    found = {name: [s for s in article.statements if is_public(s.stated)] for name, article in articles.items()}
    home = {s.id: name for name, statements in found.items() for s in statements}
    alignment = aligned(articles, found)
    assert alignment.occasions
    assert all(len({home[one] for one in occasion.statements}) == 1 for occasion in alignment.occasions)
