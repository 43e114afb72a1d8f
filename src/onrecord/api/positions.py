"""The part of an open record that tells who stands where on what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.api.opened import Opened
from onrecord.query.positions import PositionFilter, common_grounds, positions
from onrecord.record.position import CommonGround, Position
from onrecord.run import coding

# Numpy takes 0.1 s to import: only who asks for issues and networks pays.
if TYPE_CHECKING:
    from onrecord.networks import Network
    from onrecord.query.issues import ListedIssue, ShownIssue


class Positions(Opened):
    """Issues, positions, common ground and networks of a record."""

    def issues(self, words: str = "", *, limit: int = 500) -> tuple[ListedIssue, ...]:
        """Return the issues whose name holds `words`, those on which most was said first, `limit` at most (500)."""
        from onrecord.query.issues import issue_page

        return issue_page(self._store, words=words, size=limit).issues

    def issue(self, issue_name: str | ListedIssue) -> ShownIssue:
        """Return an issue, by name, id or itself, with everybody's position on it."""
        from onrecord.query.issues import issue

        return issue(self._store, issue_name if isinstance(issue_name, str) else issue_name.id)

    def code(self, codebook: str | Path | None = None) -> int:
        """Leave all statements coded with a codebook's concepts, or with issues found where none is given.

        Return how many are about one. Raises InputError for a file that is no codebook.
        """
        from onrecord.classify.issues import read_codebook

        return coding.use(self._store, read_codebook(Path(codebook)) if codebook is not None else None)

    def positions(self, **wanted: Any) -> tuple[Position, ...]:  # noqa: ANN401 (the fields of PositionFilter)
        """Return where actors stand on issues; `wanted` are fields of :class:`PositionFilter`."""
        return positions(self._store, PositionFilter(**wanted))

    def common_ground(self, *sides: str, **wanted: Any) -> tuple[CommonGround, ...]:  # noqa: ANN401
        """Return what the positions of these sides are to one another, issue by issue.

        A side is an actor's name or id, or several parted by commas; `wanted` are fields of :class:`PositionFilter`.
        """
        return common_grounds(self._store, sides, PositionFilter(**wanted))

    def network(
        self,
        rows: str = "speaker",
        columns: str = "issue",
        *,
        qualifier: str | None = "stance",
        **design: Any,  # noqa: ANN401 (the fields of Design)
    ) -> Network:
        """Return the discourse network of these variables; `design` are fields of :class:`onrecord.networks.Design`."""
        from onrecord.networks import Design, network
        from onrecord.query.events import events

        names = {rows, columns} | ({qualifier} if qualifier else set())
        return network(events(self._store, names), Design(rows=rows, columns=columns, qualifier=qualifier, **design))
