"""The command line's grammar. Imports next to nothing, so that --help answers at once.

argparse, because `import typer` alone takes 0.14 s here and argparse 0.02 s: docs/decisions/0003.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, TypeAlias

import onrecord
from onrecord.present.cli import network_arguments, picture_arguments
from onrecord.present.cli.exits import MEANING
from onrecord.settings import Settings, environment_name, kind_of, option_name

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

_SETTINGS = {setting.name: setting for setting in fields(Settings)}
_WORK = ("processes", "deadline", "memory", "model")
_KNOWN = ("record", "busy_timeout", "authority")
"""The settings of commands that tell who is who."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=80)


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    epilog = "exit codes:\n" + "\n".join(f"  {code.value:<4} {text}" for code, text in MEANING.items())
    parser = argparse.ArgumentParser(
        prog="onrecord",
        description="Turns news coverage into a record of public statements that anyone can check.",
        epilog=epilog,
        formatter_class=_Formatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"onrecord {onrecord.__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (
        _read,
        _statements,
        _show,
        _documents,
        _utterances,
        _compare,
        _lineage,
        _actors,
        _anomalies,
        _quotations,
        _verify,
        _export,
        _issues,
        _positions,
        _common_ground,
        _network,
        _picture,
        _import,
        _ledger,
        _serve,
        _tag,
        _doctor,
    ):
        add(commands)
    return parser


def _command(commands: Commands, name: str, about: str, settings: Sequence[str]) -> argparse.ArgumentParser:
    description = about[0].upper() + about[1:] + "."
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=description, formatter_class=_Formatter, allow_abbrev=False
    )
    _settings(parser, settings)
    return parser


def _settings(parser: argparse.ArgumentParser, settings: Sequence[str], *, again: bool = False) -> None:
    """Add the options that every command has; `again` for an action of a command, which leaves what that was given."""
    unset = argparse.SUPPRESS if again else None
    debug = argparse.SUPPRESS if again else False
    parser.add_argument("--debug", action="store_true", default=debug, help="show the traceback of an error")
    group = parser.add_argument_group("settings")
    for setting in (_SETTINGS[each] for each in settings):
        group.add_argument(
            option_name(setting.name),
            type=kind_of(setting),
            default=unset,
            metavar={"str": "PATH", "int": "N", "float": "N"}[str(setting.type)],
            help=f"{setting.metadata['about']} [{environment_name(setting.name)}]",
        )


def _read(commands: Commands) -> None:
    settings = ("record", *_WORK, "authority", "max_bytes", "busy_timeout")
    parser = _command(commands, "read", "read articles into the record", settings)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders, patterns; - for standard input")
    parser.add_argument("--outlet", help="who published these articles")
    parser.add_argument("--published", metavar="TIME", help="when, ISO 8601")
    parser.add_argument("--url", help="where")
    parser.add_argument("--charset", help="how their bytes are encoded")
    parser.add_argument("--language", help="in what language, ISO 639-1")
    parser.add_argument("--json", action="store_true", help="print the summary as JSON")


def _filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters")
    group.add_argument("--speaker", metavar="NAME", help="words of the speaker's name")
    group.add_argument("--outlet", metavar="NAME", help="words of the outlet's name")
    group.add_argument("--words", help='words of the statement, its source or headline; "…" is a phrase')
    _published(group)
    group.add_argument("--form", choices=("direct", "indirect", "mixed"))
    group.add_argument("--act", choices=("communicated", "thought"), help="what is said, or a belief ascribed")
    group.add_argument("--relay", metavar="NAME", help="words of the name of who relays it")
    group.add_argument("--addressee", metavar="NAME", help="words of the name of whom it was said to")
    group.add_argument("--said-from", dest="said_since", metavar="DAY", help="said on that day or later")
    group.add_argument("--said-to", dest="said_until", metavar="DAY", help="said on that day or earlier")
    group.add_argument("--setting", metavar="KIND", help='kind of occasion: speech, interview, "news conference", …')
    group.add_argument("--type", metavar="TYPE", help="assertion, demand, refusal, offer, promise, threat, …")
    group.add_argument("--conditional", action="store_true", help="those that hold under a condition only")
    group.add_argument("--issue", metavar="ISSUE", help="id or name of what it is about")
    group.add_argument("--stance", metavar="STANCE", help="support, oppose or neutral")
    group.add_argument("--min-confidence", type=float, metavar="X", help="least probability to be right, 0 to 1")
    group.add_argument("--all", action="store_true", help="deeds, perceptions and mere mentions too")
    group.add_argument("--limit", type=int, metavar="N", help="no more than N statements")


def _published(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--from", dest="since", metavar="DAY", help="published on that day or later")
    group.add_argument("--to", dest="until", metavar="DAY", help="published on that day or earlier")


def _data(parser: argparse.ArgumentParser) -> None:
    """Add the forms in which a list is told to programs."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    form.add_argument("--csv", action="store_true", help="comma-separated, safe for spreadsheets")


def _statements(commands: Commands) -> None:
    parser = _command(commands, "statements", "list statements", ("record", "busy_timeout"))
    _filters(parser)
    _data(parser)


def _show(commands: Commands) -> None:
    about = "show a statement in its paragraph, with its provenance"
    parser = _command(commands, "show", about, ("record", "busy_timeout"))
    parser.add_argument("id", metavar="ID", help="its id, or as many first digits as make it unique")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _documents(commands: Commands) -> None:
    parser = _command(commands, "documents", "list the articles of the record", ("record", "busy_timeout"))
    group = parser.add_argument_group("filters")
    group.add_argument("--outlet", metavar="NAME", help="words of the outlet's name")
    _published(group)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _utterances(commands: Commands) -> None:
    about = "list what was said once and is told by several texts"
    parser = _command(commands, "utterances", about, ("record", "busy_timeout"))
    _filters(parser)
    parser.add_argument(
        "--relation", metavar="KIND", help="with a telling that is verbatim, truncated, altered, paraphrase"
    )
    parser.add_argument(
        "--order", default="newest", choices=("oldest", "newest", "most told"), help="newest by default"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _lineage(commands: Commands) -> None:
    about = "show which articles descend from one report, and what changed between versions"
    parser = _command(commands, "lineage", about, ("record", "busy_timeout"))
    what = "an article whose lineage is shown, or two versions of one: ids, paths, names; without any, all families"
    parser.add_argument("of", nargs="*", metavar="ARTICLE", help=what)
    parser.add_argument("--limit", type=int, metavar="N", help="at most N families")
    parser.add_argument("--json", action="store_true", help="print it as JSON, one object a line")


def _compare(commands: Commands) -> None:
    about = "show the tellings of an utterance, or two to six articles, side by side"
    parser = _command(commands, "compare", about, ("record", "busy_timeout"))
    what = "an id of an utterance or of a statement; or two to six articles: ids, paths, names"
    parser.add_argument("of", nargs="+", metavar="ID|ARTICLE", help=what)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print it as JSON")
    form.add_argument("--html", metavar="FILE", help="write it as a page of its own; - for standard output")


def _actors(commands: Commands) -> None:
    about = "list who is on record; merge, split and rename actors"
    parser = _command(commands, "actors", about, _KNOWN)
    _actor_filters(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    _action(actions, "list", "list them (what happens without an action)", judged=False)
    show = _action(actions, "show", "show one with its names, roles, members, doubts and judgements", judged=False)
    show.add_argument("actor", metavar="ACTOR", help="its id, or as many first digits as make it unique; or its name")
    merge = _action(actions, "merge", "judge that several are one")
    merge.add_argument("actors", metavar="ACTOR", nargs="+", help="ids or names")
    split = _action(actions, "split", "judge that members of one are somebody else")
    split.add_argument("actor", metavar="ACTOR", help="its id or name")
    split.add_argument("members", metavar="MEMBER", nargs="+", help="ids of members, as `show` tells them")
    rename = _action(actions, "rename", "judge what the name is")
    rename.add_argument("actor", metavar="ACTOR", help="its id or name")
    rename.add_argument("name", metavar="NAME")
    undo = _action(actions, "undo", "withdraw a judgement")
    undo.add_argument("number", metavar="N", type=int, help="its number in the log")
    _action(actions, "log", "list all judgements", judged=False)


def _actor_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", metavar="WORDS", help="words of a name")
    parser.add_argument("--kind", metavar="KIND", help="person, organisation, group or unnamed")
    parser.add_argument("--doubtful", action="store_true", help="those who may be somebody else too")
    parser.add_argument("--limit", type=int, metavar="N", help="no more than N actors")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _action(actions: Commands, name: str, about: str, *, judged: bool = True) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=about, description=about, formatter_class=_Formatter, allow_abbrev=False)
    _settings(parser, _KNOWN, again=True)
    if judged:
        parser.add_argument("--by", metavar="NAME", help="who judges; by default the user of this machine")
        parser.add_argument("--reason", metavar="WORDS", help="why")
    else:
        parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="as JSON")
    return parser


def _anomalies(commands: Commands) -> None:
    about = "list what the pages themselves contradict, or articles tell against one another"
    parser = _command(commands, "anomalies", about, ("record", "busy_timeout"))
    group = parser.add_argument_group("filters")
    group.add_argument("--kind", metavar="KIND", help='such as "office not held on that day"')
    group.add_argument("--across", action="store_true", help="altered quotations, and words given to several speakers")
    group.add_argument("--outlet", metavar="NAME", help="words of the outlet's name")
    _published(group)
    group.add_argument("--limit", type=int, metavar="N", help="list no more than N")
    _data(parser)


def _quotations(commands: Commands) -> None:
    about = "list the quotations that are part of no statement, and account for all"
    parser = _command(commands, "quotations", about, ("record", "busy_timeout"))
    group = parser.add_argument_group("filters")
    group.add_argument("--outlet", metavar="NAME", help="words of the outlet's name")
    group.add_argument("--reason", metavar="REASON", help='"scare quotes", "title" or "no source found"')
    _published(group)
    group.add_argument("--limit", type=int, metavar="N", help="list no more than N")
    _data(parser)


def _verify(commands: Commands) -> None:
    about = "derive everything again from the stored bytes and compare"
    parser = _command(commands, "verify", about, _KNOWN)
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _export(commands: Commands) -> None:
    parser = _command(commands, "export", "write statements for other programs", ("record", "busy_timeout"))
    _filters(parser)
    parser.add_argument(
        "--format",
        default="jsonl",
        choices=("jsonl", "csv", "csv-raw", "statements-jsonl", "labels-jsonl", *network_arguments.EXPORTS),
        help="jsonl: everything; csv: for spreadsheets; csv-raw: nothing escaped; "
        "statements-jsonl: one line for each article, offsets of the source; "
        "labels-jsonl: judgements as labels, one line for each judged statement and coder; "
        "web-annotation, schema-org, prov: JSON-LD, a line each; conll: a column for each statement; "
        "dna (Discourse Network Analyzer), parquet, arrow: a file, with --out; brat: a folder, with --out",
    )
    parser.add_argument("--out", metavar="FILE", help="where to; standard output by default")


def _issues(commands: Commands) -> None:
    about = "list what statements are about; code them with a codebook"
    parser = _command(commands, "issues", about, ("record", "busy_timeout"))
    parser.add_argument("--name", metavar="WORDS", help="words of its name")
    parser.add_argument("--codebook", metavar="FILE", help="code them with the concepts of this TOML, JSON or CSV")
    parser.add_argument("--find", action="store_true", help="find issues anew, without a codebook")
    parser.add_argument("--limit", type=int, metavar="N", help="no more than N issues")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _positions(commands: Commands) -> None:
    about = "list where actors stand on issues, with every statement"
    parser = _command(commands, "positions", about, ("record", "busy_timeout"))
    parser.add_argument("--actor", metavar="ACTOR", action="append", help="id or name; may be given several times")
    _position_filters(parser)


def _common_ground(commands: Commands) -> None:
    about = "show where the stated positions of several sides agree, differ by conditions, or exclude each other"
    parser = _command(commands, "common-ground", about, ("record", "busy_timeout"))
    parser.add_argument("sides", metavar="SIDE", nargs="+", help="an actor, id or name; or several, parted by commas")
    _position_filters(parser)


def _position_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters")
    group.add_argument("--issue", metavar="ISSUE", action="append", help="id or name; may be given several times")
    _published(group)
    group.add_argument("--min-confidence", type=float, metavar="X", help="least probability to be right, 0 to 1")
    group.add_argument("--limit", type=int, metavar="N", help="no more than N")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _network(commands: Commands) -> None:
    about = "link actors by what they say: a network, of the record or a .dna file"
    network_arguments.network(_command(commands, "network", about, ("record", "busy_timeout")))


def _picture(commands: Commands) -> None:
    about = "draw a timeline, positions or a network, as PNG, SVG or HTML"
    picture_arguments.picture(_command(commands, "picture", about, ("record", "busy_timeout")))


def _import(commands: Commands) -> None:
    settings = ("record", *_WORK, "authority", "busy_timeout")
    network_arguments.import_(_command(commands, "import", "import what people coded by hand in DNA", settings))


def _ledger(commands: Commands) -> None:
    about = "tell what became of the inputs"
    parser = _command(commands, "ledger", about, ("record", "busy_timeout"))
    parser.add_argument("--run", type=int, metavar="N", help="every input of run N; without it, the runs")
    parser.add_argument("--outcome", choices=("stored", "duplicate", "skipped", "failed"), help="these inputs alone")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _serve(commands: Commands) -> None:
    about = "open the reading room: a local site on the record"
    parser = _command(commands, "serve", about, _KNOWN)
    parser.add_argument("--port", type=int, default=8427, metavar="N", help="port (8427); 0 for any that is free")
    parser.add_argument("--host", default="127.0.0.1", metavar="NAME", help="address to bind to (127.0.0.1)")
    name = "a name that others reach it under; may be given more than once"
    parser.add_argument("--name", action="append", default=[], metavar="NAME", help=name)
    proxy = "a proxy on this machine leads others here by https; believe it about that"
    parser.add_argument("--proxy", action="store_true", help=proxy)
    patience = "seconds that a question to the record may take (10)"
    parser.add_argument("--patience", type=float, default=10.0, metavar="N", help=patience)


def _tag(commands: Commands) -> None:
    parser = _command(commands, "tag", "find attributions in texts, without a record", _WORK)
    parser.add_argument("file", metavar="FILE", help="documents as JSON Lines, {id, text}; .gz too; - for stdin")


def _doctor(commands: Commands) -> None:
    parser = _command(commands, "doctor", "tell versions, model and settings", tuple(_SETTINGS))
    parser.add_argument("--json", action="store_true", help="print it as JSON")
