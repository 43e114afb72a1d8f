"""Codebooks from files of three kinds, and what is none."""

from pathlib import Path

import pytest

from onrecord.classify.issues import read_codebook
from onrecord.errors import InputError
from onrecord.record import Codebook, Concept

BOOK = Codebook(
    (
        Concept("transport"),
        Concept("ferry", "Boats that carry cars.", ("The ferry is late.", "More boats to Lorn!"), "transport"),
    )
)
FILES = {
    "book.toml": """
[[concept]]
name = "transport"

[[concept]]
name = "ferry"
description = "Boats that carry cars."
examples = ["The ferry is late.", "More boats to Lorn!"]
parent = "transport"
""",
    "book.json": """[{"name": "transport"}, {"name": "ferry", "description": "Boats that carry cars.",
        "examples": ["The ferry is late.", "More boats to Lorn!"], "parent": "transport"}]""",
    "object.json": """{"concept": [{"name": "transport"}, {"name": "ferry", "description": "Boats that carry cars.",
        "examples": ["The ferry is late.", "More boats to Lorn!"], "parent": "transport"}]}""",
    "book.csv": """name,description,examples,parent
transport,,,
ferry,Boats that carry cars.,The ferry is late. | More boats to Lorn!,transport
""",
    "bom.CSV": """\ufeffname,description,examples,parent
transport,,,
ferry,Boats that carry cars.,"The ferry is late.|More boats to Lorn!",transport
""",
}


@pytest.mark.parametrize("name", FILES)
def test_codebook_is_read(tmp_path: Path, name: str) -> None:
    """TOML, JSON and CSV hold the same."""
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    assert read_codebook(tmp_path / name) == BOOK


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.txt", "ferry", r"\.toml, \.json, \.csv"),
        ("a.json", "{", "a.json"),
        ("a.json", "3", "no list of concepts"),
        ("a.json", '["ferry"]', "no list of concepts"),
        ("a.json", "[]", "holds no concept"),
        ("a.json", '[{"name": 3}]', "no text"),
        ("a.json", '[{"name": "ferry", "examples": [3]}]', "no text"),
        ("a.json", '[{"label": "ferry"}]', "'label' is no field"),
        ("a.json", '[{"description": "boats"}]', "no name"),
        ("a.json", '[{"name": "a", "parent": "b"}]', "parent 'b'"),
        ("a.toml", "x = [", "a.toml"),
        ("a.toml", "x = 1", "no list of concepts"),
        ("a.csv", "", "holds no concept"),
        ("a.csv", 'name\n"ferry', "a.csv"),
    ],
)
def test_what_is_no_codebook_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    """The message has the file and what is wrong."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_codebook(tmp_path / name)


def test_missing_file_is_told(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match=r"gone\.csv: cannot be read"):
        read_codebook(tmp_path / "gone.csv")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """What is no UTF-8 is refused."""
    (tmp_path / "a.csv").write_bytes(b"name\n\xff\xfe\n")
    with pytest.raises(InputError, match=r"a\.csv"):
        read_codebook(tmp_path / "a.csv")
