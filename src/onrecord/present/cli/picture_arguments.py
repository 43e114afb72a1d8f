"""The grammar of ``onrecord picture``. Imports next to nothing, as the parser does."""

from __future__ import annotations

import argparse

from onrecord.present.cli.network_arguments import AGGREGATIONS, NORMALIZATIONS


def picture(parser: argparse.ArgumentParser) -> None:
    """Leave the parser with the arguments of ``onrecord picture``."""
    kinds = "timeline: statements over time; heatmap: actors by issues; network: who is linked with whom"
    parser.add_argument("kind", choices=("timeline", "heatmap", "network"), help=kinds)
    out = "where to: .png, .svg, .html, or .json for its Vega-Lite"
    parser.add_argument("--out", metavar="FILE", required=True, help=out)
    parser.add_argument("--title", default="", help="what stands above it")
    group = parser.add_argument_group("statements")
    group.add_argument("--actor", metavar="ACTOR", action="append", help="id or name; for a heatmap several times")
    group.add_argument("--issue", metavar="ISSUE", action="append", help="id or name; for a heatmap several times")
    group.add_argument("--from", dest="since", metavar="DAY", help="published on that day or later")
    group.add_argument("--to", dest="until", metavar="DAY", help="published on that day or earlier")
    group = parser.add_argument_group("how it is drawn")
    group.add_argument("--by", choices=("stance", "type"), help="lanes of a timeline: stance where an issue is named")
    group.add_argument("--clock", choices=("published", "said"), default="published", help="time of a timeline")
    group.add_argument("--top", type=int, metavar="N", help="actors at most: 25 of a heatmap, 60 of a network")
    group = parser.add_argument_group("network")
    group.add_argument("--rows", metavar="VARIABLE", default="speaker", help="whose network it is (speaker)")
    group.add_argument("--columns", metavar="VARIABLE", default="issue", help="what links them (issue)")
    group.add_argument("--type", choices=("onemode", "twomode"), default="onemode", help="(onemode)")
    group.add_argument("--aggregation", choices=AGGREGATIONS, default="congruence", help="(congruence)")
    group.add_argument("--normalization", choices=NORMALIZATIONS, default="no", help="(no)")
