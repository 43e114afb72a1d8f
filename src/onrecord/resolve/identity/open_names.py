"""Names of which the words tell neither that they are a person's nor that they are a body's."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.resolve.lexicon import lexicon, listed
from onrecord.text.names import name_key

_OPEN = re.compile(r"([^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){1,2})(?: of .*)?")
"""Two or three capitalised words, and of where or what they are."""


@lru_cache(maxsize=100_000)
def open_name(name: str) -> str | None:
    """Return the two or three words of a name that may be a person's or a body's, None where its words tell.

    "Jonas Fell" and "Marks Holt" are open, "Jonas Fell of Lorn University" by its first words; "Lorn University",
    "Fell" and "the Fells" are not.
    """
    match = _OPEN.fullmatch(name)
    if match is None or any(word.isupper() and len(word) > 2 for word in match[1].split()):
        return None
    keys = [name_key(word) for word in match[1].split()]
    known = lexicon().organisations.intersection(keys) or keys[-1] in listed("organisation_tails")
    return None if known or keys[0] == "the" else match[1]
