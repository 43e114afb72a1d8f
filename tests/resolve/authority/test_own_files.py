"""Files of the user's own add to the bundled ones, and what is wrong in them is named with its line."""

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.resolve.authority import Authority
from onrecord.resolve.authority.rows import COLUMNS

PEOPLE = ",".join(COLUMNS["entries"])
OFFICES = ",".join(COLUMNS["offices"])
SEATS = ",".join(COLUMNS["seats"])
TERRITORIES = ",".join(COLUMNS["territories"])


def written(folder: Path, name: str, *lines: str) -> Path:
    """Write a file of these lines and return its path."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_own_rows_are_found_beside_the_bundled_ones(tmp_path: Path) -> None:
    """A land, its president, its outlet and its seat of government, in four files."""
    extra = [
        written(
            tmp_path, "lands.csv", TERRITORIES, "x-verek,mine:verek,Verek,Republic of Verek,,Vereki;Verekis,Lorn,,own"
        ),
        written(
            tmp_path,
            "people.csv",
            PEOPLE,
            "mine:ada,Ada Lorn,person,Ada M. Lorn,Lorn,x-verek,f,own",
            "mine:gov,Government of Verek,government,,,x-verek,,own",
            'mine:tern,"Tern News, Inc.",outlet,Tern News,,x-verek,,own',
        ),
        written(tmp_path, "offices.csv", OFFICES, "mine:ada,head-of-state,President,x-verek,2019-02-01,,own"),
        written(tmp_path, "seats.csv", SEATS, "Old Mill,Mill Palace,mine:gov,own"),
    ]
    known = Authority.load(extra)
    (president,) = known.holders("head-of-state", "Verekis", "2020-01-01")
    assert president.name == "Ada Lorn"
    assert president.offices[0].source == "own"
    assert known.find("tern news")[0].id == "mine:tern"
    seat = known.seat("the Mill Palace")
    assert seat is not None
    assert seat.id == "mine:gov"
    assert known.find("Vladimir Putin")


def test_an_own_row_takes_the_place_of_a_bundled_one(tmp_path: Path) -> None:
    """The same id gives new names and keeps the offices; the same office and start gives a new end."""
    extra = [
        written(tmp_path, "people.csv", PEOPLE, "Q22686,Donald John Trump,person,,Trump,us,m,own"),
        written(tmp_path, "offices.csv", OFFICES, "Q22686,head-of-state,President,us,2025-01-20,2029-01-20,own"),
    ]
    known = Authority.load(extra)
    assert known.find("Donald J. Trump") == ()
    (person,) = known.find("Donald John Trump")
    assert [office.end for office in person.offices if office.kind == "head-of-state"] == ["2021-01-20", "2029-01-20"]


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        (("name,id",), 1, "first line names no known columns"),
        ((PEOPLE, "mine:a,Ada Lorn,person"), 2, "3 cells where the first line has 8"),
        ((PEOPLE, "mine:a,Ada Lorn,person,,,,f,own", "mine:a,Bo Lorn,person,,,,m,own"), 3, "given twice"),
        ((PEOPLE, "mine:a,Ada Lorn,robot,,,,f,own"), 2, "robot"),
        ((PEOPLE, "mine:a,Ada Lorn,person,,,,x,own"), 2, "gender"),
        ((PEOPLE, "mine:a,,person,,,,f,own"), 2, "needs an id and a name"),
        ((PEOPLE, "ada,Ada Lorn,person,,,,f,own"), 2, "id"),
        ((OFFICES, "Q22686,king,King,us,2019,,own"), 2, "king"),
        ((OFFICES, "Q22686,head-of-state,King,us,1.2.2019,,own"), 2, "no day"),
        ((OFFICES, "Q22686,head-of-state,King,us,2019,2018,own"), 2, "before the start"),
        ((OFFICES, "", "Q22686,head-of-state,King,,2019,,own"), 3, "needs an entry and a country"),
        ((SEATS, "Old Mill,,,own"), 2, "needs a name and the id"),
        ((PEOPLE, 'mine:a,"Ada "Lorn,person,,,,f,own'), 2, "expected after"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, lines: tuple[str, ...], line: int, words: str) -> None:
    """The message names the file, the line and what is wrong."""
    path = written(tmp_path, "own.csv", *lines)
    with pytest.raises(InputError) as refused:
        Authority.load([path])
    assert f"{path}, line {line}: " in str(refused.value)
    assert words in str(refused.value)


def test_an_office_of_nobody_is_refused(tmp_path: Path) -> None:
    """An office or a seat needs the entry that it names."""
    path = written(tmp_path, "offices.csv", OFFICES, "mine:nobody,head-of-state,King,us,2019,,own")
    with pytest.raises(InputError, match="mine:nobody"):
        Authority.load([path])


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b""])
def test_what_is_no_such_file_is_refused(tmp_path: Path, content: bytes) -> None:
    """Other encodings and empty files are named."""
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"own\.csv"):
        Authority.load([path])


def test_the_documented_columns_are_those_read() -> None:
    """The page for users shows every first line as it must be."""
    page = (Path(__file__).resolve().parents[3] / "docs" / "authority.md").read_text(encoding="utf-8")
    assert [columns for columns in COLUMNS.values() if f"    {','.join(columns)}\n" not in page] == []


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Nothing is left out in silence."""
    with pytest.raises(InputError, match="cannot be read"):
        Authority.load([tmp_path / "none.csv"])
