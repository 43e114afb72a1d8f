"""``onrecord serve``: the reading room, on this machine or, with tokens, for others too."""

from __future__ import annotations

import os
import signal
from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from onrecord.errors import SettingsError
from onrecord.present.cli.address import address_of, bound, is_here, is_wildcard
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import say
from onrecord.settings import Settings
from onrecord.store import Store

if TYPE_CHECKING:
    from onrecord.present.web.access import Role

CONNECTIONS = 8
"""Questions answered at once: more threads than processors gain little, and each keeps a cache of 2 MB."""

_GRACE = 3
"""Seconds that answers under way may take to end after Ctrl-C."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Serve until it is stopped."""
    import uvicorn

    from onrecord.present.web.access import Access
    from onrecord.present.web.app import LOOPBACK, create_app
    from onrecord.present.web.room import Room

    tokens = tokens_in(os.environ)
    check_doors(arguments, tokens)
    with (
        Store.open(
            settings.record,
            busy_timeout=settings.busy_timeout,
            connections=CONNECTIONS,
            patience=arguments.patience,
        ) as store,
        bound(arguments.host, arguments.port) as socket,
    ):
        own = () if is_wildcard(arguments.host) else (arguments.host,)
        app = create_app(Room(store, Access(tokens)), [*LOOPBACK, *own, *arguments.name])
        config = uvicorn.Config(
            app,
            log_level="warning",
            server_header=False,
            proxy_headers=arguments.proxy,
            forwarded_allow_ips="127.0.0.1",
            timeout_graceful_shutdown=_GRACE,
        )
        say(f"The reading room on {settings.record} is open at {address_of(socket)} (Ctrl-C closes it).")
        # SIGTERM ends it as Ctrl-C does: uvicorn raises it again once all answers have ended.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[socket])
        say("The reading room is closed.")
    return Exit.OK


def tokens_in(environ: Mapping[str, str]) -> dict[str, Role]:
    """Return the tokens that the environment gives, with their roles. Raises SettingsError for short or equal ones."""
    from onrecord.present.web.access import LEAST_LENGTH, Role

    found: dict[str, Role] = {}
    for role in Role:
        name = f"ONRECORD_TOKEN_{role.name}"
        token = environ.get(name, "").strip()
        if not token:
            continue
        if len(token) < LEAST_LENGTH:
            raise SettingsError(f"{name} has {len(token)} characters; give it {LEAST_LENGTH} that nobody guesses")
        if token in found:
            raise SettingsError(f"{name} is the token of another role too; give each role its own")
        found[token] = role
    return found


def check_doors(arguments: Namespace, tokens: Mapping[str, Role]) -> None:
    """Raise SettingsError where others could come in without a token, or could not come in at all."""
    from onrecord.present.web.access import Role

    others = not is_here(arguments.host) or arguments.proxy or arguments.name
    if others and not tokens:
        names = ", ".join(f"ONRECORD_TOKEN_{role.name}" for role in Role)
        raise SettingsError(f"others could come in without a token; set one for each role that there is to be: {names}")
    if is_wildcard(arguments.host) and not arguments.name:
        raise SettingsError(f"--host {arguments.host} is no name; say under which others reach it: --name NAME")
