"""Concepts and stances on the coded parliamentary debate: ``python -m eval.hansard``.

Ten-fold cross-validation in which all statements of one person lie in one fold, and statements with the same words
too, so that no near copy of a tested statement is learnt from. Beside it what the commonest answer and the nearest
coded example (the same nearness) would get.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from eval.measures import SHARED, Measured
from onrecord.classify.issues import CodedText, Coder
from onrecord.classify.issues.kernel import Space
from onrecord.record import Codebook, Concept, Stance

FOLDS = 10
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIELDS = {"C": "person", "D": "organization", "E": "concept", "F": "agreement", "J": "text", "M": "debate"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A coded statement, and the fold in which it is tested."""

    coded: CodedText
    fold: int


def speeches() -> list[Speech]:
    """Return the coded statements; `side` is the speaker's organisation in that debate."""
    rows = _rows()
    first: dict[str, str] = {}
    for row in rows:
        first.setdefault(row["text"].strip(), row["person"])
    groups = Counter(first[row["text"].strip()] for row in rows)
    sizes, fold = [0] * FOLDS, {}
    for person, count in sorted(groups.items(), key=lambda item: (-item[1], item[0])):
        fold[person] = sizes.index(min(sizes))
        sizes[fold[person]] += count
    return [Speech(_coded(row), fold[first[row["text"].strip()]]) for row in rows]


def _coded(row: dict[str, str]) -> CodedText:
    stance = Stance.SUPPORT if row["agreement"] == "1" else Stance.OPPOSE
    return CodedText(row["text"].strip(), row["concept"], stance, f"{row['organization']}, {row['debate']}")


def _rows() -> list[dict[str, str]]:
    """Return the rows of the one sheet, by the names of their columns."""
    with zipfile.ZipFile(SHARED / "corpora" / "hansard" / "statements.xlsx") as book:
        strings = ["".join(item.itertext()) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    found = []
    for row in list(sheet.iter(f"{_SHEET}row"))[1:]:
        values = {}
        for cell in row:
            value, column = cell.find(f"{_SHEET}v"), re.sub(r"\d", "", cell.get("r", ""))
            if value is not None and value.text is not None and column in _FIELDS:
                values[_FIELDS[column]] = strings[int(value.text)] if cell.get("t") == "s" else value.text
        found.append(values)
    return found


Answers = Callable[[Sequence[CodedText], Sequence[CodedText]], Sequence[object]]


def right(given: Sequence[Speech], answers: Answers, truth: Callable[[CodedText], object]) -> float:
    """Return the share of right answers, each by what was learnt from the other folds."""
    hits = 0
    for held in range(FOLDS):
        tested = [speech.coded for speech in given if speech.fold == held]
        taught = [speech.coded for speech in given if speech.fold != held]
        found = answers(taught, tested)
        hits += sum(answer == truth(one) for answer, one in zip(found, tested, strict=True))
    return hits / len(given)


def commonest(truth: Callable[[CodedText], object]) -> Answers:
    """Return what answers the commonest of what was taught."""
    return lambda taught, tested: [Counter(map(truth, taught)).most_common(1)[0][0]] * len(tested)


def nearest(truth: Callable[[CodedText], object]) -> Answers:
    """Return what answers as the nearest taught text has it."""

    def answers(taught: Sequence[CodedText], tested: Sequence[CodedText]) -> Sequence[object]:
        near = Space([one.text for one in taught]).near([one.text for one in tested])
        return [truth(taught[int(row.argmax())]) for row in near]

    return answers


def codebook(given: Sequence[Speech]) -> Codebook:
    """Return the concepts by name; the corpus tells no more of them."""
    return Codebook(tuple(Concept(name) for name in sorted({str(speech.coded.concept) for speech in given})))


def hansard() -> Measured:
    """Accuracy of concepts and stances, by whom: the coder, the commonest answer, the nearest example."""
    given = speeches()
    book = codebook(given)
    texts = _texts

    def concepts(taught: Sequence[CodedText], tested: Sequence[CodedText]) -> Sequence[object]:
        return [found.concept for found in Coder(book, taught).assign(texts(tested))]

    def stances(taught: Sequence[CodedText], tested: Sequence[CodedText]) -> Sequence[object]:
        return [stance for stance, _ in Coder(book, taught).stances(texts(tested))]

    def sided(taught: Sequence[CodedText], tested: Sequence[CodedText]) -> Sequence[object]:
        return [s for s, _ in Coder(book, taught).stances(texts(tested), [one.side for one in tested])]

    scores = {}
    for name, truth in (("concept", _concept), ("stance", _stance)):
        scores[f"{name}_commonest"] = right(given, commonest(truth), truth)
        scores[f"{name}_nearest"] = right(given, nearest(truth), truth)
    scores["concept"] = right(given, concepts, _concept)
    scores["stance"] = right(given, stances, _stance)
    scores["stance_with_side"] = right(given, sided, _stance)
    return Measured(scores, {})


def _texts(coded: Sequence[CodedText]) -> list[str]:
    return [one.text for one in coded]


def _concept(coded: CodedText) -> object:
    return coded.concept


def _stance(coded: CodedText) -> object:
    return coded.stance


if __name__ == "__main__":
    for name, score in hansard().scores.items():
        print(f"{name:20s} {score:.3f}")
