"""A statement: an attribution of which it is known, or known to be unknown, who speaks, to whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.errors import InternalError
from onrecord.record.actor import Actor
from onrecord.record.attribution import Attribution
from onrecord.record.ids import content_id
from onrecord.record.occasion import Setting
from onrecord.record.span import Span
from onrecord.record.statement_type import StatementType
from onrecord.record.timex import Said


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its speaker. Without one (`speaker` None) it is kept, with the reason.

    `basis` says in a few words how the speaker was found ("name", "shorter form of a name",
    "pronoun", …) or why none was ("no source in the text"). `relay` is who relays a nested attribution
    at first hand, None where nobody does or it is not known who. `to` are the words that tell to whom it
    was said, `addressee` who they lead to. `said` is the day, `setting` the place and occasion, each
    None where the text does not let one know it. `stated` is the probability that this is a public
    statement, not a deed, a perception or a mere mention; None in records of a version that did not tell it.
    `type` is what the speaker does by it, `type_chance` the probability that this is the type; both are None in
    records of a version that did not tell them. `condition` are the words under which alone it holds ("if …"),
    none where it holds without. `negated`: the text says that it was *not* said ("did not say that …");
    `hypothetical`: the text does not tell it as having been said ("might say that …").
    Raises InternalError for an addressee without words, a probability out of range, a type without its
    probability, or the parts of a condition out of order.
    """

    attribution: Attribution
    speaker: Actor | None
    basis: str
    relay: Actor | None = None
    addressee: Actor | None = None
    to: Span | None = None
    said: Said | None = None
    setting: Setting | None = None
    stated: float | None = None
    type: StatementType | None = None
    type_chance: float | None = None
    condition: tuple[Span, ...] = ()
    negated: bool = False
    hypothetical: bool = False

    def __post_init__(self) -> None:
        if self.addressee is not None and self.to is None:
            raise InternalError(f"the addressee {self.addressee.name!r} rests on no words of the text")
        for chance in (self.stated, self.type_chance):
            if chance is not None and not 0.0 <= chance <= 1.0:
                raise InternalError(f"the probability {chance} is not in 0…1")
        if (self.type is None) != (self.type_chance is None):
            raise InternalError(f"a type needs its probability: {self.type}, {self.type_chance}")
        if any(a.end > b.start for a, b in pairwise(self.condition)):
            raise InternalError(f"the parts of the condition {self.condition} are out of order or overlap")

    @property
    def id(self) -> str:
        """The statement's id, from its attribution's."""
        return content_id("statement", self.attribution.id)

    @property
    def conditional(self) -> bool:
        """Whether it holds only under a condition that the text states."""
        return bool(self.condition)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who speaks, who relays and who is spoken to, as far as known."""
        return tuple(actor for actor in (self.speaker, self.relay, self.addressee) if actor is not None)

    def circumstances(self) -> Iterator[tuple[str, Span]]:
        """Yield the spans that tell to whom, when, where and under which condition, each with its role.

        Roles are addressee, said, setting, counterpart, place and condition.
        """
        if self.to is not None:
            yield "addressee", self.to
        if self.said is not None and self.said.span is not None:
            yield "said", self.said.span
        if self.setting is not None:
            yield from (("setting", span) for span in self.setting.spans)
            for role, span in (("counterpart", self.setting.counterpart), ("place", self.setting.place)):
                if span is not None:
                    yield role, span
        yield from (("condition", span) for span in self.condition)
