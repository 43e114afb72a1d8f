"""Write ``resources/authority/territories.csv`` and compare the authority's ids with copies of its sources.

    python -m lab.authority territories            needs the packages rigour and countryinfo
    python -m lab.authority compare FILE...        CSV files of every-politician-scrapers, see the README

`territories.csv` holds names, ids and codes of rigour (MIT), capitals and demonyms of countryinfo (MIT),
and the English short forms, plurals and corrections of ``lab/territories.csv``, which are ours.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Container, Iterable, Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from onrecord.resolve.authority.rows import COLUMNS, SEPARATOR
from onrecord.text.folding import fold_name

OUT = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "resources" / "authority"
SOURCE = "rigour+countryinfo+onrecord"
OWN = Path(__file__).with_name("territories.csv")
LEFT_OUT = frozenset(
    {"eu", "un", "ip", "zz", "ac", "bv", "cp", "cq", "dg", "hm", "ic", "ta", "tf", "um", "zr", "dd", "an"}
)
"""No territories, bodies that `bodies.csv` has, and islands that nobody quotes."""
PARTS = frozenset({"gb-eng", "gb-nir", "gb-sct", "gb-wls"})
_PAIRS = (("officeholder", "officeholderLabel"), ("person", "name"), ("personID", "person"))
"""The columns of id and name in the sources' files."""


def main(arguments: list[str]) -> int:
    """Do what the command line says; return 1 where the sources and the authority disagree."""
    match arguments:
        case ["territories"]:
            write_territories()
            return 0
        case ["compare", *paths] if paths:
            return compare(Path(path) for path in paths)
    print(__doc__, file=sys.stderr)
    return 2


def write_territories() -> None:
    """Write the file; it depends on the versions of the two packages and on ``lab/territories.csv``."""
    with OWN.open(encoding="utf-8", newline="") as lines:
        own = {row["code"]: row for row in csv.DictReader(lines)}
    facts = dict(_facts())
    lines = import_module("rigour._core").territories_jsonl().splitlines()
    known = [json.loads(line) for line in lines if line.strip()]
    kept = (t for t in known if (t.get("is_country") or len(t["code"]) == 2 or t["code"] in PARTS) and t.get("qid"))
    rows = [_row(t, own.get(t["code"], {}), facts.get(t["code"], ("", ""))) for t in kept if t["code"] not in LEFT_OUT]
    _leave_to_countries(rows, {str(t["code"]) for t in known if t.get("is_country")})
    with (OUT / "territories.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS["territories"])
        writer.writerows(row.values() for row in sorted(rows, key=lambda row: row["code"]))


def _facts() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield code → capital, demonyms from countryinfo."""
    for path in sorted((files("countryinfo") / "data").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".json"):
            data = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(data, dict) and (code := data.get("ISO", {}).get("alpha2")):
                yield code.lower(), (data.get("capital") or "", (data.get("demonym") or "").replace(",", SEPARATOR))


def _row(territory: dict[str, object], own: dict[str, str], facts: tuple[str, str]) -> dict[str, str]:
    name = str(territory["name"])
    full = str(territory.get("full_name") or "")
    aliases = _once([*own.get("aliases", "").split(SEPARATOR)], {name, full})
    demonyms = _once([*_demonyms(str(territory["code"]), facts[1]), *own.get("demonyms", "").split(SEPARATOR)], set())
    capitals = own.get("capitals") or facts[0]
    others = territory.get("other_qids")
    ids = SEPARATOR.join(map(str, others)) if isinstance(others, list) else ""
    code, qid = str(territory["code"]), str(territory["qid"])
    cells = (code, qid, name, "" if full == name else full, aliases, demonyms, capitals, ids, SOURCE)
    return dict(zip(COLUMNS["territories"], cells, strict=True))


def _leave_to_countries(rows: Iterable[dict[str, str]], countries: Container[str]) -> None:
    """Take from dependent territories the demonyms and capitals of countries: "Chinese" is not Macao's."""
    rows = list(rows)
    for column in ("demonyms", "capitals"):
        taken = {word for row in rows if row["code"] in countries for word in row[column].split(SEPARATOR)}
        for row in rows:
            if row["code"] not in countries:
                row[column] = SEPARATOR.join(word for word in row[column].split(SEPARATOR) if word not in taken)


_WRONG_DEMONYMS = {"gb": "Welsh", "io": "Indian", "ls": "Mosotho", "bw": "Motswana"}
"""What countryinfo calls the people and no newspaper does."""


def _demonyms(code: str, cell: str) -> list[str]:
    return [word for word in cell.split(SEPARATOR) if word != _WRONG_DEMONYMS.get(code)]


def _once(words: Iterable[str], known: set[str]) -> str:
    return SEPARATOR.join(w for w in dict.fromkeys(word.strip() for word in words) if w and w not in known)


def compare(paths: Iterable[Path]) -> int:
    """Print every person of ``people.csv`` whose id a source gives to another name; return 1 if there is one."""
    names: dict[str, set[str]] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                identifier, name = next(((row[i], row[n]) for i, n in _PAIRS if i in row and n in row), ("", ""))
                names.setdefault(identifier, set()).add(fold_name(name))
    wrong = 0
    with (OUT / "people.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            own = {fold_name(name) for name in (row["name"], *row["aliases"].split(SEPARATOR))}
            if row["id"] in names and not own & names[row["id"]]:
                wrong += 1
                print(f"{row['id']}: {row['name']} here, {', '.join(sorted(names[row['id']]))} there")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
