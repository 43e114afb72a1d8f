"""An actor: who is cited, as one entity with its names and roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.record.ids import content_id
from onrecord.record.span import Span


class ActorKind(StrEnum):
    """What kind of speaker an actor is; an unnamed source stays unnamed, with its description."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is cited within one document: the fullest name met, every mention, the roles met with it.

    `name` is the fullest form in the document, or an unnamed source's description. `mentions` are
    the spans that stand for the actor (names, pronouns, descriptions), `roles` the spans of titles
    and offices met beside the name, both in order of the text.
    """

    document_id: str
    kind: ActorKind
    name: str
    mentions: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()

    @property
    def id(self) -> str:
        """The actor's id: its document, kind, name and first mention."""
        first = self.mentions[0].start if self.mentions else -1
        return content_id("actor", self.document_id, self.kind.value, self.name, first)
