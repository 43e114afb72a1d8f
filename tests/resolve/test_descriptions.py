"""Descriptions led to whom they describe."""

import pytest
from tests.resolve.stories import actor, document, span, told

from onrecord.record import ActorKind, Attribution, Form
from onrecord.resolve import Resolver

PERSON, BODY, GROUP, UNNAMED = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.UNNAMED


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Sarnovian President Ilan Verek left. The Sarnovian leader said no.", "The Sarnovian leader", "Ilan Verek"),
        ("Sarnovia's leader, Ilan Verek, left. The president said no.", "The president", "Ilan Verek"),
        ("Kurn News Agency director Ilan Verek left. The KNA chief said no.", "The KNA chief", "Ilan Verek"),
        ("Ilan Verek, the special counsel, left. The special counsel said no.", "The special counsel", "Ilan Verek"),
        ("Vice President Hedda Lorn met President Ilan Verek. The president said no.", "The president", "Ilan Verek"),
        ("Mike Orlo, now President Ilan Verek's nominee, left. The president said no.", "The president", "Ilan Verek"),
        ("Aram Sol is a billionaire. Sol left. The real estate mogul said no.", "The real estate mogul", "Aram Sol"),
        (
            "Pavo Strin, a spokesman for Lorn, left. Hedda Lorn came. Lorn's spokesman said no.",
            "Lorn's spokesman",
            "Pavo Strin",
        ),
        ("Robert Verek came. His lawyer, Pavo Strin, left. Verek's lawyer said no.", "Verek's lawyer", "Pavo Strin"),
        (
            "Republican Aram Sol met Democrat Lena Orlo. The Democratic nominee said no.",
            "The Democratic nominee",
            "Lena Orlo",
        ),
        ("Rep. Lena Orlo (D-Kurn) met Rep. Aram Sol (R-Tern). The Democrat said no.", "The Democrat", "Lena Orlo"),
        (
            "Jusman Orlo, minister of transport for Ostrin, left. Ostrin's minister said no.",
            "Ostrin's minister",
            "Jusman Orlo",
        ),
        ("The Tern team's coach, Aram Sol, came.", "The Tern team's coach", "Aram Sol"),
    ],
)
def test_a_person(text: str, words: str, name: str) -> None:
    """Offices, whose somebody is, epithets and parties lead to the person met with them."""
    assert told(actor(text, words)) == (name, PERSON)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Kurn Defence Ministry met. The ministry said no.", "The ministry", "Kurn Defence Ministry"),
        ("The Kurn Times wrote. The newspaper said no.", "The newspaper", "Kurn Times"),
        (
            "The Commission on Inland Waters met. The commission said no.",
            "The commission",
            "Commission on Inland Waters",
        ),
        ("Asel Motors grew. The carmaker said no.", "The carmaker", "Asel Motors"),
        ("The city of Chicago sued.", "The city of Chicago", "Chicago"),
        ("The Kurn Medicines Authority met. The regulator said no.", "The regulator", "Kurn Medicines Authority"),
        ("The party said no. It rained. The Kurn Labour Party sued.", "The party", "Kurn Labour Party"),
    ],
)
def test_a_body(text: str, words: str, name: str) -> None:
    """What "the ministry" and "the newspaper" are is the body whose name they fit."""
    assert told(actor(text, words)) == (name, BODY)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a senior administration official", UNNAMED),
        ("sources familiar with the talks", UNNAMED),
        ("two people briefed on the trip", UNNAMED),
        ("one of Lorn's climate advisers", UNNAMED),
        ("officials", UNNAMED),
        ("experts", GROUP),
        ("The president's lawyers", GROUP),
        ("four intelligence agencies", GROUP),
        ("two donors and a former aide", GROUP),
        ("officials and analysts in Kurn", GROUP),
        ("the leaders of Ostrin and Kurn", GROUP),
        ("Ada Lorn and other members", GROUP),
        ("the Kurn Times and the Asel newspaper chain", GROUP),
        ("the family, protesters and civic leaders", GROUP),
        ("Ada Lorn, Ivo Tarn and Mira Holt", GROUP),
        ("twelve states led by Kurn", GROUP),
        ("24% of the voters", GROUP),
        ("Lorn’s close friends and allies", GROUP),
        ("Lorn's office", BODY),
        ("the Kurn campaign", BODY),
        ("The campaign operation Lorn has set up", BODY),
    ],
)
def test_kinds_of_those_nobody_names(words: str, kind: ActorKind) -> None:
    """Particular people without a name are unnamed, many together a group, and a body stays a body."""
    assert told(actor(f"It rained when {words} said no.", words)) == (words, kind)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Captain of the port Bram Dunmark", "Bram Dunmark"),
        ("Former secretary of state Mira Holt", "Mira Holt"),
        ("The public prosecutor of Kurn, Greta Sol", "Greta Sol"),
        ("A lawyer for Tarn, Ivo Sol", "Ivo Sol"),
        ("The son of actor Ivo Sol", "The son of actor Ivo Sol"),
        ("Son of actor Ivo Sol", "Son of actor Ivo Sol"),
    ],
)
def test_a_name_behind_its_office(words: str, name: str) -> None:
    """An office, and what it is of, before a name is no part of it; whose child somebody is names another."""
    found = actor(f"It rained.\n{words} said no.", words)
    assert found is not None
    assert found.name == name


def test_one_with_two_roles_is_one() -> None:
    """Whoever is "his wife and fellow senator" is nobody but her."""
    text = "Aram Sol left. His wife and fellow senator Lena Sol said no."
    assert told(actor(text, "His wife and fellow senator Lena Sol")) == ("Lena Sol", PERSON)


def test_who_was_described_before() -> None:
    """The official is who was a senior official before; another one is not."""
    text = "A senior official left. The official said no. Another official said yes."
    of = document(text)
    first, same, other = (span(of, words) for words in ("A senior official", "The official", "Another official"))
    resolver = Resolver(of, [first, same, other])
    assert resolver.actor_of(first) == resolver.actor_of(same)
    assert resolver.actor_of(first) != resolver.actor_of(other)


def test_a_headline_may_describe_whom_the_article_names() -> None:
    """An office in a headline is that of whom the first paragraphs name with it."""
    text = "Kurn Judge Rejects Plea\nKurn Judge Aram Sol rejected a plea."
    assert told(actor(text, "Kurn Judge", headline=True)) == ("Aram Sol", PERSON)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mike Orlo, now the president's nominee, left. The president said no.", "The president"),
        ("Former President Ilan Verek left. The president said no.", "The president"),
        ("An official came. Aram Sol left. A billionaire said no.", "A billionaire"),
        ("Republican Aram Sol left. The Democratic nominee said no.", "The Democratic nominee"),
    ],
)
def test_nobody_where_nobody_fits(text: str, words: str) -> None:
    """A nominee of the president, a former one, somebody new or of another party is not whom the words describe."""
    assert told(actor(text, words)) == (words, UNNAMED)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Putin left. The Russian leader said no.", "The Russian leader", "Putin"),
        ("Obama left. It was, the president said, cold.", "the president", "Obama"),
    ],
)
def test_the_authority_knows_an_office(text: str, words: str, name: str) -> None:
    """Who is known to have held the office is meant where the article does not say so."""
    assert told(actor(text, words)) == (name, PERSON)


def test_who_held_the_office_on_the_day() -> None:
    """Where the article names nobody, "the Russian president" is who held the office when it came out."""
    of = document("It rained. The Russian president said no.", published="2018-04-20T08:00:00+00:00")
    asked = span(of, "The Russian president")
    assert told(Resolver(of, [asked]).actor_of(asked)) == ("Vladimir Putin", PERSON)
    undated = document("It rained. The Russian president said no.")
    assert told(Resolver(undated, [asked]).actor_of(asked)) == ("The Russian president", UNNAMED)


def test_words_without_a_noun_name_nobody() -> None:
    """Of a source cut down to its article nobody is known, and the reason is told."""
    of = document("The said no.")
    resolver = Resolver(of, [span(of, "The")])
    assert resolver.found(span(of, "The")) == (None, "the words of the source name nobody")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("One man in Tern spoke. Aram Sol came. “No,” the man shouted.", "the man", ("One man", UNNAMED)),
        ("A war veteran met Aram Sol. The man said no.", "The man", ("A war veteran", UNNAMED)),
        ("Aram Sol came. A supporter of Lena Orlo left. The Orlo supporter said no.", "The Orlo supporter", None),
    ],
)
def test_who_came_without_a_name(text: str, words: str, found: tuple[str, ActorKind] | None) -> None:
    """The man is the one just brought up, not whoever has a name; a supporter is nobody named."""
    assert told(actor(text, words)) == (found or (words, UNNAMED))


def test_a_body_described_before_goes_before_one_alike() -> None:
    """The team is the one that was told of as a team, not some club."""
    text = "Fans of the Kurn Club left. The Ostrin rowing team came. The team said no."
    assert told(actor(text, "The team", earlier=("The Ostrin rowing team",))) == ("The Ostrin rowing team", BODY)


def test_what_is_told_of_one_is_no_list() -> None:
    """A scholar of trade and one of the authors is one person, commas and "and" notwithstanding."""
    words = "Aram Sol, a scholar of economics and trade at Kurn College and one of the authors"
    assert told(actor(f"“It rains,” said {words}.", words)) == ("Aram Sol", PERSON)


@pytest.mark.parametrize(
    ("text", "words", "cited", "name"),
    [
        (
            "The chairman of Kurn denied it.\nBram Sol told reporters no.",
            "The chairman of Kurn",
            "Bram Sol",
            "Bram Sol",
        ),
        (
            "The boss of the drugs watchdog denied it.\nBram Sol said no. Health chief Greta Orlo left.",
            "The boss of the drugs watchdog",
            "Bram Sol",
            "Bram Sol",
        ),
        ("The chairman of Kurn denied it.\nBram Sol, a nurse, said no.", "The chairman of Kurn", "Bram Sol", None),
        (
            "The chairman of Kurn denied it.\nThe trucker Bram Sol said no.",
            "The chairman of Kurn",
            "The trucker Bram Sol",
            None,
        ),
        ("The chairman of Kurn met Bram Sol.\nIvo Tarn said no.", "The chairman of Kurn", "Ivo Tarn", None),
        (
            "Bram Sol came.\nThe chairman of Kurn denied it.\nBram Sol said no.",
            "The chairman of Kurn",
            "Bram Sol",
            None,
        ),
        (
            "The treasurer is calm. Bram Sol said no.\nIt rained, the treasurer said later.",
            "the treasurer",
            "Bram Sol",
            "Bram Sol",
        ),
        (
            "The treasurer met Ivo Tarn. Bram Sol said no.\nIt rained, the treasurer said later.",
            "the treasurer",
            "Bram Sol",
            None,
        ),
    ],
)
def test_who_is_named_beside_a_description(text: str, words: str, cited: str, name: str | None) -> None:
    """The next to speak is who was described, if he is named in full, of no other role, and new to the reader."""
    of = document(text)
    asked = [span(of, words), span(of, cited, -1)]
    told_of = [
        Attribution(of.id, (source,), (), (of.span(source.end + 1, source.end + 4),), Form.INDIRECT, 1.0)
        for source in asked
    ]
    found = Resolver(of, asked, told_of).actor_of(asked[0])
    assert found is not None
    assert found.name == (name or words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Drivers will strike, their union said. Ivo Tarn leads the Kurn Drivers' Federation.", "their union", None),
        (
            "Drivers will strike, their union said. The Federation of Kurn Drivers met.",
            "their union",
            "Federation of Kurn Drivers",
        ),
        ("The Federation of Kurn Drivers met. Ada Lorn left. Her union said no.", "Her union", None),
        (
            "It rained. " * 50 + "\nThe company said no. Ivo Tarn, director of Asel Lines, left.",
            "The company",
            "Asel Lines",
        ),
        ("The state railway hit back. Ada Lorn left. The company said no.", "The company", "The state railway"),
        ("Asel Motors grew. A nurse at St Orl's hospital left. The company said no.", "The company", "Asel Motors"),
        ("A nurse at St Orl's hospital left. The company said no.", "The company", None),
        ("The Kurn Drivers' Union met at Orl University. The company said no.", "The company", None),
        ("The Kurn Union met. The organisation said no.", "The organisation", "Kurn Union"),
        ("It rained in Port Orl. The company said no.", "The company", None),
        ("Commuters came late. The company said no.", "The company", None),
    ],
)
def test_a_body_without_its_name(text: str, words: str, name: str | None) -> None:
    """Whose union it is, what the paragraph names behind "the company", and a body that only acts are led to one."""
    found = actor(text, words)
    assert found is not None
    assert found.name == (name or words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Sol said no, as his ministry put it. The health minister agreed.", "Sol"),
        ("Mr. Sol and Mr. Orlo said no, as his ministry put it. The health minister agreed.", None),
        ("Bram Sol, a nurse, said no to his ministry. The health minister agreed.", None),
        ("Mr. Sol said no, as his ministry put it. The health minister, Ana Lorn, agreed.", "Ana Lorn"),
        ("Mr. Sol said no, as his ministry put it. The health secretary agreed.", None),
    ],
)
def test_whose_ministry_it_is_is_the_minister(text: str, name: str | None) -> None:
    """Who has a ministry is the minister, where nothing else tells who is."""
    words = "The health secretary" if "secretary" in text else "The health minister"
    found = actor(text, words)
    assert found is not None
    assert found.name == (name or words)
