"""A cursor tells a place in the order of a list, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord.errors import SettingsError
from onrecord.query.keyset import cursor, every, place, rows_after
from onrecord.store import Store
from onrecord.store.schema import actors

NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1)
ANY_TEXT = st.text(alphabet=st.characters(), max_size=30)


@given(st.lists(NUMBERS | ANY_TEXT, min_size=1, max_size=5))
def test_places_come_back(key: list[str | int]) -> None:
    """Whatever a key holds, half surrogate pairs too, its cursor is safe in an address and tells it again."""
    text = cursor(key)
    assert text.replace("-", "").replace("_", "").isalnum()
    assert text.isascii()
    assert place(text, [type(each) for each in key]) == tuple(key)


@given(st.text(max_size=60))
def test_other_text_is_no_cursor(text: str) -> None:
    """Text that no list gave is told as such."""
    with pytest.raises(SettingsError, match="cursor"):
        place(text, (str, int, str))


@pytest.mark.parametrize(
    ("key", "kinds"), [((1,), (str,)), (("a",), (int,)), ((1, 2), (int,)), ((True,), (int,)), ((2**63,), (int,))]
)
def test_keys_of_another_list(key: tuple[str | int, ...], kinds: tuple[type[str] | type[int], ...]) -> None:
    """A cursor of another list, or with a number that SQLite does not hold, is none."""
    with pytest.raises(SettingsError, match="cursor"):
        place(cursor(key), kinds)


def test_no_cursor_is_no_place() -> None:
    """Without a cursor a list begins at its beginning."""
    assert place(None, (int,)) is None


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_make_up_the_whole(relayed: Store, size: int) -> None:
    """Pages of any size tell each row once, in order; the last has no cursor."""
    order = (actors.c.name, actors.c.id)
    with relayed.reading() as connection:
        whole = [row.id for row in connection.execute(select(actors.c.id).order_by(*order))]
        found, after, pages = list[str](), None, 0
        while pages == 0 or after is not None:
            rows, after = rows_after(connection, select(actors.c.id), order, place(after, (str, str)), size)
            found += [row[0] for row in rows]
            pages += 1
    assert found == whole
    assert pages == -(-len(whole) // size)


def test_half_surrogates_are_no_place_in_a_table(relayed: Store) -> None:
    """SQLite cannot be asked for them, and no key has them."""
    with relayed.reading() as connection, pytest.raises(SettingsError, match="cursor"):
        rows_after(connection, select(actors.c.id), (actors.c.name, actors.c.id), ("\ud800", ""), 5)


def test_rows_that_come_meanwhile_shift_nothing(relayed: Store) -> None:
    """A page begins behind the last row of the one before, whatever was added in front of it."""
    order = (actors.c.name, actors.c.id)
    with relayed.reading() as connection:
        first, after = rows_after(connection, select(actors.c.id), order, None, 2)
        rest, _ = rows_after(connection, select(actors.c.id), order, place(after, (str, str)), 50)
    with relayed.writing() as connection:
        connection.execute(actors.update().where(actors.c.id == first[0][0]).values(name="AAA"))
    with relayed.reading() as connection:
        again, _ = rows_after(connection, select(actors.c.id), order, place(after, (str, str)), 50)
    assert [row[0] for row in again] == [row[0] for row in rest]


@pytest.mark.parametrize(("limit", "rows", "asked"), [(None, "abcde", 3), (3, "abc", 2), (2, "ab", 1), (0, "", 0)])
def test_all_pages_one_after_the_other(limit: int | None, rows: str, asked: int) -> None:
    """No more rows than the limit are given, and no page is asked for in vain."""
    cursors: list[str | None] = []

    def ask(after: str | None) -> tuple[str, str | None]:
        cursors.append(after)
        at = int(after or 0)
        return "abcde"[at : at + 2], str(at + 2) if at + 2 < 5 else None

    assert "".join(every(ask, limit)) == rows
    assert len(cursors) == asked
