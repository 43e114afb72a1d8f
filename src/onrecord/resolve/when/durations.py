"""Rules for lengths of time and for what comes back: "two years", "a five-year plan", "every Monday"."""

from __future__ import annotations

from onrecord.record.timex import TimexKind
from onrecord.resolve.when.context import Context
from onrecord.resolve.when.lengths import length, unknown_length
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import LENGTH, Meaning, again, vague
from onrecord.resolve.when.rule import Rule
from onrecord.resolve.when.words import PARTS, SEASON_CODES, SINGULARS, WEEKDAYS, word_set

_OFTEN = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}
_BEFORE_UNITS = word_set("for in within of after over by took just lasted spent")
"""Words after which "weeks", "years" alone tell a length."""


def _duration(match: Match, context: Context) -> Meaning | None:
    if match.has("quarter") and match.after == "of":
        return None  # "a quarter of the voters"
    return Meaning(TimexKind.DURATION, length(match), LENGTH, modifier=_about(match))


def _about(match: Match) -> str | None:
    if match.has("than"):
        return "LESS_THAN" if match.has("less") else "MORE_THAN"
    if match.has("least"):
        return "EQUAL_OR_MORE"
    return "APPROX" if match.has("about") else None


def _recent(match: Match, context: Context) -> Meaning | None:
    return vague("PAST_REF")


def _bare(match: Match, context: Context) -> Meaning | None:
    """Read "for weeks", "years after the war"."""
    if match.after not in ("before", "after") and match.before not in _BEFORE_UNITS:
        return None
    unit = match.all_of("units")[0]
    return Meaning(TimexKind.DURATION, unknown_length(SINGULARS[unit]), LENGTH)


def _units_long(match: Match, context: Context) -> Meaning | None:
    """Read "a decades-long war"."""
    return Meaning(TimexKind.DURATION, unknown_length(match.unit), LENGTH)


def _half_unit(match: Match, context: Context) -> Meaning | None:
    """Read "half an hour"."""
    value = {"year": "P6M", "hour": "PT30M", "day": "PT12H"}.get(match.unit)
    return Meaning(TimexKind.DURATION, value, LENGTH) if value else None


def _every(match: Match, context: Context) -> Meaning | None:
    """Read "every Monday", "each July", "every other week"."""
    if match.weekday is not None:
        return again(f"XXXX-WXX-{match.weekday + 1}{PARTS.get(match.word('part') or '', '')}")
    if match.month is not None:
        return again(f"XXXX-{match.month:02}")
    season, part = match.word("season"), match.word("part")
    if season is not None:
        return again(f"XXXX-{SEASON_CODES[season]}")
    if part is not None:
        return again(f"XXXX-XX-XX{PARTS[part]}")
    value = length(match)
    return again(value.replace("1", "2", 1) if match.has("other") else value)


def _weekdays(match: Match, context: Context) -> Meaning | None:
    """Read "Mondays", "Tuesday nights"."""
    word, part = match.word("dows"), match.word("parts")
    weekday = WEEKDAYS[word.removesuffix("s")] if word else match.weekday
    if weekday is None:
        return None
    return again(f"XXXX-WXX-{weekday + 1}{PARTS[part.removesuffix('s')] if part else ''}")


def _often(match: Match, context: Context) -> Meaning | None:
    return again(_OFTEN[match.word("often") or "daily"])


# Ages ("a 52-year-old teacher") are left out, as TimeBank leaves them: they place nothing in time.
_NO_AGE = "(?! hyphen? old)"

RULES = (
    Rule("every_n", "every (other|digit|dd|few) (UNITS|UNIT)", _every),
    Rule("every", "every (dow part?|part|UNIT|weekend|MONTH|season)", _every),
    Rule("dows", "dows parts?|dow parts", _weekdays),
    Rule("often", "often", _often),
    Rule("hyphened", f"ABOUT? (CARDINAL|few|many) hyphen UNIT (hyphen near)? {_NO_AGE}", _duration),
    Rule("units_long", "units hyphen near", _units_long),
    Rule("unit_long", "UNIT hyphen near", _duration),
    Rule("half_unit", "half a (yr|hour|mon|day)", _half_unit),
    Rule("and_half", "ABOUT? ((a|CARDINAL) (UNIT|UNITS) and a half|CARDINAL and a half UNITS)", _duration),
    Rule("counted", f"ABOUT? RANGE more? solid? (UNITS|UNIT) {_NO_AGE}", _duration),
    Rule("one_unit", "ABOUT? a more? UNIT (?! hyphen| apostrophe s)", _duration),
    Rule("recent_units", "the? recent (units|quarters)", _recent),
    Rule("bare_units", "units ((and|or) units)?", _bare),
)
