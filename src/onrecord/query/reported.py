"""A statement together with the article that reports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from onrecord.query.joined import ALONE, Joined
from onrecord.record import Actor, Field, Form, Statement, Status, words_of


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a document besides its text.

    `articles` and `locators` are the names and places its bytes were met under, in order. Times are
    ISO 8601 as far as known, with what they rest on.
    """

    document_id: str
    capture_id: str
    title: str | None
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None
    published_basis: str | None
    updated: str | None
    articles: tuple[str, ...]
    locators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Who an actor is across documents: the identity's id and canonical name, and the authority's id for it."""

    id: str
    name: str
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """One statement as one article reports it. `region` is the part of the article it stands in.

    `known` tells by the actor's id who its actors are across documents, for those of whom that is known.

    `statement` is as people judged it. `machine` is what the machine found, where that is something else. `status`
    tells where it stands and `version` how many judgements were made of it. `unfit` says of which fields a
    correction does not fit the text as it is read now, and why: there the machine's value stands. `joined` is what
    joins it with statements of other documents.
    """

    statement: Statement
    heading: Heading
    region: str | None
    known: Mapping[str, Known] = field(default_factory=dict)
    machine: Statement | None = None
    status: Status = Status.OPEN
    version: int = 0
    unfit: Mapping[Field, str] = field(default_factory=dict)
    joined: Joined = ALONE

    def name_of(self, actor: Actor | None) -> str | None:
        """Return an actor's name across documents, else the fullest one in this document; None without an actor."""
        if actor is None:
            return None
        known = self.known.get(actor.id)
        return known.name if known else actor.name

    @property
    def id(self) -> str:
        """The statement's id: that of what the machine found, whatever people judged."""
        return (self.machine or self.statement).id

    @property
    def speaker(self) -> str | None:
        """The speaker's name, or an unnamed source's description; None when nobody is known to speak."""
        return self.name_of(self.statement.speaker)

    @property
    def words(self) -> str:
        """The content's words, with ``[…]`` where text between its parts is left out."""
        return words_of(self.statement.attribution.content)

    @property
    def form(self) -> str:
        """Direct, indirect or mixed."""
        return self.statement.attribution.form.value

    @property
    def act(self) -> str | None:
        """Communicated or thought; None where an earlier version did not tell."""
        act = self.statement.attribution.act
        return act.value if act else None

    @property
    def relay(self) -> str | None:
        """Who relays it, by name, or the words that tell where these lead to nobody; None where nobody relays it."""
        return self.name_of(self.statement.relay) or words_of(self.statement.attribution.via) or None

    @property
    def addressee(self) -> str | None:
        """To whom it was said, by name, or the words that tell where these lead to nobody; None where none do."""
        to = self.statement.to
        return self.name_of(self.statement.addressee) or (to.words if to else None)

    @property
    def said(self) -> str | None:
        """When it was said, in the Extended Date/Time Format; None where the text does not let one know."""
        return self.statement.said.edtf if self.statement.said else None

    @property
    def setting(self) -> str | None:
        """On which occasion or where it was said, in the text's words; None where it does not tell."""
        setting = self.statement.setting
        return words_of(setting.spans) if setting else None

    @property
    def type(self) -> str | None:
        """What the speaker does by it, such as demand; None where an earlier version did not tell."""
        return self.statement.type.value if self.statement.type else None

    @property
    def issue(self) -> str | None:
        """What it is about, by name; None where it is about no issue."""
        return self.joined.about.issue if self.joined.about else None

    @property
    def stance(self) -> str | None:
        """Where the speaker stands on the issue: support, oppose or neutral; None without an issue."""
        about = self.joined.about
        return about.stance.value if about and about.stance else None

    @property
    def cue(self) -> str:
        """The cue of what nobody quotes, "denied" or "rejected", without which the words tell too little; else ""."""
        attribution = self.statement.attribution
        cue = words_of(attribution.cue)
        return cue if attribution.form is not Form.DIRECT and any(map(str.isalnum, cue)) else ""

    @property
    def stated(self) -> float | None:
        """The probability that it is a public statement, 0 to 1; None where an earlier version did not tell."""
        return self.statement.stated

    @property
    def confidence(self) -> float:
        """The probability that content and source are right, 0 to 1, as calibrated for the model."""
        return self.statement.attribution.confidence

    @property
    def outlet(self) -> str | None:
        """Who published the article."""
        return self.heading.outlet

    @property
    def published(self) -> str | None:
        """When the article was published, ISO 8601 as far as known."""
        return self.heading.published

    def __str__(self) -> str:
        return f"{self.speaker or 'nobody named'} ({self.outlet or self.heading.articles[0]}): {self.words}"

    def _repr_html_(self) -> str:
        relayed = self.relay and f"relayed by {self.relay}"
        to = self.addressee and f"to {self.addressee}"
        told = ", ".join(
            filter(
                None, [to, self.setting, self.said, relayed, self.outlet or self.heading.articles[0], self.published]
            )
        )
        kind = f"{self.form}, {self.act or 'act unknown'}, {self.confidence:.2f}"
        cue = words_of(self.statement.attribution.cue)
        return (
            f"<p><b>{escape(self.speaker or 'nobody named')}</b> <i>{escape(cue)}</i>: <q>{escape(self.words)}</q> "
            f"<small>({escape(told)}; {kind}; {self.id[:8]})</small></p>"
        )
