"""Signed quotations and posts."""

import time

import pytest

from onrecord.extract.signed import signed_attributions, with_signed
from onrecord.record import Attribution, Form, Span
from onrecord.text.quotations import lines, quotations

SIGNED = {
    "“We waited all night.” ― Ana Ruiz": ("Ana Ruiz", ["“We waited all night.”"]),
    "“We waited all night.”― Ana Ruiz\u00a0": ("Ana Ruiz", ["“We waited all night.”"]),
    '"We waited."\n\n- Verek.': ("Verek", ['"We waited."']),
    '"We waited."\n\n-Ilan Verek, Sarnov.': ("Ilan Verek", ['"We waited."']),
    "“One.\n“Two.”\n— Hedda van der Lorn, farmer": ("Hedda van der Lorn", ["“One.", "“Two.”"]),
    "“To quote a poet ‘all is water.” And that is “the root of all evil’.” ― Ana Ruiz.": (
        "Ana Ruiz",
        ["“To quote a poet ‘all is water.” And that is “the root of all evil’.”"],
    ),
    "The gates are open. — Ilan Verek (@iverek) July 5, 2031": ("Ilan Verek", ["The gates are open."]),
    "No comment, no water. — O. Lorn (@lorn)": ("O. Lorn", ["No comment, no water."]),
}
UNSIGNED = [
    "“We waited all night” — then the rain came.",
    "He said “no” — Verek",
    "“We waited.”\n\nVerek left.",
    "“We waited.”\n\n- one\n- two",
    "The gates — Verek (left) — are open.",
    "“The Dam” — a film by Ilan Verek about water. It won.",
]


def found(text: str) -> list[Attribution]:
    """Return what is signed in `text`."""
    return list(signed_attributions(text, "d", lines(text), quotations(text)))


@pytest.mark.parametrize("text", SIGNED)
def test_signed_words_go_to_who_signs(text: str) -> None:
    """Source and content are the name and the words above it, to the character."""
    (attribution,) = found(text)
    assert (attribution.source[0].words, [s.words for s in attribution.content]) == SIGNED[text]


@pytest.mark.parametrize("text", UNSIGNED)
def test_a_dash_alone_signs_nothing(text: str) -> None:
    """A dash that goes on with the sentence, a list or an aside is no signature."""
    assert found(text) == []


def test_what_was_found_there_gives_way() -> None:
    """An attribution whose cue lies in the signed words is replaced, others stay."""
    text = "“He promised rain.” — Ana Ruiz\nVerek said no."
    inside = Attribution("d", (), (Span.of(text, 4, 12),), (Span.of(text, 13, 17),), Form.DIRECT, 0.5)
    other = Attribution(
        "d", (Span.of(text, 31, 36),), (Span.of(text, 37, 41),), (Span.of(text, 42, 44),), Form.INDIRECT, 0.9
    )
    kept = with_signed(text, "d", lines(text), quotations(text), [inside, other])
    assert inside not in kept
    assert other in kept
    assert len(kept) == 2


@pytest.mark.parametrize("hostile", ["“a” — " * 15_000, "— A (@" * 15_000, "A " * 50_000, "“" * 50_000])
def test_hostile_text_takes_little_time(hostile: str) -> None:
    """100 kB of marks are looked through in linear time."""
    quoted = quotations(hostile)
    taken = []
    for _ in range(3):
        began = time.process_time()
        list(signed_attributions(hostile, "d", lines(hostile), quoted))
        taken.append(time.process_time() - began)
    assert min(taken) < 1
