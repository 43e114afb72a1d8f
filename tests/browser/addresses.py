"""The addresses of every page of a room, found as a reader finds them: by its links."""

from __future__ import annotations

from playwright.sync_api import Page

PLAIN = {
    "search": "/search",
    "narrowed": "/search?form=direct&everything=true",
    "nothing": "/search?words=zzzzzz&speaker=nobody",
    "wrong": "/search?since=yesterday",
    "actors": "/actors",
    "outlets": "/outlets",
    "utterances": "/utterances?order=most+told",
    "choose": "/compare",
    "families": "/lineage",
    "issues": "/issues",
    "positions": "/positions",
    "ground": "/ground",
    "sides": "/ground?side=Ilan+Verek&side=Hedda+Lorn",
    "network": "/network",
    "two-mode": "/network?type=twomode&aggregation=subtract",
    "timeline": "/timeline",
    "anomalies": "/anomalies",
    "between": "/anomalies/between",
    "ledger": "/ledger",
    "review": "/review",
    "run": "/ledger/1",
    "missing": "/article/ffffff",
}
"""Pages whose addresses are always the same."""

LINKED = {
    "article": ("/search", "a[href^='/article/']"),
    "nested": ("/search?everything=true&relay=perez", "a[href^='/article/']"),
    "flagged": ("/anomalies", "a[href^='/article/']"),
    "statement": ("/search?form=mixed", "a[href^='/statement/']"),
    "actor": ("/actors", "a[href^='/actor/']"),
    "outlet": ("/outlets", "a[href^='/outlet?name']"),
    "unknown": ("/outlets", "a[href='/outlet']"),
    "utterance": ("/utterances?order=most+told", "a[href^='/utterance/']"),
    "altered": ("/utterances?relation=altered", "a[href^='/utterance/']"),
    "occasion": ("/utterances?order=most+told", "a[href^='/utterance/']", "a[href^='/occasion/']"),
    "compare": ("/utterances?order=most+told", "a[href^='/utterance/']", "a[href^='/compare?']"),
    "retold": ("/utterances?order=most+told", "a[href^='/utterance/']", ".pair a[href^='/statement/']"),
    "issue": ("/issues", "a[href^='/issue/']"),
    "position": ("/positions", "td a[href^='/position/']"),
    "common": ("/issues", "a[href^='/issue/']", "a[href^='/ground?']"),
    "issue-timeline": ("/issues", "a[href^='/issue/']", "a[href^='/timeline?']"),
    "edge": ("/network", "a[href^='/network/edge']"),
    "lineage": ("/lineage", "h2 a[href^='/lineage/']"),
    "versions": ("/lineage", "td a[href^='/lineage/']"),
}
"""Pages that others link to: from where, and by which links one after another."""

NEWS = (*PLAIN, *LINKED)
"""The pages of a record of real news."""
NAMES = tuple(name for name in NEWS if name not in ("nested", "common"))
"""Those of the examples: nobody relays anybody in them, and no two take opposite sides on their first issue."""


def address(tab: Page, room: str, name: str) -> str | None:
    """Return the address of a page of this name; None where the record has none of it."""
    if name in PLAIN:
        return room + PLAIN[name]
    start, *links = LINKED[name]
    path = start
    for link in links:
        tab.goto(room + path)
        found = tab.locator(f"main {link}").first
        if not found.count():
            return None
        path = str(found.get_attribute("href"))
    return room + path
