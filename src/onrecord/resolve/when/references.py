"""Rules for the past, the present and the future at large: "now", "recently", "soon"."""

from __future__ import annotations

from onrecord.resolve.when.context import Context
from onrecord.resolve.when.match import Match
from onrecord.resolve.when.meaning import Meaning, vague
from onrecord.resolve.when.rule import Rule


def _past(match: Match, context: Context) -> Meaning | None:
    return vague("PAST_REF")


def _future(match: Match, context: Context) -> Meaning | None:
    return vague("FUTURE_REF")


def _present(match: Match, context: Context) -> Meaning | None:
    return vague("PRESENT_REF")


def _the_past(match: Match, context: Context) -> Meaning | None:
    return vague("PAST_REF") if match.words[-1] == "past" else None


RULES = (
    Rule("the_future", "(the|a) near? future|the near term", _future),
    Rule("soon", "(?<!as) soon (?! after)", _future),
    Rule("now", "now|those (?=units) units", _present),
    Rule("recently", "more? recently|recent", _past),
    Rule("the_past", "(?<=in|of) the last (?! word| units| UNIT| few)", _the_past),
    Rule("current", "current (?! UNIT)", _present),
)
