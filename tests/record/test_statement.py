"""What a statement tells beside who speaks."""

import pytest

from onrecord.errors import InternalError
from onrecord.record import Attribution, Form, Span, Statement, StatementType

TEXT = "Verek will sign if Lorn withdraws and pays"
CONTENT = Span.of(TEXT, 6, len(TEXT))
FIRST, SECOND = Span.of(TEXT, 16, 33), Span.of(TEXT, 38, 42)
ATTRIBUTION = Attribution("d", (), (), (CONTENT,), Form.INDIRECT, 1.0)


def test_a_condition_makes_it_conditional() -> None:
    """A statement with a condition is conditional, one without is not."""
    assert Statement(ATTRIBUTION, None, "", condition=(FIRST,)).conditional
    assert not Statement(ATTRIBUTION, None, "").conditional


def test_a_condition_is_among_the_circumstances() -> None:
    """Each part of a condition is given with its role, in order of the text."""
    statement = Statement(ATTRIBUTION, None, "", condition=(FIRST, SECOND))
    assert list(statement.circumstances()) == [("condition", FIRST), ("condition", SECOND)]


def test_parts_of_a_condition_keep_their_order() -> None:
    """A condition whose parts are out of order is refused."""
    with pytest.raises(InternalError, match="out of order"):
        Statement(ATTRIBUTION, None, "", condition=(SECOND, FIRST))


@pytest.mark.parametrize(("kind", "chance"), [(StatementType.OFFER, None), (None, 0.5)])
def test_a_type_goes_with_its_probability(kind: StatementType | None, chance: float | None) -> None:
    """A type without probability, or a probability without type, is refused."""
    with pytest.raises(InternalError, match="needs its probability"):
        Statement(ATTRIBUTION, None, "", type=kind, type_chance=chance)


@pytest.mark.parametrize("chance", [-0.1, 1.1])
def test_a_types_probability_is_one(chance: float) -> None:
    """A number beyond 0…1 is refused."""
    with pytest.raises(InternalError, match="is not in 0…1"):
        Statement(ATTRIBUTION, None, "", type=StatementType.OFFER, type_chance=chance)
