import time

from tests.align.lineage.articles import article

from onrecord.align.lineage import versions
from onrecord.record import ChangeKind, Document

BEFORE = (
    "Verek spoke in Lorn on Monday. He promised to keep the upper dam open.",
    "Two hundred farmers came to hear him. Some of them left early. Nobody was hurt.",
)


def told(before: Document, after: Document) -> list[tuple[ChangeKind, str, str]]:
    """Return the changes with the words that they speak of."""
    return [
        (
            change.kind,
            before.text[slice(*change.before)] if change.before else "",
            after.text[slice(*change.after)] if change.after else "",
        )
        for change in versions(before, after)
    ]


def test_an_article_that_did_not_change_kept_each_sentence():
    """Its own version keeps everything, in order."""
    one = article(*BEFORE)
    assert [kind for kind, _, _ in told(one, one)] == [ChangeKind.KEPT] * 5


def test_each_sentence_stands_in_one_change():
    """What was kept, changed, added and dropped, in the order of the later version."""
    after = article(
        "Verek spoke in Lorn on Monday. He promised not to keep the upper dam open.",
        "Three hundred farmers came to hear him. Nobody was hurt. Tolmark has not answered yet.",
    )
    assert told(article(*BEFORE), after) == [
        (ChangeKind.KEPT, "Verek spoke in Lorn on Monday.", "Verek spoke in Lorn on Monday."),
        (
            ChangeKind.CHANGED,
            "He promised to keep the upper dam open.",
            "He promised not to keep the upper dam open.",
        ),
        (
            ChangeKind.CHANGED,
            "Two hundred farmers came to hear him.",
            "Three hundred farmers came to hear him.",
        ),
        (ChangeKind.DROPPED, "Some of them left early.", ""),
        (ChangeKind.KEPT, "Nobody was hurt.", "Nobody was hurt."),
        (ChangeKind.ADDED, "", "Tolmark has not answered yet."),
    ]


def test_a_sentence_that_went_elsewhere_is_moved():
    """Its words are the same, its place is not."""
    after = article(BEFORE[1], BEFORE[0].split(". ")[1])
    kinds = {new: kind for kind, _, new in told(article(*BEFORE), after)}
    assert kinds["He promised to keep the upper dam open."] is ChangeKind.MOVED


def test_an_abbreviation_ends_no_sentence():
    """Mr. Verek is not two sentences."""
    one = article("On Monday Mr. Verek spoke to Sen. Lorn. He left early.", *BEFORE)
    assert told(one, one)[0][1] == "On Monday Mr. Verek spoke to Sen. Lorn."


def test_very_long_versions_take_no_time():
    """Two thousand sentences, each of them changed."""
    lines = [f"On day {n} the gauge of station {n} at the upper dam stood at {n * 7} again." for n in range(2000)]
    before, after = article(" ".join(lines)), article(" ".join(line.replace("again", "once more") for line in lines))
    started = time.process_time()
    found = versions(before, after)
    assert time.process_time() - started < 3
    assert {change.kind for change in found} == {ChangeKind.CHANGED}
