"""Tellings of one act of saying: what is told of it, the occasion, and the passage that several texts tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.errors import InternalError
from onrecord.record.actor import ActorKind
from onrecord.record.attribution import Form
from onrecord.record.ids import pair_id, turned
from onrecord.record.timex import Interval, SaidBasis

SettingKey = tuple[str, str, str, str, str]
"""What `Setting.key` gives: kind, medium, name, place and counterpart, case folded, "" where not told."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a statement's content: the words, and where quotation marks stand around some of them.

    `quoted` are half-open ranges of code points of `words`, without the marks themselves, in order. Raises
    InternalError for a range out of the words or out of order.
    """

    words: str
    quoted: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        last = 0
        for start, end in self.quoted:
            if not last <= start <= end <= len(self.words):
                raise InternalError(f"the quoted range {start}…{end} does not fit {len(self.words)} characters")
            last = end


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of one statement when tellings are compared.

    `speaker` is the id of the identity that speaks, None where nobody is known to; `relay` that of who relays it, of
    the kind `relay_kind`. `stands_for` are keys of the bodies for which the speaker may speak, its own among them:
    two speakers may stand for one another where they share one (a body and its spokesperson). `name` is the speaker's
    name across documents or an unnamed source's description, `addressee` that of who is spoken to. `said` are the
    days on which it may have been said, `published` the document's day, and `time` its time as text that sorts by
    time. `setting` is the key of its setting, `place` where in the document the content begins, `headline` whether in
    its headline or standfirst. `parts` are the parts of its content, in order, `spans` where they stand in the
    document. `often` tells of stems of its words that the document holds several times how often, as powers of two:
    what all the article is about tells little; `about` are the stems that tell most of what that is. `referents` are
    stems of its words with the stems of what they stand for, of which another telling may speak by name. `condition`
    are the words of the conditions under which alone it holds, within the content or beside it.
    """

    statement_id: str
    document_id: str
    speaker: str | None
    name: str | None
    speaker_kind: ActorKind | None
    form: Form
    parts: tuple[Part, ...]
    cue: str
    said: Interval | None = None
    said_basis: SaidBasis | None = None
    setting: SettingKey | None = None
    addressee: str | None = None
    published: str | None = None
    time: str | None = None
    outlet: str | None = None
    place: int = 0
    headline: bool = False
    stands_for: frozenset[str] = frozenset()
    relay: str | None = None
    relay_kind: ActorKind | None = None
    often: tuple[tuple[str, int], ...] = ()
    about: frozenset[str] = frozenset()
    referents: tuple[tuple[str, tuple[str, ...]], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    condition: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The content's words, with `` … `` where text between its parts is left out."""
        return " … ".join(part.words for part in self.parts)


class Relation(StrEnum):
    """What one telling is to the fullest one of its utterance."""

    FULL = "full"
    VERBATIM = "verbatim"
    TRUNCATED = "truncated"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"


class LinkBasis(StrEnum):
    """What shows that two statements tell the same passage."""

    QUOTED = "quoted"
    PROPOSITION = "proposition"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two statements that tell the same passage, the smaller id first; `chance` is the probability of it.

    Raises InternalError when the ids are out of order or the probability is out of range.
    """

    a: str
    b: str
    basis: LinkBasis
    chance: float

    def __post_init__(self) -> None:
        if not self.a < self.b or not 0 <= self.chance <= 1:
            raise InternalError(f"no link: {self.a!r}, {self.b!r}, {self.chance}")


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One statement as a telling of an utterance, and what it is to the fullest telling."""

    statement_id: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Utterance:
    """One passage of an occasion: one thing said, as all its tellings tell it.

    `tellings` are sorted by statement id; exactly one of them is the FULL one, which the others are compared with. A
    long quotation may be a telling of several utterances. `known_by` are the ids of two of its statements, the smaller
    first, by which no other utterance is known. Raises InternalError for fewer than two tellings,
    without one FULL, and where it is known by others than its own.
    """

    occasion_id: str
    tellings: tuple[Telling, ...]
    known_by: tuple[str, str]

    def __post_init__(self) -> None:
        if len(self.tellings) < 2 or sum(t.relation is Relation.FULL for t in self.tellings) != 1:
            raise InternalError(
                f"an utterance of {self.occasion_id} needs two tellings or more, one of them the full one"
            )
        if len({*self.known_by} & {each.statement_id for each in self.tellings}) != 2:
            raise InternalError(f"an utterance of {self.occasion_id} is known by {self.known_by}, not two of its own")

    @property
    def id(self) -> str:
        """The utterance's id, from the two statements that it is known by: more tellings leave it as it is."""
        return pair_id(*self.known_by)

    @property
    def fullest(self) -> str:
        """The id of the statement that tells most of it."""
        return next(t.statement_id for t in self.tellings if t.relation is Relation.FULL)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One speaker's act of speaking or writing: a speech, an interview, a post.

    `speakers` are the ids of the identities that speak on it, sorted: several where one stands for another.
    `statements` are the ids of what is told of it, sorted; `known_by` is one of them. `interval` are the days on which
    it may have been, `setting` the fullest key told of it. Raises InternalError where it is known by none of its own.
    """

    speakers: tuple[str, ...]
    statements: tuple[str, ...]
    known_by: str
    interval: Interval | None = None
    setting: SettingKey | None = None

    def __post_init__(self) -> None:
        if self.known_by not in self.statements:
            raise InternalError(f"an occasion is known by a statement that tells of it, not by {self.known_by!r}")

    @property
    def id(self) -> str:
        """The occasion's id, from the statement that it is known by: more statements leave it as it is."""
        return turned(self.known_by)
