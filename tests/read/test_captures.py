"""Every path and every row ends as one capture or one reason."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from onrecord.read import captures
from onrecord.record import Capture, Given, MediaType, Unreadable


def read(*paths: object, **options: object) -> list[Capture | Unreadable]:
    """Return what reading `paths` yields."""
    return list(captures([str(path) for path in paths], **options))


def only(items: list[Capture | Unreadable]) -> Capture | Unreadable:
    """Return the one item there is."""
    assert len(items) == 1
    return items[0]


def reason(items: list[Capture | Unreadable]) -> str:
    """Return why the one input could not be read."""
    item = only(items)
    assert isinstance(item, Unreadable)
    return item.reason


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"Ada Poe said no.", MediaType.PLAIN),
        ("a.md", b"# Ada Poe said no.", MediaType.PLAIN),
        ("a", b"Ada Poe said no.", MediaType.PLAIN),
        ("a.2018", b"{Ada Poe} said no.", MediaType.PLAIN),
        ("a.html", b"<p>Ada Poe said no.", MediaType.HTML),
        ("a.HTM", b"<p>Ada Poe said no.", MediaType.HTML),
        ("a.xhtml", b"<p>Ada Poe said no.", MediaType.HTML),
        ("page", b"\n <!-- saved --> <!DOCTYPE html><p>Ada Poe said no.", MediaType.HTML),
        ("page.asp", b"<html><p>Ada Poe said no.", MediaType.HTML),
        ("row.json", b'{"text": "Ada Poe said no."}', MediaType.JSON_ROW),
        ("row.json", b'{\n "text": "Ada Poe said no."\n}', MediaType.JSON_ROW),
        ("utf16.txt", "\ufeffAda Poe said no.".encode("utf-16-le"), MediaType.PLAIN),
    ],
)
def test_kind_follows_from_name_then_content(tmp_path: Path, name: str, data: bytes, kind: MediaType) -> None:
    """The suffix decides, and the first bytes where it is unknown; the bytes are kept as they are."""
    (tmp_path / name).write_bytes(data)
    capture = only(read(tmp_path / name))
    assert isinstance(capture, Capture)
    assert (capture.media_type, capture.data, capture.locator) == (kind, data, str(tmp_path / name))
    assert capture.article == (capture.locator if kind is MediaType.JSON_ROW else name)


def test_rows_become_captures_in_order(tmp_path: Path) -> None:
    """Each row is a capture with its line as locator and its id as article."""
    rows = [{"id": "x", "text": "Poe said no."}, {"id": 7, "html": "<p>Fry said yes."}, {"text": "Nobody spoke."}]
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\r\n".join(json.dumps(row).encode() for row in rows) + b"\r\n\r\n")
    found = read(path)
    assert [item.locator for item in found] == [f"{path}#{line}" for line in (1, 2, 3)]
    assert [item.article for item in found if isinstance(item, Capture)] == ["x", "7", f"{path}#3"]
    assert [item.data for item in found if isinstance(item, Capture)] == [json.dumps(row).encode() for row in rows]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (b'{"text": "a"', "not valid JSON"),
        (b"[1, 2]", "list"),
        (b'{"id": 1}', "no article"),
        (b'{"text": ""}', "no article"),
        (b'{"text": 5}', "no article"),
        (b'{"text": "\xff"}', "UTF-8"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_bad_row_has_a_reason_and_others_are_read(tmp_path: Path, row: bytes, word: str) -> None:
    """A row that is no article says why, and the rows around it are read."""
    good = b'{"text": "Ada Poe said no."}'
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join([good, row, good]))
    first, second, third = read(path)
    assert isinstance(first, Capture)
    assert isinstance(third, Capture)
    assert isinstance(second, Unreadable)
    assert second.locator.endswith("#2")
    assert word in second.reason


def test_row_too_long_is_passed_over(tmp_path: Path) -> None:
    """A row beyond the bound is refused, and the next row is still found."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 300_000 + b'"}\n{"text": "Poe said no."}')
    first, second = read(path, max_bytes=100_000)
    assert isinstance(first, Unreadable)
    assert "larger than 100,000 bytes" in first.reason
    assert isinstance(second, Capture)
    assert second.locator.endswith("#2")


def test_file_too_large_has_a_reason(tmp_path: Path) -> None:
    """A file beyond the bound is refused, not cut."""
    (tmp_path / "a.txt").write_bytes(b"word " * 1000)
    assert "larger than 4,999 bytes" in reason(read(tmp_path / "a.txt", max_bytes=4999))
    assert isinstance(only(read(tmp_path / "a.txt", max_bytes=5000)), Capture)


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        ("a.txt", bytes(range(256)) * 4, "binary"),
        ("a.css", b"p { color: red }", "no articles"),
        ("a.jsonl", b"\n\n", "no rows"),
        ("a.json", b'[{"text": "a"}]', "list"),
        ("a.txt.gz", b"no gzip", "not gzip"),
        ("a.txt.gz", gzip.compress(b"word " * 9999)[:-20], "cut"),
        ("a.txt.gz", gzip.compress(b"word " * 9999)[:40] + b"\0\0\0" + gzip.compress(b"word " * 9999)[43:], "broken"),
    ],
)
def test_file_that_is_no_article_has_a_reason(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    """Empty, binary, foreign and broken files each end with a reason that names the fault."""
    (tmp_path / name).write_bytes(data)
    assert word in reason(read(tmp_path / name))


def test_gzip_is_inflated(tmp_path: Path) -> None:
    """A gzip file of several members is read as their bytes, under its own name."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Ada Poe ") + gzip.compress(b"said no.") + bytes(8))
    capture = only(read(tmp_path / "a.txt.gz"))
    assert isinstance(capture, Capture)
    assert (capture.data, capture.article) == (b"Ada Poe said no.", "a.txt.gz")


def test_rows_before_a_cut_are_kept(tmp_path: Path) -> None:
    """Of a cut gzip of rows the whole rows are read, and the cut is reported."""
    rows = b"".join(json.dumps({"text": os.urandom(300).hex()}).encode() + b"\n" for _ in range(400))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(rows)[:-40_000])
    found = read(tmp_path / "a.jsonl.gz")
    assert len(found) > 100
    assert all(isinstance(item, Capture) for item in found[:-1])
    assert isinstance(found[-1], Unreadable)
    assert "cut" in found[-1].reason


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz"])
def test_bomb_is_refused_early(tmp_path: Path, name: str) -> None:
    """A gzip of a quarter gigabyte of zeros is refused long before its end."""
    (tmp_path / name).write_bytes(gzip.compress(b"a" * (1 << 26), 1))
    assert "bomb" in reason(read(tmp_path / name))


def test_folder_is_walked_in_order(tmp_path: Path) -> None:
    """A folder gives its files in the order of names, folders within included, hidden ones with a reason."""
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.png", ".hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"\x89PNG" if name == "c.png" else b"Poe said no.")
    found = read(tmp_path)
    assert [Path(item.locator).relative_to(tmp_path).as_posix() for item in found] == [
        ".hidden", "a/b/c.txt", "a/z.txt", "b.txt", "c.png",
    ]  # fmt: skip
    assert [isinstance(item, Unreadable) and item.skipped for item in found] == [True, False, False, False, True]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**", ["a.txt", "b.txt", "c.html", "n/d.txt", "n/m/e.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "n/d.txt", "n/m/e.txt"]),
        ("n/**/*.txt", ["n/d.txt", "n/m/e.txt"]),
        ("**/m/*", ["n/m/e.txt"]),
        ("n*", ["n/d.txt", "n/m/e.txt"]),
        ("[a]*", ["a.txt"]),
    ],
)
def test_glob(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, names: list[str]) -> None:
    """A pattern gives the files it matches, each once, absolute or relative."""
    for name in ("a.txt", "b.txt", "c.html", "n/d.txt", "n/m/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"<html>Poe said no.")
    assert [item.locator for item in read(f"{tmp_path}/{pattern}")] == [f"{tmp_path}/{name}" for name in names]
    monkeypatch.chdir(tmp_path)
    assert [item.locator for item in read(pattern)] == names


def test_name_with_glob_characters_is_taken_as_it_is(tmp_path: Path) -> None:
    """An existing file goes before the pattern that its name would be."""
    (tmp_path / "[1].txt").write_bytes(b"Poe said no.")
    assert isinstance(only(read(tmp_path / "[1].txt")), Capture)


@pytest.mark.parametrize(
    ("path", "word"),
    [("missing.txt", "no such file"), ("*.none", "no file matches"), ("", "no path"), ("a\0b", "no path")],
)
def test_path_that_names_nothing(path: str, word: str) -> None:
    """A path without a file has a reason."""
    assert word in reason(read(path))


def test_links(tmp_path: Path) -> None:
    """Links are followed; a broken link and a loop have reasons, and a loop ends."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_bytes(b"Poe said no.")
    (tmp_path / "real" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "real" / "up2").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "one.txt").symlink_to(tmp_path / "real" / "a.txt")
    found = {Path(item.locator).name: item for item in read(tmp_path)}
    assert isinstance(found["one.txt"], Capture)
    assert "does not exist" in found["broken.txt"].reason
    assert "links back" in found["up"].reason
    assert "links back" in found["up2"].reason
    assert isinstance(found["self"], Unreadable)


@pytest.mark.timeout(20)
def test_pipe_and_device_never_block(tmp_path: Path) -> None:
    """A pipe nobody writes to and an endless device are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in reason(read(tmp_path / "pipe"))
    assert "device" in reason(read("/dev/zero"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_folder_and_file(tmp_path: Path) -> None:
    """What permissions forbid has a reason."""
    (tmp_path / "closed").mkdir(mode=0)
    (tmp_path / "shut.txt").write_bytes(b"Poe said no.")
    (tmp_path / "shut.txt").chmod(0)
    assert all("ermission" in item.reason for item in read(tmp_path) if isinstance(item, Unreadable))
    (tmp_path / "closed").chmod(0o700)


def test_standard_input() -> None:
    """Standard input is read as an article or as rows, and is left open."""
    stream = io.BytesIO(b"Ada Poe said no.")
    capture = only(read("-", stdin=stream))
    assert isinstance(capture, Capture)
    assert (capture.locator, capture.media_type, stream.closed) == ("-", MediaType.PLAIN, False)
    rows = read("-", stdin=io.BytesIO(b'{"id": "a", "text": "Poe said no."}\n{"text": "Fry said yes."}'))
    assert [item.locator for item in rows] == ["-#1", "-#2"]
    assert "standard input" in reason(read("-"))


def test_given_goes_with_every_capture(tmp_path: Path) -> None:
    """What the user says beside the bytes stands on each capture."""
    (tmp_path / "a.txt").write_bytes(b"Poe said no.")
    capture = only(read(tmp_path, given=Given(outlet="The Examplar")))
    assert isinstance(capture, Capture)
    assert capture.given.outlet == "The Examplar"


def test_same_bytes_same_id(tmp_path: Path) -> None:
    """The capture's id does not depend on where the bytes lay."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"Poe said no.")
    first, second = (item for item in read(tmp_path) if isinstance(item, Capture))
    assert first.id == second.id
