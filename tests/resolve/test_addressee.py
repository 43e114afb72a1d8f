"""To whom a statement is addressed."""

from dataclasses import replace

import pytest
from tests.resolve.marked import Marked, marked

from onrecord.resolve.addressee import addressees
from onrecord.resolve.occasion import occasions


def heard(told: Marked) -> list[str | None]:
    """Return the words of who hears each attribution."""
    settings = occasions(told.document, told.attributions, told.sources)
    return [span.words if span else None for span in addressees(told.document, told.attributions, settings)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{s|Lorn} {c|told} reporters on Tuesday {x|that the dam was full}.", "reporters"),
        ("{s|Lorn} {c|told} the Tarsk Water Committee {x|that the dam was full}.", "the Tarsk Water Committee"),
        ("{s|Lorn} {c|told} TERN NEWS {x|the dam was full}.", "TERN NEWS"),
        ("{s|Lorn} {c|told} Tern News's morning show {x|that it rains}.", "Tern News"),
        ("{s|Lorn} {c|told} a packed gymnasium {x|that it rains}.", "a packed gymnasium"),
        ("{s|Lorn} {c|told} the Dairy Union (DU) meeting {x|that it rains}.", "the Dairy Union (DU) meeting"),
        ("{x|“It rains,”} {s|Lorn} {c|told} senior officials during the flood.", "senior officials"),
        ("{s|Lorn} {c|told} host Abel Tarn {x|that it rains}.", "host Abel Tarn"),
        ("{s|Lorn} {c|told} him {x|that it rains}.", "him"),
        ("{s|Lorn} {c|told} her aides {x|that it rains}.", "her aides"),
        ("{s|Lorn} {c|tells} Tern {x|it rains}.", "Tern"),
        ("{s|Lorn} {c|warned} Tolmark {x|that the dam would close}.", "Tolmark"),
        ("{s|Lorn} {c|urged} {x|both sides to meet}.", "both sides"),
        ("{s|Lorn} {c|had urged} Verek {x|to refuse}.", "Verek"),
        ("{s|The council} {c|asked} the court {x|to wait}.", "the court"),
        ("{s|Lorn} {c|would like} {x|to ask Verek why it rains}.", "Verek"),
        ("{s|Lorn} {c|called on} the government {x|to resign}.", "the government"),
        ("{s|Lorn} {c|said} to the crowd {x|that it rains}.", "the crowd"),
        ("{s|Lorn} {c|wrote} later to Verek {x|that it rains}.", "Verek"),
        ("{s|Verek's team} {c|has indicated} to Lorn's lawyers {x|that it will wait}.", "Lorn's lawyers"),
        ("The council {c|was told} by {s|Lorn} {x|that it rains}.", "The council"),
        ("Speaking to reporters in Tarsk, {s|Lorn} {c|said} {x|that it rains}.", "reporters"),
        ("{s|Lorn}, addressing the crowd, {c|said} {x|that it rains}.", "the crowd"),
        ("Asked by Tern News about the dam, {s|Lorn} {c|said} {x|that it rains}.", "Tern News"),
        ("{x|“It rains,”} {s|Lorn} {c|said} when asked by reporters.", "reporters"),
        ("{s|Lorn} {c|said} in a letter to the council {x|that it rains}.", "the council"),
        ("{c|In} an interview with Tern News, {s|Lorn} {c|said} {x|that it rains}.", "Tern News"),
        ("{x|“Greta,”} {s|he} {c|said}, {x|“it rains.”}", "Greta"),
        ("{x|“Mr. President, it rains,”} {s|Lorn} {c|said}.", "Mr. President"),
    ],
)  # fmt: skip
def test_addressee(text: str, words: str) -> None:
    """Who is told, warned, asked, written to, interviewed by or called upon is found as the text names them."""
    assert heard(marked(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "{s|Lorn} {c|said} {x|that it rains}.",
        "{s|Lorn} {c|told} herself {x|that it rains}.",
        "{s|Lorn} {c|plans} {x|to ask for rain}.",
        "{s|Lorn} {c|warned} {x|that the dam would close}.",
        "{s|Lorn} {c|warned of} {x|floods}.",
        "{s|Lorn} {c|promised} {x|new dams}.",
        "{s|Lorn} {c|vowed} {x|to form a joint force}.",
        "{s|Lorn} {c|promised} {x|to press a claim}.",
        "{s|Lorn} {c|pleaded} to {x|witness tampering}.",
        "{s|Lorn} {c|ordered} {x|a review of the dam}.",
        "{s|Lorn} {c|questioned} {x|the council's motives}.",
        "{s|Lorn} {c|accused} {x|the council of haste}.",
        "{s|Lorn} {c|called} {x|the council a sham}.",
        "{s|Lorn} {c|said} {x|that Verek was speaking to reporters}.",
        "Addressing the floods, {s|Lorn} {c|said} {x|that it rains}.",
        "Verek was late, speaking to the crowd, and {s|Lorn} {c|said} {x|so}.",
        "{s|Lorn} {c|said on} Twitter {x|that it rains}.",
        "{s|Lorn} {c|said} during a meeting with Verek {x|that it rains}.",
        "{s|The council} {c|was told} {x|that it rains}.",
        "{x|“Abel Tarn, the engineer, was late,”} {s|Lorn} {c|said}.",
        "{s|Lorn} {c|responded} to Verek's speech {x|that it rains}.",
    ],
)
def test_nobody(text: str) -> None:
    """What is spoken of, met or accused is nobody who is spoken to."""
    assert heard(marked(text)) == [None]


def test_one_sentence() -> None:
    """Who hears the first verb of a sentence hears what the speaker adds."""
    told = marked("{s|Lorn} {c|told} the council {x|it rains}, {2c|adding} {2x|that it pours}.")
    both = (told.attributions[0], replace(told.attributions[1], source=told.attributions[0].source))
    settings = occasions(told.document, both, ["Lorn", "Lorn"])
    assert [s.words if s else None for s in addressees(told.document, both, settings)] == ["the council"] * 2


def test_questions_for_one() -> None:
    """Where a text tells of questions for one person, those that it lists are asked of that person."""
    told = marked(
        "Judge Orla Brandt has questions for Ilan Verek.\n"
        "{x|“What did you know of the dam?”} {s|one question} {c|asks}.\n"
        "{2s|Brandt} also {2c|wants to know} {2x|whether Verek met the builder}.\n"
        "{3s|Brandt} {3c|wants to know} {3x|why it rains}.\n"
        "{4s|Brandt} {4c|planned} {4x|to ask whether Verek swims}.\n"
        "{5s|Verek} {5c|asks} {5x|“What dam?”}"
    )
    assert heard(told) == ["Ilan Verek", "Ilan Verek", None, "Ilan Verek", None]


def test_questions_for_lawyers() -> None:
    """Questions for somebody's lawyers are for that somebody."""
    told = marked("Brandt sent questions to Verek's lawyers.\n{s|One} {c|reads} {x|“What did you know?”}")
    assert heard(told) == ["Verek"]


@pytest.mark.parametrize("hostile", ["told " * 20000, "told the " * 12000, "to " * 30000, "“A B, " * 15000])
def test_long(hostile: str) -> None:
    """A hundred thousand characters made to mislead are read in time."""
    told = marked("{s|Lorn} {c|told} " + hostile + " {x|it rains}.")
    assert len(heard(told)) == 1
