"""Persons' names taken apart."""

import pytest

from onrecord.resolve.identity.personal import read_person


@pytest.mark.parametrize(
    ("name", "given", "family", "generation"),
    [
        ("Pavo Strin", ("pavo",), ("strin",), None),
        ("Strin, Pavo", ("pavo",), ("strin",), None),
        ("Mr. Strin", (), ("strin",), None),
        ("President Ilan Verek", ("ilan",), ("verek",), None),
        ("Amos R. Kettle III", ("amos", "r"), ("kettle",), "iii"),
        ("Leo Harrow, Jr.", ("leo",), ("harrow",), "jr"),
        ("A.B. Harrow", ("a", "b"), ("harrow",), None),
        ("Mira Holt-Strand", ("mira",), ("holt", "strand"), None),
        ("Nadia al-Rashidi", ("nadia",), ("rashidi",), None),
        ("Jan van der Moor", ("jan",), ("moor",), None),
        ("Kwon Tae-jun", ("taejun",), ("kwon",), None),
        ("Kwon Tae Jun", ("taejun",), ("kwon",), None),
        ("Tae-jun Kwon", ("taejun",), ("kwon",), None),
        ("Liang Weimin", ("weimin",), ("liang",), None),
        ("Kim Orchardson", ("kim",), ("orchardson",), None),
        ("Lena Orb, MD", ("lena",), ("orb",), None),
    ],
)
def test_first_reading(name: str, given: tuple[str, ...], family: tuple[str, ...], generation: str | None) -> None:
    """Given names, family name and suffix are found, titles left out."""
    reading = read_person(name)[0]
    assert (reading.given, reading.family, reading.generation) == (given, family, generation)


def test_hungarian_order_is_a_second_reading() -> None:
    """Where the last word is a given name and the first is not, the family name may stand first."""
    assert {reading.family for reading in read_person("Halmi Viktor")} == {("viktor",), ("halmi",)}


def test_the_name_at_birth_is_kept() -> None:
    """The word "née" tells the earlier family name."""
    assert read_person("Mira Strand, née Holt")[0].born == "holt"


@pytest.mark.parametrize("name", ["", " ", "Mr.", ",", "-", "née", "Jr.", "1234", "“”"])
def test_any_text_is_survived(name: str) -> None:
    """Whatever stands for a name, there is an answer, and none without a family name."""
    assert all(any(reading.family) for reading in read_person(name))
