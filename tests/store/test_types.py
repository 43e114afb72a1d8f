"""Columns give back what they were given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.pool import StaticPool

from onrecord.store.types import Packed, PackedJson, Verbatim, pack, unpack

any_text = st.text(st.characters())
metadata = MetaData()
table = Table("things", metadata, Column("text", Verbatim), Column("data", Packed), Column("rows", PackedJson))


@given(st.binary())
def test_packing_loses_nothing(data: bytes) -> None:
    """Whatever is packed is unpacked as it was."""
    assert unpack(pack(data)) == data


def test_packing_never_costs_more_than_a_byte() -> None:
    """Bytes that do not compress are kept raw."""
    assert len(pack(bytes(range(256)))) == 257


@pytest.mark.parametrize("broken", [b"", b"x123", b"znot zlib"])
def test_unpacking_refuses_what_was_not_packed(broken: bytes) -> None:
    """Foreign or damaged bytes are an error, not a text."""
    with pytest.raises(ValueError, match=r"packed|damaged"):
        unpack(broken)


@given(any_text, st.binary(), st.lists(st.lists(st.integers())))
def test_columns_give_back_what_was_put_in(text: str, data: bytes, rows: list[list[int]]) -> None:
    """Text with NUL or half surrogate pairs, bytes and lists survive the database."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(table).values(text=text, data=data, rows=rows))
        assert tuple(connection.execute(select(table)).one()) == (text, data, rows)
    engine.dispose()
