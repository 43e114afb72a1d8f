"""The words of time: to which class of the grammar each word of English news belongs, and what number it stands for."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line as a set."""
    return frozenset(words.split())


_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_WEEKDAYS = (
    "monday mon",
    "tuesday tues tue",
    "wednesday weds wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)
_SMALL = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
_ORDINALS += " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"

MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
WEEKDAYS = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
NUMBERS = {
    **{word: number for number, word in enumerate(_SMALL.split(), 1)},
    **{word: number for number, word in enumerate(_TEENS.split(), 10)},
    **dict(zip(_TENS.split(), range(20, 100, 10), strict=True)),
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)} | {"thirtieth": 30}
NINETIES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

CLASSES: dict[str, str] = {
    "the": "the",
    "a": "a an",
    "this": "this",
    "that": "that",
    "those": "these those",
    "its": "its their his her our",
    "same": "same",
    "last": "last past previous preceding prior",
    "latest": "latest",
    "next": "next coming following upcoming",
    "current": "current",
    "digit": _SMALL,
    "teen": _TEENS,
    "tens": _TENS,
    "hundred": "hundred thousand",
    "dozen": "dozen",
    "ord": " ".join(ORDINALS),
    "nineties": " ".join(NINETIES),
    "few": "few several",
    "many": "many",
    "couple": "couple",
    "more": "more",
    "hour": "minute hour",
    "day": "day",
    "week": "week fortnight",
    "mon": "month",
    "yr": "year",
    "age": "decade century",
    "units": "seconds minutes hours days weeks months years decades centuries fortnights",
    "quarter": "quarter",
    "quarters": "quarters",
    "period": "period",
    "half": "half",
    "weekend": "weekend",
    "weekends": "weekends",
    "month": " ".join(words.split()[0] for words in _MONTHS),
    "month_short": " ".join(word for words in _MONTHS for word in words.split()[1:]),
    "dow": " ".join(words.split()[0] for words in _WEEKDAYS),
    "dow_short": " ".join(word for words in _WEEKDAYS for word in words.split()[1:]),
    "dows": " ".join(day.split()[0] + "s" for day in _WEEKDAYS),
    "season": "spring summer autumn fall winter",
    "part": "morning afternoon evening night",
    "parts": "mornings afternoons evenings nights",
    "noon": "noon midday midnight",
    "today": "today yesterday tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "before": "before",
    "after": "after",
    "mod": "early late mid",
    "edge": "beginning start end middle",
    "about": "about around nearly almost roughly approximately some exactly",
    "over": "over",
    "every": "every each",
    "other": "other",
    "often": "daily weekly monthly yearly annually hourly nightly biweekly",
    "now": "now currently presently nowadays",
    "recently": "recently lately",
    "recent": "recent",
    "soon": "soon shortly",
    "future": "future",
    "fiscal": "fiscal",
    "financial": "financial",
    "old": "old",
    "corresponding": "corresponding comparable",
    "at": "at",
    "least": "least",
    "most": "most",
    "than": "than",
    "less": "less fewer",
    "no": "no",
    "up": "up",
    "to": "to",
    "of": "of",
    "as": "as",
    "in": "in",
    "on": "on",
    "by": "by",
    "since": "since until till through during throughout from between",
    "for": "for",
    "and": "and",
    "or": "or",
    "so": "so",
    "near": "near short long foreseeable immediate distant",
    "term": "term",
    "feast": "christmas easter thanksgiving halloween",
    "eve": "eve",
    "new": "new",
    "festive": "independence election memorial labor labour veterans boxing valentine",
    "solid": "trading business working straight consecutive solid",
    "full": "full",
    "ended": "ended ending",
}
"""Class → its words, in lower case. Classes of numbers written in digits are told by :mod:`.numbers`."""

ALWAYS_CAPITAL = word_set("may march mar mon tue wed thu fri sat sun jan jun dec sep nov oct aug apr")
"""Words of time only with a capital: "march", "may" and "sat" are other words without it."""

ZONES = word_set("EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST MSK IST JST KST HKT")
"""Time zones as they are written in capitals; some of them name several."""

SINGULARS = {
    "seconds": "second",
    "minutes": "minute",
    "hours": "hour",
    "days": "day",
    "weeks": "week",
    "fortnights": "fortnight",
    "months": "month",
    "quarters": "quarter",
    "years": "year",
    "decades": "decade",
    "centuries": "century",
    "weekends": "weekend",
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Season → the month in which it begins."""
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
"""Part of the day → TIMEX3's code for it."""

UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "weekend": "D",
}
