"""Bytes become text, and what was not sure is flagged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.articles import html, read

from onrecord.clean.charset import decode
from onrecord.errors import InputError
from onrecord.record import Given

WORDS = "Ministerpräsident Škoda sagte: „Nein, über Zürich fährt kein Zug.“ "


@pytest.mark.parametrize(
    ("data", "charset", "flags"),
    [
        (WORDS.encode(), "utf-8", ()),
        (b"Poe said no.", "utf-8", ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8", ()),
        (("\ufeff" + WORDS).encode("utf-16-le"), "utf-16-le", ()),
        (("\ufeff" + WORDS).encode("utf-16-be"), "utf-16-be", ()),
        ("Poe said no. ".encode("utf-16-le"), "utf-16-le", ()),
        (
            b"Poe said \x93no\x94 to the board, and nobody else spoke a word until the end of the meeting. " * 2,
            "cp1252",
            ("charset-guessed",),
        ),
        (WORDS.encode() * 3 + b"\xff", "utf-8", ("charset-replaced",)),
        ((WORDS + "“").encode()[:-1], "utf-8", ("charset-replaced",)),
    ],
)
def test_undeclared(data: bytes, charset: str, flags: tuple[str, ...]) -> None:
    """Without a word from anyone the bytes decide, and a guess is flagged."""
    decoded = decode(data)
    assert (decoded.charset, decoded.flags) == (charset, flags)


@pytest.mark.parametrize(
    ("data", "options", "charset", "flags"),
    [
        (WORDS.encode("cp1250"), {"given": "cp1250"}, "cp1250", ()),
        ("Poe “said” no".encode("cp1252"), {"declared": "iso-8859-1"}, "cp1252", ()),
        (b"\xef\xbb\xbf" + WORDS.encode(), {"declared": "latin-1"}, "utf-8", ()),
        (WORDS.encode(), {"declared": "no-such-charset"}, "utf-8", ("charset-unknown",)),
        (WORDS.encode(), {"declared": "rot13"}, "utf-8", ("charset-unknown",)),
        (WORDS.encode(), {"declared": "utf-7"}, "utf-8", ("charset-unknown",)),
        (WORDS.encode(), {"given": "ascii"}, "cp1252", ()),
        (b'<meta charset="windows-1250">' + WORDS.encode("cp1250"), {"markup": True}, "cp1250", ()),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">' + WORDS.encode("cp1250"),
            {"markup": True},
            "cp1250",
            (),
        ),
        (b"<?xml version='1.0' encoding='windows-1250'?>" + WORDS.encode("cp1250"), {"markup": True}, "cp1250", ()),
        (b'<meta charset="utf-16">' + WORDS.encode(), {"markup": True}, "utf-8", ()),
    ],
)
def test_declared(data: bytes, options: dict[str, object], charset: str, flags: tuple[str, ...]) -> None:
    """The user's word goes first, then the mark, the carrier's word, the page's own."""
    if options.get("given") == "ascii":
        data = "Poe “said” no".encode("cp1252")
    decoded = decode(data, **options)  # type: ignore[arg-type]
    assert (decoded.charset, decoded.flags) == (charset, flags)


def test_mark_stays_in_the_text() -> None:
    """The byte order mark is the text's first character, and no word of the headline."""
    doc = read(b"\xef\xbb\xbfFares stay\n\nThe board met.")
    assert doc.text[0] == "\ufeff"
    assert doc.title == "Fares stay"


@settings(deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([None, "utf-8", "cp1251", "shift_jis", "utf-16", "big5", "latin-1", "hz", "iso2022_jp"]),
)
def test_decoding_never_fails(data: bytes, charset: str | None) -> None:
    """Whatever the bytes and the charset said of them, text comes out, and a loss is flagged."""
    decoded = decode(data, given=charset)
    if "\ufffd" in decoded.text and "\ufffd".encode() not in data:
        assert (
            decoded.flags
            or decoded.charset.startswith("utf-16")
            or charset in ("hz", "iso2022_jp", "big5", "shift_jis")
        )
    decoded.text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t", "no words"),
        (bytes(200), "binary"),
        (b"%PDF-1.4 Poe", "binary"),
        (b"...---", "no words"),
    ],
)
def test_no_text(data: bytes, word: str) -> None:
    """Bytes without text are refused with the reason and what to do."""
    with pytest.raises(InputError, match=word):
        read(data)


@pytest.mark.parametrize("data", [b"<p></p><div><br></div>", b"<script>var a = 1</script>", b"<!-- Poe said no. -->"])
def test_page_without_words(data: bytes) -> None:
    """A page that shows no words is refused."""
    with pytest.raises(InputError, match="no words"):
        html(data)


def test_unknown_charset_of_user_is_no_failure() -> None:
    """A wrong word of the user costs a flag, not the article."""
    assert read("Poe said no.", given=Given(charset="klingon")).flags == ("charset-unknown",)
