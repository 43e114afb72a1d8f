"""A statement: an attribution of which it is known, or known to be unknown, who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.actor import Actor
from onrecord.record.attribution import Attribution
from onrecord.record.ids import content_id


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its speaker. Without one (`speaker` None) it is kept, with the reason.

    `basis` says in a few words how the speaker was found ("name", "shorter form of a name",
    "pronoun", …) or why none was ("no source in the text"). `relay` is who relays a nested attribution
    at first hand, None where nobody does or it is not known who.
    """

    attribution: Attribution
    speaker: Actor | None
    basis: str
    relay: Actor | None = None

    @property
    def id(self) -> str:
        """The statement's id, from its attribution's."""
        return content_id("statement", self.attribution.id)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who speaks and who relays, as far as known."""
        return tuple(actor for actor in (self.speaker, self.relay) if actor is not None)
