"""``onrecord serve`` opens on this machine alone, unless tokens are set; it says where, and ends in peace."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from onrecord.errors import SettingsError
from onrecord.present.cli.address import address_of, bound, is_here, is_wildcard
from onrecord.present.cli.serve_command import check_doors, tokens_in
from onrecord.present.web.access import Role

ONRECORD = Path(sys.executable).parent / "onrecord"
TOKEN = "a token of a reader"


@contextmanager
def serving(record: Path, *words: str, **environ: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the process of an open room, and its address; it is ended if it is still there."""
    command = [ONRECORD, "serve", "--record", record, "--port", "0", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={"PATH": "", **environ}) as process:
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            found = re.search(r"http://\S+/", line)
            assert found, line + process.stderr.read()
            yield process, found[0]
        finally:
            process.kill()


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_it_is_stopped(record: Path, ended_by: signal.Signals) -> None:
    """The room answers at the address that it tells, and Ctrl-C closes it without a word of error."""
    with serving(record) as (process, address):
        assert address.startswith("http://127.0.0.1:")
        with urlopen(f"{address}v1/statements") as answer:
            assert answer.status == 200
        process.send_signal(ended_by)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == "The reading room is closed.\n"


def test_only_this_machine_is_let_in(record: Path) -> None:
    """The room's socket is bound to loopback, and it answers under this machine's names alone."""
    with serving(record) as (_, address):
        with pytest.raises(HTTPError, match="421"):
            urlopen(Request(f"{address}v1/runs", headers={"Host": "attacker.test"}))
        port = int(address.rsplit(":", 1)[1].strip("/"))
        for other in _addresses_of_this_machine():
            with pytest.raises(OSError, match="refused"):
                socket.create_connection((other, port), 2)


def _addresses_of_this_machine() -> set[str]:
    found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    return {str(each[4][0]) for each in found} - {"127.0.0.1", "127.0.1.1"}


def test_tokens_are_asked_for(record: Path) -> None:
    """With a token set, nobody reads without it, on this machine neither."""
    with serving(record, ONRECORD_TOKEN_READER=TOKEN) as (_, address):
        with pytest.raises(HTTPError, match="401"):
            urlopen(f"{address}v1/runs")
        with urlopen(Request(f"{address}v1/runs", headers={"Authorization": f"Bearer {TOKEN}"})) as answer:
            assert answer.status == 200


def test_a_port_in_use(record: Path) -> None:
    """A port that is taken is told in one line, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [ONRECORD, "serve", "--record", record, "--port", port], capture_output=True, text=True, check=False
        )
    assert done.returncode == 4
    assert f"port {port}: it is in use; choose another with --port N" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("port", [-1, 65536, 10**9])
def test_ports_that_are_none(port: int) -> None:
    """A number that is no port is told as such."""
    with pytest.raises(SettingsError, match="65535"), bound("127.0.0.1", port):
        pass


@pytest.mark.parametrize("host", ["203.0.113.1", "no such host.invalid", "a" * 300, "\ud800"])
def test_hosts_that_are_none(host: str) -> None:
    """An address that this machine does not have, or no address at all, is told."""
    with pytest.raises(SettingsError, match="the room cannot open at"), bound(host, 0):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_hosts_of_this_machine(host: str) -> None:
    """Loopback addresses need no token."""
    assert is_here(host)
    check_doors(Namespace(host=host, name=[], proxy=False), {})


@pytest.mark.parametrize(
    "doors",
    [
        {"host": "0.0.0.0", "name": ["room.test"]},
        {"host": "::", "name": ["room.test"]},
        {"host": "192.168.1.5"},
        {"host": "room.test"},
        {"name": ["room.test"]},
        {"proxy": True},
    ],
)
def test_others_need_tokens(doors: dict[str, object]) -> None:
    """Where others could come in, the room does not open without tokens, and opens with."""
    arguments = Namespace(**{"host": "127.0.0.1", "name": [], "proxy": False, **doors})
    with pytest.raises(SettingsError, match="ONRECORD_TOKEN_READER"):
        check_doors(arguments, {})
    check_doors(arguments, {TOKEN: Role.READER})


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_all_addresses_need_a_name(host: str) -> None:
    """All addresses are no name that a browser could ask for."""
    assert is_wildcard(host)
    with pytest.raises(SettingsError, match="--name"):
        check_doors(Namespace(host=host, name=[], proxy=False), {TOKEN: Role.READER})


def test_tokens_of_the_environment() -> None:
    """Each role's token is read; blanks around it are none of it."""
    environ = {"ONRECORD_TOKEN_READER": f" {TOKEN}\n", "ONRECORD_TOKEN_ADMIN": "another token of an admin"}
    assert tokens_in(environ) == {TOKEN: Role.READER, "another token of an admin": Role.ADMIN}


@pytest.mark.parametrize(
    "environ",
    [{"ONRECORD_TOKEN_READER": "short"}, {"ONRECORD_TOKEN_READER": TOKEN, "ONRECORD_TOKEN_ADMIN": TOKEN}],
)
def test_tokens_that_are_none(environ: dict[str, str]) -> None:
    """A token that could be guessed, or that has two roles, is refused, and never told."""
    with pytest.raises(SettingsError) as caught:
        tokens_in(environ)
    assert TOKEN not in str(caught.value)
    assert "short;" not in str(caught.value)


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]")])
def test_the_address_that_is_told(host: str, shown: str) -> None:
    """What is told can be opened in a browser: IPv6 in brackets, no wildcard."""
    if ":" in host and not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    try:
        with bound(host, 0) as made:
            assert address_of(made) == f"http://{shown}:{made.getsockname()[1]}/"
    except SettingsError:
        if ":" not in host:
            raise
        pytest.skip("this machine has no IPv6 address")


def test_answers_are_sent_at_once() -> None:
    """What is served at the socket does not wait for acknowledgements (Nagle), which costs 40 ms a page."""
    with bound("127.0.0.1", 0) as made:
        assert made.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
