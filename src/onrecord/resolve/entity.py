"""A named actor of a document while it is being put together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.record import ActorKind
from onrecord.resolve.lexicon import lexicon
from onrecord.resolve.names import Name


@dataclass(slots=True, eq=False)
class Entity:
    """One named actor of a document while it is being put together; `sure` is whether its kind is borne out."""

    key: tuple[str, ...]
    name: str
    kind: ActorKind | None
    first: int
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    sure: bool = True

    def add(self, name: Name, text: str) -> None:
        """Take in one mention of the entity."""
        self.mentions.append((name.start, name.end))
        if name.kind is not None and self.kind is None:
            self.kind = name.kind
        for role in filter(None, (name.role, apposition(name.end, text))):
            if role not in self.roles:
                self.roles.append(role)
                gender = lexicon().gender_of_title(text[slice(*role)].split()[-1])
                self.gender = gender or self.gender

    def last_before(self, position: int) -> int | None:
        """Return where the last mention before `position` starts, None if there is none."""
        return max((start for start, _ in self.mentions if start < position), default=None)


_APPOSITION = re.compile(r",[ \u00a0](?:(?:the|a|an)[ \u00a0])?(?P<role>[^,;:()\n.“”\"]{3,60})(?=[,.\n])")


def apposition(end: int, text: str) -> tuple[int, int] | None:
    """Return the range of the role that follows a name ending at `end`: "Jane Doe, a senior adviser,"."""
    match = _APPOSITION.match(text, end)
    if match is None or not any(lexicon().is_role(word) for word in match["role"].split()[:6]):
        return None
    return match.span("role")
