"""``onrecord serve``: the reading room, on this machine."""

from __future__ import annotations

import os
from argparse import Namespace

from onrecord.errors import SettingsError
from onrecord.present.cli.exits import Exit
from onrecord.present.cli.screen import say
from onrecord.settings import Settings
from onrecord.store import Store

CONNECTIONS = 8
"""Questions answered at once: more threads than processors gain little, and each keeps a cache of 2 MB."""

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def run(arguments: Namespace, settings: Settings) -> int:
    """Serve until it is stopped."""
    import uvicorn

    from onrecord.present.web.access import Access, Role
    from onrecord.present.web.app import LOOPBACK, create_app
    from onrecord.present.web.room import Room

    names = {f"ONRECORD_TOKEN_{role.name}": role for role in Role}
    tokens = {os.environ[name]: role for name, role in names.items() if os.environ.get(name)}
    if arguments.host not in _HERE and not tokens:
        raise SettingsError(
            f"--host {arguments.host} lets others in; set a token for each role first: {', '.join(names)}"
        )
    with Store.open(settings.record, busy_timeout=settings.busy_timeout, connections=CONNECTIONS) as store:
        app = create_app(Room(store, Access(tokens)), [*LOOPBACK, arguments.host])
        say(f"reading room on {settings.record}: http://{arguments.host}:{arguments.port}/ (Ctrl-C ends it)")
        uvicorn.run(app, host=arguments.host, port=arguments.port, log_level="warning", server_header=False)
    return Exit.OK
