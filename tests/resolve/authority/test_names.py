"""What a name, a surname, a country's name and a seat stand for."""

import pytest

from onrecord.resolve.authority import EntryKind, authority


@pytest.mark.parametrize(
    ("name", "qid"),
    [
        ("Vladimir Putin", "Q7747"),
        ("VLADIMIR PUTIN", "Q7747"),
        ("Kim Jong Un", "Q56226"),
        ("Kim Jong-un", "Q56226"),
        ("Volodymyr Zelensky", "Q3874799"),
        ("Volodymyr Zelenskyy", "Q3874799"),
        ("Volodymyr Zelenskiy", "Q3874799"),
        ("Recep Tayyip Erdogan", "Q39259"),
        ("Bibi", "Q43723"),
        ("Bibi Netanyahu", "Q43723"),
        ("Mr. Donald Trump", "Q22686"),
        ("Donald J. Trump", "Q22686"),
        ("Francois Hollande", "Q157"),
        ("United Nations", "Q1065"),
        ("the U.N.", "Q1065"),
        ("UN", "Q1065"),
        ("WHO", "Q7817"),
        ("Reuters", "Q130879"),
        ("the New York Times", "Q9684"),
        ("Russia", "Q159"),
    ],
)
def test_a_full_name_or_alias_is_found(name: str, qid: str) -> None:
    """Case, accents, hyphens, titles and an article do not matter."""
    assert [entry.qid for entry in authority().find(name)] == [qid]


@pytest.mark.parametrize("name", ["who", "us", "it", "Trump", "Hill", "Times", "Verek", "", "the", "President"])
def test_other_words_are_nobodys_full_name(name: str) -> None:
    """A surname, an acronym in small letters, a word of a name and an unknown name find nothing."""
    assert authority().find(name) == ()


def test_a_name_of_two_finds_both() -> None:
    """Father and son are both called George Bush; with middle names each is one."""
    assert [entry.name for entry in authority().find("George Bush")] == ["George H.W. Bush", "George W. Bush"]
    assert len(authority().find("George W. Bush")) == 1


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Putin", "Vladimir Putin"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Zelenskyy", "Volodymyr Zelenskyy"),
        ("Xi", "Xi Jinping"),
        ("Merkel", "Angela Merkel"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Putin's", "Vladimir Putin"),
        ("MACRON", "Emmanuel Macron"),
    ],
)
def test_a_surname_finds_the_person(word: str, name: str) -> None:
    """Whatever its spelling, if nobody else bears it."""
    assert [entry.name for entry in authority().by_surname(word)] == [name]


@pytest.mark.parametrize(("word", "least"), [("Kim", 3), ("Bush", 2), ("Clinton", 2), ("Johnson", 2), ("Li", 2)])
def test_a_shared_surname_finds_all(word: str, least: int) -> None:
    """Who is meant is left to who knows the text."""
    assert len(authority().by_surname(word)) >= least


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "ru"),
        ("Russian", "ru"),
        ("Russians", "ru"),
        ("Moscow", "ru"),
        ("Russian Federation", "ru"),
        ("American", "us"),
        ("Washington", "us"),
        ("U.S.", "us"),
        ("Chinese", "cn"),
        ("Beijing", "cn"),
        ("French", "fr"),
        ("British", "gb"),
        ("Britain", "gb"),
        ("UK", "gb"),
        ("Burma", "mm"),
        ("North Korean", "kp"),
        ("Pyongyang", "kp"),
        ("Seoul", "kr"),
        ("Kyiv", "ua"),
        ("Kiev", "ua"),
        ("Ivory Coast", "ci"),
        ("Turkey", "tr"),
        ("Türkiye", "tr"),
        ("Holland", "nl"),
        ("Dutch", "nl"),
        ("Palestinian", "ps"),
        ("Tehran", "ir"),
        ("The Hague", "nl"),
        ("the Vatican", "va"),
        ("Soviet", "suhh"),
        ("Mexico City", "mx"),
        ("Scottish", "gb-sct"),
        ("Taipei", "tw"),
        ("Kosovo", "xk"),
    ],
)
def test_a_country_is_found_by_name_demonym_and_capital(name: str, code: str) -> None:
    """Each of them is one territory's."""
    found = authority().country(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "codes"), [("Korean", {"kp", "kr"}), ("Congolese", {"cd", "cg"}), ("Verek", set()), ("us", set())]
)
def test_a_word_of_several_countries_is_no_country(name: str, codes: set[str]) -> None:
    """It is nobody's for `country`, and `countries` tells whose it may be."""
    assert authority().country(name) is None
    assert {territory.code for territory in authority().countries(name)} == codes


@pytest.mark.parametrize(
    ("name", "stands_for", "country"),
    [
        ("the Kremlin", "Russian government", "ru"),
        ("Kremlin", "Russian government", "ru"),
        ("White House", "U.S. government", "us"),
        ("Downing Street", "UK government", "gb"),
        ("No. 10", "UK government", "gb"),
        ("Elysee", "French government", "fr"),
        ("the Élysée Palace", "French government", "fr"),
        ("Blue House", "South Korean government", "kr"),
        ("Zhongnanhai", "Chinese government", "cn"),
        ("Foggy Bottom", "State Department", "us"),
        ("the Pentagon", "Defense Department", "us"),
        ("Quai d’Orsay", "French Foreign Ministry", "fr"),
    ],
)
def test_a_seat_stands_for_who_sits_there(name: str, stands_for: str, country: str) -> None:
    """A government or one part of it."""
    body = authority().seat(name)
    assert body is not None
    assert (body.name, body.country) == (stands_for, country)
    assert body.kind in (EntryKind.GOVERNMENT, EntryKind.ORGANISATION)


def test_what_is_no_seat_stands_for_nobody() -> None:
    """A city and an unknown building are no seats."""
    assert authority().seat("Moscow") is None
    assert authority().seat("Lorn House") is None


def test_any_id_of_a_territory_finds_it() -> None:
    """Wikidata has several items for some countries."""
    territory = authority().territory("cn")
    assert territory is not None
    assert territory.other_ids
    for identifier in (territory.id, *territory.other_ids):
        found = authority().get(identifier)
        assert found is not None
        assert found.name == "China"
    assert authority().get("Q0") is None
    assert authority().territory("xx") is None
