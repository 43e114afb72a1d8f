"""Who held which office on which day, checked against dates known from elsewhere."""

from datetime import date, timedelta

import pytest

from onrecord.resolve.authority import authority

PRESIDENTS = [
    ("2009-01-20", "2017-01-20", "Barack Obama"),
    ("2017-01-20", "2021-01-20", "Donald Trump"),
    ("2021-01-20", "2025-01-20", "Joe Biden"),
    ("2025-01-20", "2025-12-31", "Donald Trump"),
]


def names(kind: str, country: str, day: str) -> list[str]:
    """Return the names of the holders."""
    return [entry.name for entry in authority().holders(kind, country, day)]


@pytest.mark.parametrize(("first", "last", "name"), PRESIDENTS)
def test_the_sitting_president_of_the_united_states_on_any_day(first: str, last: str, name: str) -> None:
    """From the day after the inauguration to the day before the next one there is one president."""
    day, end = date.fromisoformat(first) + timedelta(1), date.fromisoformat(last)
    while day < end:
        assert names("head-of-state", "us", day.isoformat()) == [name]
        assert names("head-of-government", "us", day.isoformat()) == [name]
        day += timedelta(1)


STATE, GOVERNMENT, FOREIGN = "head-of-state", "head-of-government", "foreign-minister"


@pytest.mark.parametrize(
    ("kind", "country", "day", "name"),
    [
        (STATE, "us", "2001-09-11", "George W. Bush"),
        (STATE, "ru", "2015-02-12", "Vladimir Putin"),
        (STATE, "ru", "2010-06-24", "Dmitry Medvedev"),
        (STATE, "fr", "2016-07-14", "François Hollande"),
        (STATE, "fr", "2018-07-15", "Emmanuel Macron"),
        (STATE, "ua", "2014-09-05", "Petro Poroshenko"),
        (STATE, "ua", "2019-07-25", "Volodymyr Zelenskyy"),
        (STATE, "cn", "2018-03-17", "Xi Jinping"),
        (STATE, "ir", "2015-07-14", "Ali Khamenei"),
        (STATE, "tr", "2016-07-15", "Recep Tayyip Erdoğan"),
        (STATE, "sy", "2017-04-07", "Bashar al-Assad"),
        (STATE, "eg", "2013-12-01", "Adly Mansour"),
        (STATE, "br", "2016-12-01", "Michel Temer"),
        (STATE, "br", "2020-04-01", "Jair Bolsonaro"),
        (STATE, "ve", "2016-01-05", "Nicolás Maduro"),
        (STATE, "mx", "2019-01-01", "Andrés Manuel López Obrador"),
        (STATE, "mx", "2025-01-15", "Claudia Sheinbaum"),
        (STATE, "va", "2015-09-24", "Pope Francis"),
        (STATE, "va", "2025-06-01", "Pope Leo XIV"),
        (STATE, "gb", "2022-09-01", "Elizabeth II"),
        (STATE, "kr", "2017-06-30", "Moon Jae-in"),
        (STATE, "kr", "2023-04-26", "Yoon Suk-yeol"),
        (STATE, "de", "2018-01-01", "Frank-Walter Steinmeier"),
        (STATE, "za", "2016-01-01", "Jacob Zuma"),
        (STATE, "za", "2019-01-01", "Cyril Ramaphosa"),
        (STATE, "ar", "2024-01-01", "Javier Milei"),
        (STATE, "pl", "2018-01-01", "Andrzej Duda"),
        (STATE, "sa", "2018-10-02", "Salman bin Abdulaziz"),
        (STATE, "kp", "2018-06-12", "Kim Jong-un"),
        (GOVERNMENT, "gb", "2016-06-23", "David Cameron"),
        (GOVERNMENT, "gb", "2018-03-14", "Theresa May"),
        (GOVERNMENT, "gb", "2020-03-23", "Boris Johnson"),
        (GOVERNMENT, "gb", "2022-10-01", "Liz Truss"),
        (GOVERNMENT, "gb", "2023-06-01", "Rishi Sunak"),
        (GOVERNMENT, "gb", "2024-08-01", "Keir Starmer"),
        (GOVERNMENT, "de", "2015-09-05", "Angela Merkel"),
        (GOVERNMENT, "de", "2022-02-27", "Olaf Scholz"),
        (GOVERNMENT, "de", "2025-06-01", "Friedrich Merz"),
        (GOVERNMENT, "fr", "2017-06-01", "Édouard Philippe"),
        (GOVERNMENT, "it", "2018-07-30", "Giuseppe Conte"),
        (GOVERNMENT, "it", "2021-06-11", "Mario Draghi"),
        (GOVERNMENT, "it", "2023-01-01", "Giorgia Meloni"),
        (GOVERNMENT, "il", "2018-05-14", "Benjamin Netanyahu"),
        (GOVERNMENT, "il", "2021-09-27", "Naftali Bennett"),
        (GOVERNMENT, "il", "2023-10-07", "Benjamin Netanyahu"),
        (GOVERNMENT, "jp", "2018-06-07", "Shinzo Abe"),
        (GOVERNMENT, "jp", "2022-01-01", "Fumio Kishida"),
        (GOVERNMENT, "in", "2016-11-08", "Narendra Modi"),
        (GOVERNMENT, "ca", "2015-10-01", "Stephen Harper"),
        (GOVERNMENT, "ca", "2018-06-08", "Justin Trudeau"),
        (GOVERNMENT, "ca", "2025-06-16", "Mark Carney"),
        (GOVERNMENT, "au", "2016-01-01", "Malcolm Turnbull"),
        (GOVERNMENT, "es", "2017-10-27", "Mariano Rajoy"),
        (GOVERNMENT, "es", "2019-01-01", "Pedro Sánchez"),
        (GOVERNMENT, "gr", "2015-07-05", "Alexis Tsipras"),
        (GOVERNMENT, "hu", "2015-09-15", "Viktor Orbán"),
        (GOVERNMENT, "pk", "2019-07-22", "Imran Khan"),
        (GOVERNMENT, "cn", "2016-03-05", "Li Keqiang"),
        (GOVERNMENT, "ru", "2018-01-01", "Dmitry Medvedev"),
        (GOVERNMENT, "nz", "2019-03-15", "Jacinda Ardern"),
        (FOREIGN, "ru", "2015-02-12", "Sergey Lavrov"),
        (FOREIGN, "us", "2015-07-14", "John Kerry"),
        (FOREIGN, "us", "2017-10-04", "Rex Tillerson"),
        (FOREIGN, "us", "2019-01-10", "Mike Pompeo"),
        (FOREIGN, "us", "2022-01-10", "Antony Blinken"),
        (FOREIGN, "us", "2025-03-01", "Marco Rubio"),
        (FOREIGN, "gb", "2017-01-01", "Boris Johnson"),
        (FOREIGN, "gb", "2019-01-01", "Jeremy Hunt"),
        (FOREIGN, "de", "2015-07-14", "Frank-Walter Steinmeier"),
        (FOREIGN, "de", "2019-01-01", "Heiko Maas"),
        (FOREIGN, "de", "2023-01-01", "Annalena Baerbock"),
        (FOREIGN, "fr", "2015-07-14", "Laurent Fabius"),
        (FOREIGN, "ir", "2015-07-14", "Mohammad Javad Zarif"),
        (FOREIGN, "cn", "2019-01-01", "Wang Yi"),
        (FOREIGN, "cn", "2023-03-01", "Qin Gang"),
        (FOREIGN, "ua", "2021-01-01", "Dmytro Kuleba"),
        (FOREIGN, "tr", "2019-10-09", "Mevlüt Çavuşoğlu"),
        (FOREIGN, "ca", "2018-08-06", "Chrystia Freeland"),
        (FOREIGN, "in", "2016-01-01", "Sushma Swaraj"),
        (FOREIGN, "kr", "2018-06-12", "Kang Kyung-wha"),
        (FOREIGN, "jp", "2018-06-12", "Taro Kono"),
        ("vice-president", "us", "2018-01-01", "Mike Pence"),
        ("vice-president", "us", "2022-01-01", "Kamala Harris"),
        ("head-of-organisation", "Q1065", "2015-09-28", "Ban Ki-moon"),
        ("head-of-organisation", "Q1065", "2020-01-01", "António Guterres"),
        ("head-of-organisation", "Q7184", "2018-07-11", "Jens Stoltenberg"),
        ("head-of-organisation", "Q8880", "2018-07-25", "Jean-Claude Juncker"),
    ],
)
def test_it_knows_who_was(kind: str, country: str, day: str, name: str) -> None:
    """One person held the office on that day."""
    assert names(kind, country, day) == [name]


def test_both_are_given_on_the_day_of_handing_over() -> None:
    """The one who leaves comes first."""
    assert names("head-of-state", "us", "2017-01-20") == ["Barack Obama", "Donald Trump"]


@pytest.mark.parametrize("country", ["us", "United States", "U.S.", "Washington", "Q30"])
def test_a_country_may_be_named_in_any_way(country: str) -> None:
    """Code, name, short form, capital and id are all read."""
    assert names("head-of-state", country, "2016-01-01") == ["Barack Obama"]


def test_a_day_may_be_a_date() -> None:
    """A date and its text are one."""
    assert authority().holders("head-of-state", "us", date(2016, 1, 1)) == authority().holders(
        "head-of-state", "us", "2016-01-01"
    )


@pytest.mark.parametrize(
    ("kind", "country", "day"),
    [
        ("head-of-state", "us", "1850-01-01"),
        ("head-of-state", "aq", "2016-01-01"),
        ("head-of-state", "Verek", "2016-01-01"),
    ],
)
def test_nobody_is_guessed(kind: str, country: str, day: str) -> None:
    """A day before all terms, a land without government and an unknown land have no holder."""
    assert names(kind, country, day) == []


@pytest.mark.parametrize(("kind", "day"), [("mayor", "2016-01-01"), ("head-of-state", "yesterday")])
def test_an_unknown_office_or_day_is_refused(kind: str, day: str) -> None:
    """Neither is answered with silence."""
    with pytest.raises(ValueError, match=r"mayor|yesterday"):
        authority().holders(kind, "us", day)


@pytest.mark.parametrize(
    ("name", "day", "held"),
    [
        ("Donald Trump", "2018-05-01", True),
        ("Barack Obama", "2018-05-01", False),
        ("Angela Merkel", "2018-05-01", False),
        ("Barack Obama", "1850-01-01", None),
    ],
)
def test_held_tells_yes_no_and_unknown(name: str, day: str, held: bool | None) -> None:
    """No needs somebody else who surely held the office then."""
    (person,) = authority().find(name)
    assert authority().held(person, "head-of-state", "us", day) is held


def test_terms_tell_the_title() -> None:
    """The office of a holder comes with the holder."""
    ((person, office),) = authority().terms("head-of-government", "de", "2018-01-01")
    assert (person.name, office.title, office.start) == ("Angela Merkel", "Chancellor", "2005-11-22")
