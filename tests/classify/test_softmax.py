"""A regression over named features is read from JSON and gives probabilities."""

import json

import pytest

from onrecord.classify.softmax import Softmax, shipped_types
from onrecord.errors import ModelError
from onrecord.record import StatementType

KEPT = {"name": "m", "classes": ["a", "b"], "bias": [0.0, 0.0], "weights": {"x": [100, 0], "y": [0, 50]}}


def test_chances_sum_to_one_and_follow_the_weights() -> None:
    """A feature with weight for a class makes it likelier; one without any changes nothing."""
    model = Softmax.of("m", json.dumps(KEPT).encode())
    chances = model.chances({"x": 1.0, "unknown": 5.0})
    assert chances["a"] == pytest.approx(0.7311, abs=1e-4)
    assert sum(chances.values()) == pytest.approx(1)


def test_the_order_of_features_does_not_matter() -> None:
    """The same features in another order give the very same numbers."""
    model = shipped_types()
    names = sorted(model.weights)[::97]
    assert model.chances(dict.fromkeys(names, 0.1)) == model.chances(dict.fromkeys(reversed(names), 0.1))


def test_the_shipped_model_tells_the_ten_types() -> None:
    """Its classes are the types, in their order."""
    assert shipped_types().classes == tuple(kind.value for kind in StatementType)


@pytest.mark.parametrize("data", [b"", b"[]", b'{"classes": ["a"], "bias": [], "weights": {}, "name": "m"}'])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    """A broken file says which one it is and what to do."""
    with pytest.raises(ModelError, match=r"types.json.*Reinstall"):
        Softmax.of("types.json", data)
