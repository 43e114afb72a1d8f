"""Networks in graph formats: other programs open them, whatever characters are in the names."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date

import networkx
import pytest
from lxml import etree
from tests.networks.coded import said

from onrecord.networks import Aggregation, Design, Network, Shape, network
from onrecord.present.export.network.formats import FORMATS, network_lines

NAMES = [
    "Verek & Sons <Lorn>",
    "Tarsk \x01\x0b \ud83d",
    "\U0001f469\u200d\U0001f680 Osk",
    "\u202etfel\u202c Brin",
    'Melk "the\\quoted"\nLine',
    "=SUM(A1)",
]
"""Names with markup, control characters, half a surrogate pair, an emoji of several code points, a turn of direction,
quotation marks with a backslash and a line's end, and a formula."""

SAID = [
    said(n, name, "toll & <ferry>\x02", True, f"2024-03-{n + 1:02}", confidence=0.9) for n, name in enumerate(NAMES)
]


def made(shape: Shape = Shape.ONE_MODE) -> Network:
    """Return the network of all names."""
    aggregation = Aggregation.CONGRUENCE if shape is Shape.ONE_MODE else Aggregation.SUBTRACT
    return network(SAID, Design(rows="actor", columns="issue", qualifier="agree", shape=shape, aggregation=aggregation))


def data(lines: Iterable[str]) -> bytes:
    """Return the bytes of a file of these lines."""
    return "".join(line + "\n" for line in lines).encode()


READERS: dict[str, Callable[[io.BytesIO], networkx.Graph]] = {
    "graphml": networkx.read_graphml,
    "gexf": networkx.read_gexf,
    "pajek": lambda file: networkx.Graph(networkx.read_pajek(file)),
}


@pytest.mark.parametrize("form", READERS)
def test_networkx_opens_it(form: str) -> None:
    """With all nodes, edges and weights."""
    found, graph = made(), READERS[form](io.BytesIO(data(network_lines(made(), form))))
    weights = sorted(weight for _, _, weight in graph.edges(data="weight"))
    assert (len(graph), weights) == (len(found.rows), sorted(found.weights.weight.tolist()))


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("form", ["graphml", "gexf", "gexf-1.3"])
def test_lxml_parses_it(form: str, shape: Shape) -> None:
    """Strictly, and every node is there."""
    root = etree.fromstring(data(network_lines(made(shape), form)), etree.XMLParser(recover=False, huge_tree=False))
    assert len(root.findall(".//{*}node")) == len(NAMES) + (shape is Shape.TWO_MODE)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_names_come_back(form: str) -> None:
    """What XML can hold as it is; what it cannot is written visibly."""
    graph = READERS[form](io.BytesIO(data(network_lines(made(), form))))
    labels = {node["label"] for _, node in graph.nodes(data=True)}
    assert labels == {name.replace("\x01\x0b", "<U+0001><U+000B>").replace("\ud83d", "<U+D83D>") for name in NAMES}


def test_edges_name_their_statements() -> None:
    """GraphML's edges have the ids, their number, and the interval."""
    graph = networkx.read_graphml(io.BytesIO(data(network_lines(made(), "graphml"))))
    edge = next(iter(graph.edges(data=True)))[2]
    assert (edge["evidence"], len(edge["statements"].split()), edge["expected"]) == (2, 2, pytest.approx(0.81))


def test_graphml_tells_how_it_was_made() -> None:
    """The choices are data of the graph."""
    graph = networkx.read_graphml(io.BytesIO(data(network_lines(made(), "graphml"))))
    told = {name: graph.graph[name] for name in ("aggregation", "duplicates", "mode")}
    assert told == {"aggregation": "congruence", "duplicates": "utterance", "mode": "corrected"}


def test_attributes_are_told() -> None:
    """Those of nodes, and their colour."""
    known = {("actor", "=SUM(A1)"): {"Party": "Blue & white", "color": "#FF9900"}}
    graph = networkx.read_graphml(io.BytesIO(data(network_lines(made(), "graphml", known))))
    found = next(node for _, node in graph.nodes(data=True) if node["label"] == "=SUM(A1)")
    assert (found["Party"], found["color"]) == ("Blue & white", "#FF9900")


@pytest.mark.parametrize("form", ["gexf", "gexf-1.3"])
def test_gexf_follows_the_rules_of_its_version(form: str) -> None:
    """Version 1.3: spells of days in order, every value declared, ids that are there, and nothing but its elements."""
    root = etree.fromstring(
        data(network_lines(made(Shape.TWO_MODE), form, {("actor", "=SUM(A1)"): {"color": "#010203"}}))
    )
    graph = root.find("{*}graph")
    assert graph is not None
    for spell in root.iterfind(".//{*}spell"):
        assert date.fromisoformat(spell.attrib["start"]) <= date.fromisoformat(spell.attrib["end"])
    for kind in ("node", "edge"):
        declared = {each.attrib["id"] for each in root.iterfind(f".//{{*}}attributes[@class='{kind}']/{{*}}attribute")}
        used = {each.attrib["for"] for each in root.iterfind(f".//{{*}}{kind}/{{*}}attvalues/{{*}}attvalue")}
        assert used <= declared
    ids = {node.attrib["id"] for node in root.iterfind(".//{*}node")}
    assert all({edge.attrib["source"], edge.attrib["target"]} <= ids for edge in root.iterfind(".//{*}edge"))
    allowed = {"gexf", "meta", "creator", "description", "graph", "attributes", "attribute", "nodes", "node", "edges"}
    allowed |= {"edge", "attvalues", "attvalue", "spells", "spell", "color"}
    assert {etree.QName(each).localname for each in root.iter()} <= allowed
    assert (root.attrib["version"], graph.attrib["mode"], graph.attrib["timeformat"]) == ("1.3", "dynamic", "date")


def test_gexf_has_a_namespace_of_its_own() -> None:
    """The official one of 1.3 for those who validate."""
    root = etree.fromstring(data(network_lines(made(), "gexf-1.3")))
    assert etree.QName(root).namespace == "http://gexf.net/1.3"


def test_an_edge_is_there_on_its_days() -> None:
    """From the first to the last day of the statements that it rests on."""
    root = etree.fromstring(data(network_lines(made(), "gexf")))
    edge = root.find(".//{*}edge")
    assert edge is not None
    spell = edge.find(".//{*}spell")
    assert spell is not None and spell.attrib["start"] < spell.attrib["end"]


def test_pajek_names_the_number_of_rows() -> None:
    """Of a two-mode network, behind that of all vertices."""
    assert next(network_lines(made(Shape.TWO_MODE), "pajek")) == "*Vertices 7 6"


@pytest.mark.parametrize("form", ["pajek", "dl", "dl-edges"])
def test_line_formats_keep_to_their_lines(form: str) -> None:
    """No name breaks a line or ends its quotation marks early."""
    lines = list(network_lines(made(), form))
    assert all(line.count('"') in (0, 2, 4) and "\n" not in line for line in lines)


def test_a_full_matrix_of_ucinet() -> None:
    """Sizes, labels, and a row for each."""
    found = network([said(1, "Verek", "toll", True), said(2, "Lorn", "toll", True)], made().design)
    assert list(network_lines(found, "dl")) == [
        "dl n = 2, format = fullmatrix",
        "labels:",
        '"Lorn"',
        '"Verek"',
        "data:",
        " 0 1",
        " 1 0",
    ]


def test_an_edge_list_of_ucinet() -> None:
    """Rows and columns by name, with labels embedded."""
    found = network([said(1, "Verek", "toll", True)], Design(rows="actor", columns="issue"))
    assert list(network_lines(found, "dl-edges")) == [
        "dl nr = 1, nc = 1, format = edgelist2",
        "row labels embedded",
        "column labels embedded",
        "data:",
        '"Verek" "toll" 1',
    ]


def test_every_format_writes_an_empty_network() -> None:
    """A filter that leaves nothing makes no error."""
    found = network([said(1, "", "toll", True)], made().design)
    assert all(list(network_lines(found, form)) for form in FORMATS)
