"""What a verification checked and what it found wrong."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which noun, its id, and what does not hold."""

    noun: str
    id: str
    wrong: str


@dataclass(slots=True)
class Verification:
    """What was checked and what was found wrong. `spans` are those of statements, speakers and times."""

    captures: int = 0
    documents: int = 0
    statements: int = 0
    spans: int = 0
    verified: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.findings

    @property
    def share(self) -> str:
        """The verified spans in words; never rounded up to 100 %."""
        percent = 100.0 if self.verified == self.spans else min(100 * self.verified / self.spans, 99.99)
        return f"{self.verified} of {self.spans} spans verified ({percent:.4g} %)"
