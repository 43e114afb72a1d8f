"""The grammar of ``onrecord network`` and ``onrecord import``. Imports next to nothing, as the parser does.

The words of choices stand here, not as the members of the enumerations they name, whose package imports numpy; a test
holds the two together.
"""

from __future__ import annotations

import argparse

AGGREGATIONS = ("ignore", "congruence", "conflict", "subtract", "combine")
NORMALIZATIONS = ("no", "activity", "prominence", "average", "jaccard", "cosine")
DUPLICATES = ("include", "document", "week", "month", "year", "acrossrange", "utterance", "outlet")
STEPS = ("events", "seconds", "minutes", "hours", "days", "weeks", "months", "years")
KERNELS = ("uniform", "triangular", "epanechnikov", "gaussian")
FORMATS = (
    "matrix-csv",
    "matrix-csv-raw",
    "edges-csv",
    "edges-csv-raw",
    "graphml",
    "gexf",
    "gexf-1.3",
    "pajek",
    "dl",
    "dl-edges",
    "events-csv",
    "events-csv-raw",
)

EXPORTS = ("web-annotation", "schema-org", "prov", "dna", "parquet", "arrow", "conll", "brat")
"""Formats of ``onrecord export`` for other programs than spreadsheets."""


def network(parser: argparse.ArgumentParser) -> None:
    """Leave the parser with the arguments of ``onrecord network``."""
    parser.add_argument("file", metavar="FILE.dna", nargs="?", help="a .dna file; without one, the record")
    parser.add_argument("--rows", metavar="VARIABLE", help="actors: organization in a .dna file, speaker in a record")
    parser.add_argument("--columns", metavar="VARIABLE", help="what they speak of: concept, or issue")
    parser.add_argument("--qualifier", metavar="VARIABLE", help="agreement, or stance; none for no qualifier")
    parser.add_argument("--statement-type", metavar="TYPE", help="statements that people coded by hand as this type")
    parser.add_argument("--type", choices=("onemode", "twomode"), default="twomode", help="(twomode)")
    parser.add_argument("--aggregation", choices=AGGREGATIONS, default="ignore", help="of the qualifier (ignore)")
    parser.add_argument("--normalization", choices=NORMALIZATIONS, default="no", help="of the weights (no)")
    counting = "within what equal statements count once (utterance; in dna mode include)"
    parser.add_argument("--duplicates", choices=DUPLICATES, help=counting)
    mode = "as DNA 3.1.2 computes, its known defects too; or corrected (which is the default)"
    parser.add_argument("--mode", choices=("dna", "corrected"), default="corrected", help=mode)
    _chosen(parser.add_argument_group("statements"))
    _windows(parser.add_argument_group("windows of time"))
    _structure(parser.add_argument_group("structure"))
    group = parser.add_argument_group("answer")
    group.add_argument("--format", choices=FORMATS, help="write it for another program; without, the heaviest edges")
    group.add_argument("--out", metavar="FILE", help="where to; windows of time get a number and day in the name")
    group.add_argument("--picture", metavar="FILE", help="draw it too: .png, .svg, .html, .json (extra: pictures)")
    group.add_argument("--limit", type=int, default=20, metavar="N", help="heaviest edges that are listed (20)")
    group.add_argument("--json", action="store_true", help="nodes and edges as JSON, one object for each network")


def _chosen(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--from", dest="since", metavar="TIME", help="from that day or time on, UTC")
    group.add_argument("--to", dest="until", metavar="TIME", help="to that day or time, included")
    only = "such as type=demand; several of one variable are alternatives"
    group.add_argument("--only", action="append", default=[], metavar="VARIABLE=VALUE", help=only)
    group.add_argument("--exclude", action="append", default=[], metavar="VARIABLE=VALUE", help="without these")
    group.add_argument("--isolates", action="store_true", help="keep nodes that filters leave without statement")
    group.add_argument("--top", type=int, metavar="N", help="only the N rows with the most statements")


def _windows(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--window", choices=STEPS, metavar="UNIT", help="events, or seconds, minutes, … years")
    group.add_argument("--size", type=int, metavar="N", help="units that a window is long")
    group.add_argument("--kernel", choices=KERNELS, help="weigh statements by their distance from its middle")
    group.add_argument("--indent", action="store_true", help="keep a kernel's windows within the time")


def _structure(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--backbone", type=float, metavar="LEVEL", help="edges alone that chance does not explain (.05)")
    group.add_argument("--communities", action="store_true", help="tell who is of one community")
    group.add_argument("--polarisation", action="store_true", help="tell how far actors fall into two camps")
    group.add_argument("--nested", action="store_true", help="tell which columns the network can do without, in order")


def import_(parser: argparse.ArgumentParser) -> None:
    """Leave the parser with the arguments of ``onrecord import``."""
    parser.add_argument("file", metavar="FILE.dna", help="a database of Discourse Network Analyzer 3")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")
