"""Where a speaker stands on an issue: for it, against it, or neither."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from onrecord.classify.lexicon import negates, tokens
from onrecord.classify.softmax import Softmax, shipped_softmax, shipped_types
from onrecord.classify.stance_features import stance_features
from onrecord.classify.type_features import type_features
from onrecord.meaning import soft_overlap
from onrecord.record import Stance, Statement, StatementType

COMPANY = 0.5
"""How much the speaker's other statements on the issue count, of 1 for the statement itself (docs/decisions/0019)."""

HELD = 0.1
"""How much of an issue a threat's condition must hold, and twice as much as the rest, to be what it is about."""

OVER = 0.8
"""The probability that such a threat stands where its condition says."""

UNLIKELY = 0.03
"""Types less likely than this do not count: they would be read for nothing."""

Chances = Mapping[Stance, float]


def stance_chances(
    statement: Statement, issue: str, types: Mapping[StatementType, float] | None = None, model: Softmax | None = None
) -> dict[Stance, float]:
    """Return the probability of each stance that `statement` takes towards `issue`, a short noun phrase.

    On a matter of fact support says that it is so. `types` are the probabilities of what type it is, by default as
    the shipped model tells them; give ``{type: 1.0}`` where a person has decided. By default with the model that is
    shipped (`lab.stance`). Raises ModelError without it.
    """
    weigh, likely = model or shipped_softmax("stance"), _likely(statement, types)
    told = [(share, _chances(weigh, statement, issue, kind)) for kind, share in likely]
    whole = math.fsum(share for share, _ in told)
    return {stance: math.fsum(share * of[stance.value] for share, of in told) / whole for stance in Stance}


def _chances(model: Softmax, statement: Statement, issue: str, kind: StatementType) -> dict[str, float]:
    wanted = _threatened_over(statement, issue) if kind is StatementType.THREAT else None
    if wanted is None:
        return model.chances(stance_features(statement, issue, kind))
    return {stance.value: OVER if stance is wanted else (1 - OVER) / 2 for stance in Stance}


def _threatened_over(statement: Statement, issue: str) -> Stance | None:
    """Return what a threat wants of an issue that its condition speaks of, rather than what is threatened.

    Who threatens to leave if the bridge is not built is for the bridge; if it is built, against it. None where
    the issue is not in the condition. Labels of such threats are too few to learn from.
    """
    condition = " … ".join(span.words for span in statement.condition)
    if not condition:
        return None
    whole = " … ".join(span.words for span in statement.attribution.content)
    inside = soft_overlap(issue, condition)[0]
    if inside < HELD or inside < 2 * soft_overlap(issue, whole.replace(condition, " "))[0]:
        return None
    found = tokens(statement.condition)
    unmet = any(negates(word) for word in found) or found[:1] in (("unless",), ("until",), ("without",))
    return Stance.SUPPORT if unmet else Stance.OPPOSE


def _likely(statement: Statement, types: Mapping[StatementType, float] | None) -> list[tuple[StatementType, float]]:
    """Return the types that count, the likeliest first."""
    if types is None:
        types = {StatementType(name): p for name, p in shipped_types().chances(type_features(statement)).items()}
    ranked = sorted(types.items(), key=lambda item: (-item[1], item[0]))
    return [ranked[0], *((kind, share) for kind, share in ranked[1:] if share >= UNLIKELY)]


def stance_of(chances: Chances) -> tuple[Stance, float]:
    """Return the likeliest stance and its probability, to four places; of equal ones the first in order."""
    stance = max(Stance, key=lambda each: chances[each])
    return stance, round(chances[stance], 4)


def in_company(chances: Sequence[Chances], weight: float = COMPANY) -> tuple[dict[Stance, float], ...]:
    """Return the probabilities of one speaker's statements on one issue, each with regard to the others.

    Most of what somebody says on an issue is of one stance, so a doubtful statement is read as the others are; one
    that is clear by itself stays. The order of the statements does not matter. A single one is left as it is.
    """
    logs = [{stance: math.log(max(each[stance], 1e-6)) for stance in Stance} for each in chances]
    total = {stance: math.fsum(each[stance] for each in logs) for stance in Stance}
    return tuple(_with_others(each, total, weight, len(logs) - 1) for each in logs)


def _with_others(
    one: Mapping[Stance, float], total: Mapping[Stance, float], weight: float, others: int
) -> dict[Stance, float]:
    raised = {s: one[s] + (weight * (total[s] - one[s]) / others if others else 0.0) for s in Stance}
    highest = max(raised.values())
    powers = {stance: math.exp(value - highest) for stance, value in raised.items()}
    whole = math.fsum(powers.values())
    return {stance: power / whole for stance, power in powers.items()}
