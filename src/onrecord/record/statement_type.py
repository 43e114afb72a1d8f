"""What kind of statement it is: what its speaker does by saying it."""

from __future__ import annotations

from enum import StrEnum


class StatementType(StrEnum):
    """What the speaker does, one per statement.

    Asserts that something is or was so; predicts what is beyond the own control; evaluates: mainly praises or
    criticises; demands that someone act or not act; refuses an option or demand; offers to do or accept
    something; promises an action of the own side; threatens with harm; denies a claim; asks.
    """

    ASSERTION = "assertion"
    PREDICTION = "prediction"
    EVALUATION = "evaluation"
    DEMAND = "demand"
    REFUSAL = "refusal"
    OFFER = "offer"
    PROMISE = "promise"
    THREAT = "threat"
    DENIAL = "denial"
    QUESTION = "question"
