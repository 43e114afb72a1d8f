"""The words of onrecord: one word per idea, with its meaning. Code, messages and documentation keep to them."""

from __future__ import annotations

from types import MappingProxyType

TERMS = MappingProxyType(
    {
        "act": "What a text ascribes: something communicated (said, written, announced, voted), or something thought.",
        "actor": "A person, organisation, group or unnamed source that is cited or spoken to.",
        "addressee": "To whom something was said, as an actor, where the text tells.",
        "anomaly": "Something that a page itself contradicts, with words and reason. It never changes the text.",
        "article": "What an outlet published, and the name an outsider knows it by: a file's name or a row's id.",
        "attribution": "The words that ascribe a content to a source: source, cue and content spans, linked.",
        "authority": "The list of offices and who held them, countries, bodies and outlets; your own beside it.",
        "basis": "What a value rests on: given by the user, metadata, or words of the text.",
        "candidate": "Who else an actor across documents may be, with a score and the reason.",
        "capture": "The bytes of one input exactly as received, with their SHA-256. Never changed.",
        "condition": "The words under which alone a statement holds (“if …”); with one it is conditional.",
        "confidence": "The probability that an attribution's content and source are right, 0 to 1, calibrated.",
        "content": "The words that are ascribed: what was reported as said.",
        "cue": "The word or words that link a source to a content, such as a verb of saying.",
        "document": "A capture's article as text, with regions, times, outlet and the way back to the bytes.",
        "duplicate": "Outcome of an input whose bytes the record already holds.",
        "failed": "Outcome of an input that could not be read or made no document; the ledger says why.",
        "form": "How a content is given: direct (in quotation marks), indirect, or mixed.",
        "hypothetical": "Of a statement: the text does not tell it as having been said (“might say that …”).",
        "identity": "One actor across documents: its canonical name, its members, and what joins them.",
        "judgement": "What a person decided, kept beside the machine's value in a log that is only appended to.",
        "ledger": "What became of every input of every run, with reasons. The numbers add up.",
        "locator": "Where a capture was met: a path, a URL, a row of a file.",
        "mention": "A span that stands for an actor: a name, a pronoun, a description.",
        "negated": "Of a statement: the text says that it was not said (“did not say that …”).",
        "outlet": "Who published the article.",
        "quotation": "Words in quotation marks, with the marks: part of an attribution, or unattributed.",
        "reason": "Why something is as it is: why an input was left out, why a quotation is unattributed.",
        "record": "The file that holds captures, documents, actors, statements and the ledger.",
        "region": "A stretch of a document's text by its part: headline, body, caption, boilerplate and others.",
        "relay": "Who relays a nested statement, as an actor; via are the words that name them.",
        "role": "A title or office met beside an actor's name.",
        "said": "The day or days on which something was said, with what that rests on.",
        "setting": "Where and on which occasion something was said, as the text tells it.",
        "sighting": "One place and manner in which a capture was met: locator, article, and what the user said of it.",
        "skipped": "Outcome of an input that was left out on purpose; the ledger says why.",
        "source": "Who is cited, as the words of the text that name them. Never the outlet.",
        "span": "A half-open range of code points of a document's text and the words there.",
        "speaker": "The actor to whom a statement is ascribed.",
        "stated": "The probability that an attribution is a public statement: no deed, perception or mere mention.",
        "statement": "An attribution of which it is known, or known to be unknown, who speaks.",
        "stored": "Outcome of an input that became a document of the record.",
        "timex": "A time expression of a text, with its value after TimeML's TIMEX3.",
        "type": "What the speaker does by a statement: assert, predict, evaluate, demand, refuse, offer and so on.",
        "unattributed": "A quotation of the body that is part of no attribution, with the reason.",
        "verdict": "What people judge of a statement: accepted, rejected or corrected; its latest judgement.",
        "via": "The words that name who relays an attribution within another one.",
    }
)
"""Term → meaning, one sentence or two."""
