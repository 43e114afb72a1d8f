"""What is known of a statement, field by field, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.present.web.words import days, percent
from onrecord.query import Reported, Shown
from onrecord.query.issues import Placed
from onrecord.record import Actor, Moment, words_of


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with its value in words, and what that rests on. `link` leads to more of it, where there is more."""

    name: str
    value: str
    basis: str = ""
    link: str | None = None


def facts(shown: Shown) -> Iterator[Fact]:
    """Yield every field of a statement, what is unknown as unknown."""
    found, statement = shown.reported, shown.reported.statement
    yield _actor("speaker", found, statement.speaker, "nobody named", statement.basis)
    relay = "the words that name them" if statement.attribution.via else ""
    yield _actor("relayed by", found, statement.relay, found.relay or "nobody", relay)
    to = f"“{statement.to.words}”" if statement.to else ""
    yield _actor("said to", found, statement.addressee, found.addressee or "not told", to)
    said = statement.said
    when = said and f"{said.basis.value}: {said.reason}{f' (“{said.span.words}”)' if said.span else ''}"
    yield Fact("said on", f"{days(said.edtf)} ({said.edtf})" if said else "unknown", when or "the text does not tell")
    yield from _setting(found)
    yield Fact("form", found.form, "quotation marks and the words about them")
    yield Fact("act", found.act or "unknown", "" if found.act else "the version that read it did not tell")
    yield from _kind(found)
    yield Fact("confidence", percent(found.confidence), "that content and source are right, calibrated for the model")
    yield Fact("public statement", percent(found.stated), "that it is one, and not a deed, a perception or a mention")
    yield Fact("judged", found.status.value, f"{found.version} judgements" if found.version else "by nobody yet")


def _kind(found: Reported) -> Iterator[Fact]:
    """Yield what the speaker does by it, under which condition it holds, and whether it is told as said at all."""
    statement = found.statement
    if statement.type is None:
        yield Fact("type", "unknown", "the version that read it did not tell")
    else:
        yield Fact("type", statement.type.value, f"{percent(statement.type_chance)} sure")
    condition = words_of(statement.condition)
    yield Fact("condition", f"“{condition}”" if condition else "none", "it holds under this alone" if condition else "")
    if statement.negated:
        yield Fact("told as", "not said", "the text says that it was not said")
    if statement.hypothetical:
        yield Fact("told as", "supposed", "the text does not tell it as having been said")


def issue_facts(known: Placed | None) -> Iterator[Fact]:
    """Yield what a statement is about and where it stands towards that."""
    if known is None:
        yield Fact("issue", "none known", "no issue of several articles, or of the codebook, is told in it")
        return
    yield Fact("issue", known.name, f"{percent(known.chance)} sure", f"/issue/{known.id}")
    side = {"support": "▲ supports it", "oppose": "▼ opposes it", "neutral": "○ takes no side"}
    yield Fact("stance", side[known.stance.value], f"{percent(known.stance_chance)} sure")


def _actor(name: str, found: Reported, actor: Actor | None, without: str, basis: str) -> Fact:
    if actor is None:
        return Fact(name, without, basis)
    known = found.known.get(actor.id)
    told = [basis, actor.kind.value]
    if known and known.name != actor.name:
        told.append(f"here “{actor.name}”")
    roles = dict.fromkeys(role.words for role in actor.roles)
    told += [f"role: {'; '.join(roles)}"] if roles else []
    told += [f"Wikidata {known.authority}"] if known and known.authority else []
    value = known.name if known else actor.name
    return Fact(name, value, "; ".join(filter(None, told)), f"/actor/{known.id}" if known else None)


def _setting(found: Reported) -> Iterator[Fact]:
    setting = found.statement.setting
    if setting is None:
        yield Fact("occasion", "unknown", "the text does not tell")
        return
    told = [setting.kind.value, setting.medium, f"at {setting.place.words}" if setting.place else None]
    told += [f"with {setting.counterpart.words}" if setting.counterpart else None, setting.basis.value]
    yield Fact("occasion", f"“{words_of(setting.spans)}”", "; ".join(filter(None, told)))


def moment(value: Moment | None) -> str:
    """Return what a time of the article rests on, in words."""
    if value is None:
        return ""
    told = {"given": "as the user gave it", "metadata": "from the page’s metadata", "text": "from its text"}
    where = f": “{value.span.words}” at {value.span.start}–{value.span.end}" if value.span else ""
    return f"{told[value.basis.value]}{where}"
