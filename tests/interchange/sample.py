"""A .dna file of invented people, made by our own builder."""

from __future__ import annotations

from onrecord.interchange.dna import DnaFile
from onrecord.interchange.dna.builder import Builder
from onrecord.interchange.dna.password import hashed
from onrecord.networks import Value

TEXT = "🚢 The ferry stays, said Verek. “No toll,” Lorn answered.\n\nNobody else spoke."
NOON = 1_709_294_400
"""1 March 2024, 12:00 UTC."""


def made() -> DnaFile:
    """Return a file of one document with two statements of the first type and a note, by two coders."""
    builder = Builder("Ada", hashed("secret", bytes(16)))
    other = builder.coder("Bo", hashed("other", bytes(range(16))))
    document = builder.document("Ferry & toll", TEXT, date=NOON, source="Tern News", notes="ours", author="A. Osk")
    values: dict[str, Value] = {
        "person": "Verek",
        "organization": "Harbour Board",
        "concept": "ferry",
        "agreement": True,
    }
    builder.statement("DNA Statement", document, (3, 18), 1, values)
    builder.statement(
        "DNA Statement", document, (33, 41), other, {"person": "Lorn", "concept": "toll", "agreement": False}
    )
    builder.statement("Annotation", document, (3, 12), other, {"note": "stays where?"})
    builder.describe("DNA Statement", "person", "Verek", {"Type": "Minister"}, (255, 153, 0))
    builder.regex("toll", (1, 2, 3))
    return builder.finish()
