"""What the gate measures of who and when beside statements: times, names, coreference, identities."""

from __future__ import annotations

from bench import coreference, identities

from eval import names, times, timex, timex_meantime
from eval.measures import Measured


def own_times() -> Measured:
    """Our own phrases on seven days of publication: the share told right, and of those with the day's own weekday."""
    return Measured(times.scores(), {})


def time_expressions() -> Measured:
    """Time expressions of TimeBank and AQUAINT, and of MEANTIME: relaxed, strict and value F1."""
    scores = timex.measure().scores()
    scores |= {f"meantime_{name}": value for name, value in timex_meantime.measure().scores().items()}
    return Measured(scores, {})


def hard_names() -> Measured:
    """Hard pairs of names of our own: the share told right, be it same, different or in doubt."""
    return Measured({"right": names.share_right()["right"]}, {})


def speakers() -> Measured:
    """Mentions of speakers led to their entity in GUM news and MEANTIME; pairs with one speaker on newswcl50."""
    scores = {
        "gum": coreference.measure("GUM news", coreference.gum_texts(), verbose=False),
        "meantime": coreference.measure("MEANTIME", coreference.meantime_texts(), verbose=False),
        "pairwise": identities.pairwise(),
    }
    return Measured(scores, {})
