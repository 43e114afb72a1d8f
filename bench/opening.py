"""How long pages take first of all after the room is opened: ``python -m bench.opening RECORD [--page /positions …]``.

RECORD has issues, utterances and families (of a million statements: `bench.million`, then ``onrecord issues --codebook
FILE``, then `bench.related`). For each page ``onrecord serve`` is started anew, so that nothing is remembered; then the
same page is asked for twice more, and the page that follows it. Told are seconds of the clock and of the processor
until the whole answer is there, and the server's memory.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import httpx

from bench.reading_room import await_answer, memory, processor

PAGES = ("/positions", "/network?top=500", "/v1/network?top=500", "/lineage", "/issues", "/ground", "/search")
_NEXT = re.compile(r'href="((?:/lineage\?after=|/positions\?first_actor=)[^"]+)"')


@contextmanager
def room(record: Path) -> Iterator[tuple[httpx.Client, int]]:
    """Give a client of a room that has just been opened and has answered nothing about statements, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("onrecord")), "serve", "--record", str(record), "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=300) as client:
            await_answer(client)
            yield client, server.pid
    finally:
        server.terminate()
        server.wait()


def asked(client: httpx.Client, process_id: int, path: str) -> tuple[str, str]:
    """Return what asking for a page took, in words, and the page. Raises HTTPStatusError where it is not answered."""
    cpu, clock = processor(process_id), time.perf_counter()
    answer = client.get(path).raise_for_status()
    seconds = time.perf_counter() - clock
    return f"{seconds:.2f} s, {processor(process_id) - cpu:.2f} of CPU", answer.text


def main() -> None:
    """Print what each page takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("record", type=Path)
    parser.add_argument("--page", nargs="*", default=PAGES)
    given = parser.parse_args()
    print(f"machine: {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    for page in given.page:
        with room(given.record) as (client, process_id):
            first, text = asked(client, process_id, page)
            print(f"{page}: first {first}; {len(text) // 1000} kB; ", end="")
            print("; ".join(["again " + asked(client, process_id, page)[0] for _ in range(2)]), end="")
            if following := _NEXT.search(text):
                print(f"; next {asked(client, process_id, unescape(following[1]))[0]}", end="")
            print(f"; {memory(process_id)}", flush=True)


if __name__ == "__main__":
    main()
