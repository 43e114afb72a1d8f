"""The examples in the README and the docs run, and print what they say."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
ONRECORD = Path(sys.executable).parent / "onrecord"


def pattern(expected: str) -> re.Pattern[str]:
    """Return what the output must match: ``...`` alone on a line is any lines, within one any characters."""
    lines = [
        r"(?:[^\n]*\n)*?" if line.strip() == "..." else ".*?".join(map(re.escape, line.rstrip().split("..."))) + "\n"
        for line in expected.splitlines()
    ]
    return re.compile("".join(lines))


def run(command: str, folder: Path) -> str:
    """Run one command line of the documentation and return what it writes, without trailing blanks."""
    words = shlex.split(command)
    assert words[0] == "onrecord", command
    done = subprocess.run(
        [ONRECORD, *words[1:]],
        cwd=folder,
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def summit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record of the examples, read once."""
    folder = tmp_path_factory.mktemp("summit")
    (folder / "examples").symlink_to(ROOT / "examples")
    run("onrecord read examples/summit", folder)
    return folder / "record.onrecord"


@pytest.mark.parametrize(("name", "least"), [("README.md", 8), ("docs/command-line.md", 12), ("docs/python-api.md", 4)])
def test_examples_run(name: str, least: int, summit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every console example prints what stands below it, every Python example runs, in the order of the page."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    if name != "README.md":  # which reads them itself
        shutil.copy(summit, tmp_path)
    monkeypatch.chdir(tmp_path)
    ran, names = 0, dict[str, object]()
    for kind, body in BLOCK.findall((ROOT / name).read_text(encoding="utf-8")):
        if kind == "python":
            exec(compile(body, name, "exec"), names)
            ran += 1
            continue
        for example in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, expected = example.partition("\n")
            output = run(command, tmp_path)
            assert pattern(expected).fullmatch(output), f"$ {command}\nprints\n{output}\nand not\n{expected}"
            ran += 1
    assert ran >= least


def test_links_lead_somewhere() -> None:
    """Every relative link in the README and the docs leads to a file."""
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    missing = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not missing


def test_no_picture_fetches_anything() -> None:
    """The README's picture needs no network."""
    svg = (ROOT / "docs" / "images" / "tellings.svg").read_text(encoding="utf-8")
    assert "@font-face" not in svg
    assert set(re.findall(r"https?://[^\"'\s)]+", svg)) <= {"http://www.w3.org/2000/svg", "https://www.textualize.io"}
