"""An identity: one actor across documents, with its names, its roles and the days on which they were met."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import InternalError
from onrecord.record.actor import ActorKind


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor as one document shows it: what may tell who it is among those of other documents.

    `actor_id` and `document_id` are the ids of the Actor and its Document. `names` are the forms met
    besides `name`, without pronouns and descriptions; `roles` the words of the roles met, "the company's director"
    under the name of the company that the document means: "director of Strait Lines". `day` is the
    document's publication day (ISO 8601, "2018-04-20"), `company` who else the document names, each
    under its fullest form. What is not known is None or empty.
    """

    actor_id: str
    document_id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    outlet: str | None = None
    day: str | None = None
    language: str | None = None
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class MetName:
    """A form of a name and in how many documents it was the fullest one."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True, order=True)
class MetRole:
    """The words of a role and the publication days on which they were met, in order, each once."""

    role: str
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Who else an identity may be: an identity's or an authority's id, a score from 0 to 1, the reasons in words.

    Raises InternalError for a score out of range.
    """

    id: str
    name: str
    score: float
    reason: str

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise InternalError(f"candidate {self.name!r} has the score {self.score}, which is not from 0 to 1")


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor across documents.

    `name` is the canonical one: given in a judgement, else the authority's, else the full form met most.
    `names` are in order of how often they were met, `roles` in order of their first day, `members` are
    the ids of the local actors, sorted. `authority` is the authority's id (a Wikidata QID), None where
    it knows nobody. `candidates`, best first, are for a person to judge. `reason` says in words what
    joins the members, or why they were left apart. `judgements` are the ids of those that shaped it.
    """

    id: str
    kind: ActorKind
    name: str
    members: tuple[str, ...]
    names: tuple[MetName, ...] = ()
    roles: tuple[MetRole, ...] = ()
    authority: str | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    judgements: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.members:
            raise InternalError(f"the identity {self.name!r} has no members")
