"""How quick the reading room answers on a record: ``python -m bench.reading_room RECORD [--queries 300]``.

Starts ``onrecord serve`` and asks it over HTTP, one request after another: the search page with queries of every
kind, each once (words common and rare, two words, phrases, beginnings, speakers, outlets, forms, days, confidence,
flags, occasions, several conditions, pages deep in the list), article, statement and other pages. Prints the time
until the first answer, percentiles in milliseconds, the slowest queries, and the server's memory.
"""

from __future__ import annotations

import argparse
import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import httpx

from onrecord.query.keyset import cursor
from onrecord.record import Act, AnomalyKind, Form, SettingKind

Asked = tuple[str, dict[str, str]]
"""What kind of query it is, and its parameters."""


class Drawn:
    """Words, names, days and ids of a record, to ask for."""

    def __init__(self, record: Path, chance: Random) -> None:
        self.chance = chance
        self._connection = sqlite3.connect(f"file:{record}?mode=ro", uri=True)
        self._connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, row)")
        sql = "SELECT term, doc FROM temp.terms WHERE length(term) > 1 ORDER BY doc DESC"
        self.words = [row[0] for row in self._connection.execute(sql)]
        self.statements = self._column("SELECT id FROM statements LIMIT 20000")
        self.documents = self._connection.execute("SELECT id, coalesce(published, '') FROM documents").fetchall()
        self.outlets = self._column("SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL ORDER BY outlet")
        self.actors = self._connection.execute(
            "SELECT id, name FROM identities WHERE kind = 'person' ORDER BY id LIMIT 3000"
        ).fetchall()
        self.contents = self._column("SELECT words FROM spans WHERE role = 'content' LIMIT 5000")

    def _column(self, sql: str) -> list[str]:
        return [row[0] for row in self._connection.execute(sql)]

    def days(self, most: int) -> dict[str, str]:
        """Return a range of months of publication."""
        first = self.chance.randrange(2005 * 12, 2025 * 12)
        last = first + self.chance.randrange(most)
        return {name: f"{n // 12}-{n % 12 + 1:02}" for name, n in (("since", first), ("until", last))}

    def deep(self) -> str:
        """Return a cursor anywhere in the list."""
        document_id, published = self.chance.choice(self.documents)
        return cursor((published, document_id, 0, 0, ""))

    def phrase(self) -> str:
        """Return two words that follow one another somewhere."""
        words = [word for word in self.chance.choice(self.contents).split() if word.isalpha()]
        at = self.chance.randrange(max(1, len(words) - 1))
        return '"' + " ".join(words[at : at + 2]) + '"'


def queries(of: Drawn, number: int) -> list[Asked]:
    """Return `number` different queries of every kind, in no order."""
    c, words = of.chance, of.words
    kinds = {
        "all": dict,
        "common word": lambda: {"words": c.choice(words[:100])},
        "word": lambda: {"words": c.choice(words[100:3000])},
        "rare word": lambda: {"words": c.choice(words[3000:])},
        "two words": lambda: {"words": " ".join(c.sample(words[:500], 2))},
        "phrase": lambda: {"words": of.phrase()},
        "beginning": lambda: {"words": c.choice(words[100:2000])[:4] + "*"},
        "speaker": lambda: {"speaker": c.choice(of.actors)[1]},
        "actor": lambda: {"actor": c.choice(of.actors)[0]},
        "outlet": lambda: {"outlet": c.choice((c.choice(of.outlets), "Post", "Times"))},
        "one outlet": lambda: {"outlet_name": c.choice(of.outlets)},
        "form": lambda: {"form": c.choice(list(Form)), "act": c.choice(list(Act))},
        "published": lambda: of.days(60),
        "said": lambda: {f"said_{name}": value for name, value in of.days(24).items()},
        "confidence": lambda: {"min_confidence": f"{c.uniform(0.3, 0.99):.3f}"},
        "flag": lambda: {"flag": c.choice(list(AnomalyKind)), "form": c.choice(list(Form))},
        "occasion": lambda: {"setting": c.choice(list(SettingKind)), "everything": "1"},
        "several": lambda: {
            "words": c.choice(words[:300]),
            "outlet": c.choice(("Post", "Times", "News")),
            "min_confidence": "0.5",
            **of.days(120),
        },
        "deep": lambda: {"after": of.deep()},
        "deep word": lambda: {"words": c.choice(words[:300]), "after": of.deep()},
    }
    found: dict[str, Asked] = {}
    while len(found) < number:
        for kind, make in kinds.items():
            asked = make()
            found.setdefault(urlencode(asked), (kind, asked))
    some = list(found.values())
    c.shuffle(some)
    return some[:number]


def percentiles(times: Sequence[float]) -> str:
    """Return the middle, the 95th percentile and the most, in milliseconds."""
    ordered = sorted(times)
    at = (ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], ordered[-1])
    return "median {:.0f} ms, p95 {:.0f} ms, most {:.0f} ms".format(*(1000 * each for each in at))


def timed(client: httpx.Client, path: str, parameters: dict[str, str] | None = None) -> float:
    """Return the seconds that a page takes. Raises HTTPStatusError where it is not answered."""
    start = time.perf_counter()
    client.get(path, params=parameters).raise_for_status()
    return time.perf_counter() - start


def processor(process_id: int) -> float:
    """Return the seconds of processor time that a process has used (Linux): what counts where others work too."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(process_id: int) -> str:
    """Return the memory of a process now and at most, in MB (Linux)."""
    lines = dict(
        line.split(":", 1) for line in Path(f"/proc/{process_id}/status").read_text().splitlines() if ":" in line
    )
    now, most = (int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    return f"{now:.0f} MB now, {most:.0f} MB at most"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--slowest", type=int, default=12)
    arguments = parser.parse_args()
    of = Drawn(arguments.record, Random(1))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).with_name("onrecord")),
        "serve",
        "--record",
        str(arguments.record),
        "--port",
        str(port),
    ]
    start = time.perf_counter()
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(follow_redirects=True, base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
            measure(client, of, server.pid, start, arguments)
    finally:
        server.terminate()
        server.wait()


def await_answer(client: httpx.Client) -> None:
    """Return as soon as a server that has just been started answers."""
    while True:
        try:
            client.get("/ledger")
            return
        except httpx.ConnectError:
            time.sleep(0.02)


def measure(client: httpx.Client, of: Drawn, process_id: int, start: float, arguments: argparse.Namespace) -> None:
    """Ask a server that has just been started, and print what it took."""
    await_answer(client)
    taken = time.perf_counter() - start
    print(f"machine: {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"start: {taken:.2f} s until the first answer, {processor(process_id):.2f} s of processor time")
    print(f"first search: {1000 * timed(client, '/search'):.0f} ms")
    asked, before = queries(of, arguments.queries), processor(process_id)
    times = [(timed(client, "/search", parameters), kind, parameters) for kind, parameters in asked]
    each_took = 1000 * (processor(process_id) - before) / len(times)
    print(f"search, {len(times)} queries: {percentiles([each[0] for each in times])}; {each_took:.0f} ms of processor")
    for kind in sorted({each[1] for each in times}):
        print(f"  {kind}: {percentiles([each[0] for each in times if each[1] == kind])}")
    for seconds, kind, parameters in sorted(times, key=lambda each: -each[0])[: arguments.slowest]:
        print(f"  {1000 * seconds:.0f} ms  {kind}  {parameters}")
    chosen = {
        "article": [f"/article/{of.chance.choice(of.documents)[0]}" for _ in range(200)],
        "statement": [f"/statement/{of.chance.choice(of.statements)}" for _ in range(100)],
        "actor": [f"/actor/{of.chance.choice(of.actors)[0]}" for _ in range(30)],
        "outlet": [f"/outlet?{urlencode({'name': of.chance.choice(of.outlets)})}" for _ in range(30)],
        "outlets": ["/outlets"] * 3,
        "actors": ["/actors"] * 3,
        "anomalies": ["/anomalies"] * 3,
        "review": ["/review"] * 3,
    }
    for name, paths in chosen.items():
        try:
            before = processor(process_id)
            told = percentiles([timed(client, path) for path in paths])
            each_took = 1000 * (processor(process_id) - before) / len(paths)
            print(f"{name}, {len(paths)} pages: {told}; {each_took:.0f} ms of processor time")
        except httpx.HTTPError as error:
            print(f"{name}: {error}")
    print(f"memory: {memory(process_id)}")


if __name__ == "__main__":
    main()
