"""Two spellings of one name fold to one form."""

import time

import pytest

from onrecord.text.folding import fold_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kim Jong-un", "kim jong un"),
        ("Kim Jong Un", "kim jong un"),
        ("Mr. Kim Jong-un", "kim jong un"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Łukasz Øster Đorn", "lukasz oster dorn"),
        ("Straße", "strasse"),
        ("ＡＤＡ", "ada"),
        ("O'Neill", "oneill"),
        ("O’Neill", "oneill"),
        ("Zelenskyy's", "zelenskyy"),
        ("Lorn’s", "lorn"),
        ("U.S.", "us"),
        ("U. S.", "us"),
        ("US", "us"),
        ("J. D. Vance", "jd vance"),
        ("JD Vance", "jd vance"),
        ("J.D. Vance", "jd vance"),
        ("The Kremlin", "kremlin"),
        ("the  White\nHouse", "white house"),
        ("Prof. Dr. Ada Verek", "ada verek"),
        ("Sir Ada", "ada"),
        ("Sir", "sir"),
        ("The", "the"),
        ("Ada Verek Jr.", "ada verek jr"),
        ("Marks & Lorn", "marks and lorn"),
        ("  ", ""),
        ("--", ""),
        ("Владимир", "владимир"),
    ],
)
def test_it_folds(name: str, folded: str) -> None:
    """Case, accents, marks, titles, stops and spaces fall away."""
    assert fold_name(name) == folded


@pytest.mark.parametrize(
    "name",
    [
        "the The Hon. Dr. X",
        "A.B. 's's",
        "d'e f g 's",
        "ŉ ǆ ﬁ",
        "İstanbul",
        "x's's",
        "'S",
        "a ' s",
        "Å̊ e\u0301",
        "The 'S",
    ],
)
def test_folding_twice_changes_nothing(name: str) -> None:
    """What is folded is a form of its own."""
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize("unit", ["a. ", "dr ", "the ", "'s", "é", "-", "a&", "\u0301", " ", "ﷺ"])
def test_a_hostile_name_takes_linear_time(unit: str) -> None:
    """Ten times the text takes no more than some twenty times the time."""

    def spent(length: int) -> float:
        """Return the least that it took of three times: another process may have slowed one of them down."""
        name, times = (unit * length)[:length], list[float]()
        for _ in range(3):
            begun = time.process_time()
            fold_name(name)
            times.append(time.process_time() - begun)
        return min(times)

    assert spent(100_000) < 20 * max(spent(10_000), 0.001)
