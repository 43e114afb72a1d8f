"""The regressions that decide about pairs."""

from __future__ import annotations

import pytest

from onrecord.align.scorer import Scorer, shipped
from onrecord.errors import ModelError


@pytest.mark.parametrize("name", ["occasion", "link"])
def test_the_package_ships_its_scorers(name):
    """Both scorers can be read, and decide above even chances or below as measured."""
    assert 0 < shipped(name).least < 1


@pytest.mark.parametrize("data", [b"", b"{}", b'{"name": "x", "bias": "y", "weights": {}, "least": 1}', b"[1]"])
def test_what_is_no_model_is_refused(data):
    """A damaged file is told, not guessed at."""
    with pytest.raises(ModelError, match="Reinstall"):
        Scorer.of("link.json", data)


def test_a_missing_model_is_refused():
    """A scorer that is not there is told."""
    with pytest.raises(ModelError, match=r"nobody\.json is missing"):
        shipped("nobody")


def test_chances_do_not_depend_on_the_order_of_features():
    """The same features give the same chance in any order; unknown ones count nothing."""
    one = {"told": 0.7, "held": 0.4, "run": 1.1, "nothing": 5.0}
    assert shipped("link").chance(one) == shipped("link").chance(dict(reversed(one.items())))
