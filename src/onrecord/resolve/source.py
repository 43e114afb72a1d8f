"""A source's words taken apart: pronoun, name, description, or several actors together."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.record import ActorKind, Span
from onrecord.resolve.lexicon import lexicon, listed
from onrecord.resolve.names import Name
from onrecord.resolve.reader import NameReader
from onrecord.resolve.reference import PRONOUNS, Reference, Shape
from onrecord.resolve.roles import Place
from onrecord.text.names import BODIES, Token, name_key, runs, tokens

_TAIL = re.compile(
    r"\s*(?:[,(;—–]| (?:who|which|that|of|in|at|from|with|for|on|to|by|about|close to|familiar|speaking|briefed"
    r"|including|obtained|published|written|released|issued|filed|carried|reported|quoted|cited|supplied|tied)\b"
    r"| (?:\w+ed|led|run|made|held) by\b"
    r"| (?:an?|one|two|three|four|five|six|several|some|a (?:few|couple of)|\d\d?)"
    r" (?:minute|hour|day|week|month|year)s? (?:earlier|before|ago|later)\b"
    r"| (?:I|we|he|she|they|you|(?:Mr|Mrs|Ms|Dr)\. [A-Z][\w’'-]*) [a-z]| [a-z]+ly$"
    r"| [A-Z][\w’'-]* (?:has|had|is|was|have|will|would|did|does)\b| (?:him|her|it|them)sel(?:f|ves)\b)"
)
_JOINED = re.compile(r"([A-Z]\w+) (?:of|for|on) (?:the )?[A-Z]")
_NAMED_AFTER = re.compile(r"[^,;()]{3,120}?, (?P<name>[A-Z][^,;()]{2,40}),?$")
_OF = re.compile(
    r"(?:(?:the|its|his|her|their|[\w.-]+[’'](?:s\b)?)[ \u00a0])?(?:[\w-]+[ \u00a0]){0,3}?(?P<role>[\w-]+)"
    r"[ \u00a0](?:of|for|at|in)[ \u00a0](?:the[ \u00a0])?",
    re.IGNORECASE,
)
"""What a role is of, before its end: "the mayor of"."""
_TITLED = re.compile(
    r"(?:[\w-]+[ \u00a0])?(?P<role>[\w-]+)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?"
    r"(?:[a-z-]+[ \u00a0]){0,2}?(?P<last>[a-z-]+)[ \u00a0]"
    r"(?P<name>[A-Z][^\W\d_]+(?:[ \u00a0][\w.’'-]+){0,2}[ \u00a0][A-Z][\w’'-]+)"
)
"""An office that stands as a title before a name: "Captain of the port Olaf Dunmore"."""
_OWNER_AFTER = re.compile(
    r"\s*,?\s*(?:(?:\w+ly )?(?P<done>written|published|released|issued|filed|made|signed|sent|posted|reported|obtained|"
    r"carried|supplied) )?(?P<link>of|for|by|from|in|on|to|at) (?P<owner>[^,;()]{2,60})"
)
_PART = re.compile(
    r"(?:(?:most|many|some|one|two|three|several|all|both|each|few|none|any|another|half) of "
    r"(?=(?:the|his|her|its|their|those) |(?:[^ ]+ ){0,2}[^ ]+[’']s? )"
    r"|(?:about |nearly |some |only )?\d[\d.,]{0,9}(?:%| percent) of (?:the )?"
    r"|(?:an? |the )(?:\w+ )?(?:list|series|set|number|copy|pair|couple|handful|dozen|group|string|raft) of (?=[a-z]))",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:,? and |, )")
_ASIDE = ("a ", "an ", "one of ")
"""How what is told of somebody begins: "Ada Lorn, a scholar of trade and one of the authors"."""
_LONGEST_LIST = 400
_PASSED_ON = frozenset({"reported", "obtained", "carried", "supplied"})


def read_source(span: Span, reader: NameReader) -> Reference:
    """Return what the words of a source refer to."""
    text = reader.text
    if span.words.casefold() in PRONOUNS and not (span.words.isupper() and len(span.words) > 1):
        return Reference(span, Shape.PRONOUN, end=span.end)
    start, end = _head(span, reader)
    part = _PART.match(text, span.start, span.end)
    if part is not None:
        whole = read_source(Span.of(text, part.end(), span.end), reader)
        return replace(whole, span=span, partly=True) if whole.shape is Shape.DESCRIPTION else whole
    words = [t for t in tokens(text, start, end) if t.word[0].isalnum()]
    while len(words) > 2 and not words[-1].capital and name_key(words[-1].word) in lexicon().not_names:
        # Cut amid "the Supreme Court this week".
        words.pop()
    if not words:
        return Reference(span, Shape.DESCRIPTION, end=end)
    if _is_list(span.words):
        return Reference(span, Shape.SEVERAL, head=name_key(words[-1].word), end=end)
    found = list(runs(tokens(text, start, end), text))
    if _several(words, found):
        return Reference(span, Shape.SEVERAL, head=name_key(words[-1].word), end=end)
    if found and found[-1][-1].start == words[-1].start:
        name = reader.read(found[-1])
        possessive = words[-1].possessive and len(words) > 1
        if name is not None and not (name.kind is None and (possessive or _common(name, span, end))):
            return Reference(span, Shape.NAME, name=name, end=end)
    return _description(span, words, end, reader)


def _head(span: Span, reader: NameReader) -> Place:
    """Return the range of a source's words without apposition, relative clause or complement.

    Of "the council's secretary, Jane Doe," it is the name after the comma.
    """
    after = _NAMED_AFTER.fullmatch(span.words) or titled(span.words)
    if after and not _named(after.start("name") - 2, span, reader) and _named(len(after[0].rstrip(",")), span, reader):
        return span.start + after.start("name"), span.start + after.end("name")
    position = 0
    while (tail := _TAIL.search(span.words, position)) is not None:
        before = span.words.rfind(" ", 0, tail.start()) + 1
        joined = _JOINED.match(span.words, before)
        if tail.start() and not (joined and _joins(joined[1])):
            return span.start, span.start + tail.start()
        position = tail.end()
    return span.start, span.end


def _joins(word: str) -> bool:
    """Return whether "of" after a capitalised word belongs to a name or an office: "Bank of", "Secretary of"."""
    key = name_key(word)
    return key in lexicon().organisations or key in BODIES or lexicon().is_role(word) or word.istitle() is False


def titled(words: str) -> re.Match[str] | None:
    """Return the match of a name behind an office without an article, None where there is none: not "son of actor"."""
    match = _TITLED.fullmatch(words)
    known = lexicon()
    if match is None or not known.is_role(match["role"]) or match["role"].casefold() in known.kin:
        return None
    return None if known.is_role(match["last"]) or match["last"] in known.people else match


def _named(end: int, span: Span, reader: NameReader) -> bool:
    """Return whether the source's words up to `end` end in a person's name or one that may be.

    What an office is of is none: "the mayor of Kurn".
    """
    found = list(runs(tokens(reader.text, span.start, span.start + end), reader.text))
    if not found or found[-1][-1].end != span.start + end:
        return False
    of = _OF.fullmatch(reader.text, span.start, found[-1][0].start)
    if of is not None and lexicon().is_role(of["role"]):
        return False
    name = reader.read(found[-1])
    return name is not None and name.kind is not ActorKind.ORGANISATION


def _common(name: Name, span: Span, end: int) -> bool:
    """Return whether a lone capitalised word is a common noun that opens its sentence: "Farmers on the lower Asel"."""
    word = name.words[0].casefold()
    if len(name.words) > 1 or name.start != span.start:
        return False
    known = lexicon().unnamed_heads | lexicon().organisation_nouns
    return word in known or lexicon().is_work(word) or (word.endswith("s") and end < span.end)


def _several(words: list[Token], found: list[list[Token]]) -> bool:
    """Return whether "and" joins names or people: "Abel and Boro", "two donors and a former aide"."""
    for i, token in enumerate(words[1:-1], 1):
        if token.word.casefold() not in ("and", "or"):
            continue
        before, after = words[i - 1], words[i + 1 :]
        key, last = name_key(before.word), name_key(words[-1].word)
        if any(run[0].start < token.start < run[-1].end for run in found):
            continue
        if before.capital and (after[0].capital or (after[0].word == "the" and after[-1].capital)):
            # "Securities and Exchange Commission" is one.
            return not (after[0].capital and i < 3 and name_key(after[-1].word) in lexicon().organisations)
        bodies = lexicon().organisation_nouns
        if (before.word in bodies and after[-1].capital) or (
            before.capital and after[0].word == "the" and last in bodies
        ):
            return True
        people = lexicon().unnamed_heads | lexicon().people
        if before.capital and not lexicon().is_role(before.word) and (words[-1].capital or _is_people(last, people)):
            return True
        # "His wife and fellow senator" is one.
        apart = key.endswith("s") or after[0].word.casefold() in listed("determiners") | listed("quantifiers")
        if apart and _is_people(key, people) and (words[-1].capital or _is_people(last, people)):
            return True
        if key.endswith("s") and _is_people(last, people) and last.endswith("s"):
            return True
    return False


def _is_list(words: str) -> bool:
    """Return whether the words list people or names: "Ada, Ivo and Mira", "the family, protesters and leaders"."""
    parts = _LISTED.split(words) if len(words) < _LONGEST_LIST and "," in words else []
    if len(parts) < 3 or " and " not in words or any(part.startswith(_ASIDE) for part in parts[1:]):
        return False
    last = [part.split(" ")[-1] for part in parts]
    people = lexicon().unnamed_heads | lexicon().people
    if last[-1].endswith("s") and _is_people(last[-1], people):
        return all(word[:1].isupper() or word.endswith(("s", "family")) for word in last)
    named = all(part[:1].isupper() or part[:4] == "the " for part in parts)
    return named and all(word[:1].isupper() and not lexicon().is_role(word) for word in last)


def _is_people(word: str, people: frozenset[str]) -> bool:
    singular = word.removesuffix("s")
    return word in people or singular in people or lexicon().is_role(singular)


def _description(span: Span, words: list[Token], end: int, reader: NameReader) -> Reference:
    found = list(runs(words, reader.text))
    words, end = _before_name(words, found, end)
    keys = [name_key(token.word) for token in words]
    name = next(filter(None, (reader.read(run) for run in reversed(found))), None)
    modifiers = frozenset(keys[:-1]) - lexicon().not_names
    owner, link = _owner(span, words, end, reader.text)
    return Reference(span, Shape.DESCRIPTION, name, keys[-1], modifiers, owner, link, end)


def _before_name(words: list[Token], found: list[list[Token]], end: int) -> tuple[list[Token], int]:
    """Return the words up to the noun before a clause that begins with a name, and where they end.

    Of "a speech Ada Lorn gave" it is "a speech".
    """
    for run in found:
        index = words.index(run[0])
        after = words[index + len(run) :]
        if index and after and not after[0].capital and not run[-1].possessive and _is_thing(words[index - 1].word):
            return words[:index], words[index - 1].end
    return words, end


def _is_thing(word: str) -> bool:
    return lexicon().is_work(word) or word in lexicon().organisation_nouns


def _owner(span: Span, words: list[Token], end: int, text: str) -> tuple[Place | None, str]:
    """Return the range of whose the thing described is, and the word that says so."""
    for index, token in reversed(list(enumerate(words[:-1]))):
        if token.possessive:
            return (words[0].start, token.start + len(token.word)), "’s"
        if index == 0 and token.word.casefold() in listed("possessives"):
            return (token.start, token.end), "’s"
    after = _OWNER_AFTER.match(text, end, span.end)
    if after is None or after["done"] in _PASSED_ON:
        return None, ""
    return after.span("owner"), after["link"]
