"""Articles of invented outlets that the tests of lineage share."""

from onrecord.clean import document
from onrecord.record import Capture, Document, Given, MediaType

WIRE = (
    "President Ilan Verek told farmers on Monday that the upper dam would stay open until the harvest was in. "
    "His government had promised as much in April, but engineers warned that the water stood lower than in any "
    "spring since the dam was built.",
    "The two countries have quarrelled over the River Asel since a drought emptied the canals of the eastern plain. "
    "Tolmark says that its power stations need the water in winter; Sarnovia says that its fields need it in June.",
    "A commission of both countries meets next week in Port Ilvane. Neither side expects it to settle more than the "
    "hours at which the gates are opened, according to two people who prepare the talks.",
    "Farmers at the meeting were not convinced. Several left before the president had ended, and one of them asked "
    "aloud who would pay for the seed that had already dried in the ground.",
)

OTHER = (
    "Sarnovia's president went to the eastern plain to calm its growers, who fear a summer without canals. He spoke "
    "for half an hour in a barn near Lorn and took four questions.",
    "Water has divided the neighbours for years, and a new round of talks is due shortly. Hardly anybody in the "
    "ministries believes that it will bring a treaty, though officials hope for smaller steps.",
    "Some of those who listened walked out early. A grower wanted to hear about money for lost seed, but the "
    "president had no answer for her and turned to the next one.",
)

STRIKE = (
    "Bus drivers in Valden walked out on Monday over pay, and no line ran before noon. Their union, which speaks for "
    "nine hundred drivers, wants two shifts a week fewer and says that Valden can afford them.",
    "The bus company offered one shift. Commuters walked, cycled or stayed at home, and the schools of Valden opened "
    "an hour late. Drivers and company will meet again at the arbitration board on Friday.",
)

SPEECH = (
    "“We will keep the gates open until the last field is cut, and whoever says otherwise has not read what we signed "
    "in April, because every word of it stands and will stand as long as I hold this office and have a pen to sign "
    "with, in good years and in bad ones, and in all the years that lie between the two of them,” Verek said."
)


def article(*paragraphs: str, name: str = "a", **given: str) -> Document:
    """Return a plain text of `paragraphs` as a document; what is `given` beside it is its outlet, day or URL."""
    text = "\n\n".join(paragraphs)
    return document(Capture(text.encode(), MediaType.PLAIN, name, name, Given(charset="utf-8", **given)))
