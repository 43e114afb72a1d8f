"""What coders said, replayed from the log; how far they agree; and labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.filled import fill

from onrecord.present.export.labels import label_lines
from onrecord.query import find, judged
from onrecord.query.agreement import Agreement, agreement
from onrecord.query.coding import codings
from onrecord.query.doubt import queue
from onrecord.query.who import named, offered
from onrecord.record import Field, Status
from onrecord.run.identify import identify
from onrecord.run.reviewing import ACCEPT, REJECT, Decision, Judge, correct, judge, undo
from onrecord.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give a record of four statements."""
    with Store.open(tmp_path / "r.onrecord", create=True) as opened:
        fill(opened)
        with opened.writing() as connection:
            identify(connection)
        yield opened


def say(store: Store, who: str, key: str, *decisions: Decision) -> None:
    """Judge what is there now."""
    version = judged(store, key).version
    judge(store, key, decisions, Judge(who, f"2031-01-01T00:00:{version:02}"), seen=version)


def both(store: Store) -> list[str]:
    """Let two coders judge all statements: alike on the speaker, in two of four on the form, one place a bit off."""
    ids = [each.id for each in find(store)]
    for at, key in enumerate(ids):
        say(store, "ann", key, correct(Field.FORM, "mixed" if at < 2 else "direct"), ACCEPT)
        say(store, "ben", key, correct(Field.FORM, "mixed" if at % 2 else "direct"), ACCEPT)
    start, end = judged(store, ids[0])[Field.CONTENT].present[0]
    say(store, "ben", ids[0], correct(Field.CONTENT, [[start, end - 2]]))
    return ids


def of(store: Store, field: str, scale: str = "nominal") -> Agreement:
    """Return the agreement of a field."""
    return next(each for each in agreement(store).fields if (each.field, each.scale) == (field, scale))


def test_agreement_is_told_for_each_field(store: Store) -> None:
    """Two coders agree wholly on the speaker, by chance on the form, nearly on the places."""
    both(store)
    speaker, form = of(store, "speaker"), of(store, "form")
    assert (speaker.alpha, speaker.statements, speaker.same) == (1.0, 4, 4)
    assert (form.statements, form.same, form.alpha) == (4, 2, pytest.approx(0.125))
    content = of(store, "content", "overlap")
    assert content.same == 3
    assert content.alpha is not None and 0.9 < content.alpha < 1
    unitizing = of(store, "content", "unitizing").alpha
    assert unitizing is not None and 0.9 < unitizing < 1
    assert of(store, "status").alpha is None
    assert agreement(store).coders == {"ann": 4, "ben": 4}


def test_the_machine_can_count_as_a_coder(store: Store) -> None:
    """What the machine found is compared with one person's values."""
    key = next(find(store)).id
    say(store, "ann", key, correct(Field.FORM, "indirect"), ACCEPT)
    assert of(store, "form").statements == 0
    told = {(each.field, each.scale): each for each in agreement(store, with_machine=True).fields}
    assert (told["form", "nominal"].statements, told["form", "nominal"].same) == (1, 0)
    assert told["source", "overlap"].same == 1


def test_a_coder_s_values_are_those_in_force(store: Store) -> None:
    """What was withdrawn does not count; rejecting takes back what its coder said; accepting takes what is there."""
    one, two, three, _ = (each.id for each in find(store))
    say(store, "ann", one, correct(Field.FORM, "mixed"))
    undo(store, one, Judge("ben", "2031-01-02"), seen=1)
    say(store, "ann", two, correct(Field.FORM, "mixed"))
    say(store, "ben", two, ACCEPT)
    say(store, "ann", three, correct(Field.FORM, "mixed"), REJECT)
    found = {coding.id: coding.coders for coding in codings(store)}
    assert one not in found
    assert (found[two]["ann"].status, found[two]["ann"].values) == (Status.CORRECTED, {Field.FORM: "mixed"})
    assert (found[two]["ben"].values[Field.FORM], found[two]["ben"].given) == ("mixed", set())
    assert (found[three]["ann"].status, found[three]["ann"].values) == (Status.REJECTED, {})


def test_labels_are_one_line_for_each_statement_and_coder(store: Store) -> None:
    """A label holds the coder's values with places in document and source, and what the machine had found."""
    key = next(each.id for each in find(store) if each.words.startswith("We will"))
    say(store, "ann", key, correct(Field.FORM, "indirect"), correct(Field.CONTENT, [[32, 54]]), ACCEPT)
    say(store, "ben", key, REJECT)
    ann, ben = map(json.loads, label_lines(store))
    assert (ann["coder"], ann["status"], ann["given"], ann["articles"]) == (
        "ann",
        "accepted",
        ["content", "form"],
        ["harbour.txt"],
    )
    assert (ann["fields"]["content"], ann["fields"]["form"]) == ([[32, 54]], "indirect")
    assert (ann["source_spans"]["content"], ann["machine"]["form"]) == ([[32, 54]], "direct")
    assert (ben["coder"], ben["status"], ben["fields"]) == ("ben", "rejected", ben["machine"])


def test_the_queue_leaves_out_what_is_settled(store: Store) -> None:
    """Accepted and rejected statements are settled; one that is only corrected is not."""
    one, two, three, four = (each.id for each in queue(store))
    say(store, "ann", one, ACCEPT)
    say(store, "ann", two, REJECT)
    say(store, "ann", three, correct(Field.FORM, "mixed"))
    assert {each.id for each in queue(store)} == {three, four}
    assert [each.doubt for each in queue(store)] == sorted((each.doubt for each in queue(store)), reverse=True)


def test_who_can_be_named(store: Store) -> None:
    """A document's own actors come first, then those of others; a name that nobody bears is nobody."""
    harbour = next(each for each in find(store) if each.words.startswith("We will")).heading.document_id
    assert [each.name for each in offered(store, harbour)] == ["Ada Mott", "Bo Lund"]
    local, other = named(store, harbour, "Bo Lund"), named(store, harbour, "Inge Ølgaard")
    assert local in offered(store, harbour)
    assert other is not None and other.name == "Inge Ølgaard"
    assert named(store, harbour, "Nobody At All") is None
