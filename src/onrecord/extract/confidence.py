"""How likely a found attribution is right: calibrated from what the model says of its parts."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

import numpy as np

from onrecord.errors import ModelError
from onrecord.extract.decode import Draft
from onrecord.record import Form

_FLOOR = 1e-6


def features(draft: Draft, form: Form) -> dict[str, float]:
    """Return what the calibration weighs, by name: logits of chances, and facts of form.

    `content` is the mean over the parts, weighted by their units; `weakest` the part least sure.
    """
    lengths = [span.end - span.start for span in draft.content]
    chances = [span.probability for span in draft.content]
    chance = {
        "cue": draft.cue.probability,
        "content": float(np.average(chances, weights=lengths)),
        "weakest": min(chances),
        "content_link": draft.content_probability,
        "source": draft.source.probability if draft.source else 1.0,
        "source_link": draft.source_probability,
    }
    found = {name: math.log(max(value, _FLOOR)) for name, value in chance.items()}
    found |= {f"{name}_doubt": math.log(max(1 - value, 1e-3)) for name, value in chance.items()}
    found["no_source"] = float(draft.source is None)
    found["direct"] = float(form is Form.DIRECT)
    found["mixed"] = float(form is Form.MIXED)
    found["parts"] = float(min(len(lengths), 4))
    found["units"] = math.log(sum(lengths))
    return found


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over `features`: made by `lab.calibrate`, shipped beside the model it was made for."""

    bias: float
    weights: dict[str, float]

    @classmethod
    def of(cls, text: str) -> Calibration:
        """Return the calibration that the JSON `text` holds; raises ModelError where it is none."""
        try:
            kept = json.loads(text)
            return cls(float(kept["bias"]), {str(k): float(v) for k, v in kept["weights"].items()})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(f"calibration.json: not a calibration ({error}). Reinstall onrecord.") from error

    def confidence(self, draft: Draft, form: Form) -> float:
        """Return the chance, 0…1, that the attribution is right (linked50), to four places."""
        found = features(draft, form)
        logit = self.bias + math.fsum(weight * found[name] for name, weight in self.weights.items())
        return round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 4)
