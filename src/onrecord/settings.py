"""The settings of a run: one frozen object, built at the edge from defaults, environment and command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from onrecord.errors import SettingsError

PREFIX = "ONRECORD_"
"""What the environment's names begin with."""


def _processes() -> int:
    return min(os.cpu_count() or 1, 4)


def _setting(default: Any, about: str, *, least: float | None = None) -> Any:  # noqa: ANN401 (as dataclasses.field)
    return field(default=default, metadata={"about": about, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default. Raises SettingsError for a value out of its range."""

    record: str = _setting("record.onrecord", "the record file")
    processes: int = field(
        default_factory=_processes,
        metadata={"about": "worker processes; by default one per processor, at most 4", "least": 1},
    )
    deadline: float = _setting(60.0, "seconds of work that one document may take before it is given up", least=0.1)
    memory: int = _setting(4096, "MiB of address space that one worker may take", least=512)
    max_bytes: int = _setting(64 * 2**20, "bytes of the largest input that is read", least=1)
    busy_timeout: float = _setting(10.0, "seconds to wait for another process that writes to the record", least=0)
    authority: str = _setting("", "folder with CSV files of your own on offices, people, bodies and countries")
    model: str = _setting("", "folder of the tagger's model; empty for the one in the package")

    def __post_init__(self) -> None:
        for setting in fields(self):
            least = setting.metadata.get("least")
            value = getattr(self, setting.name)
            if least is not None and not value >= least:
                raise SettingsError(f"{setting.name} is {value}; give a value of at least {least}")


@dataclass(frozen=True, slots=True)
class Origin:
    """A setting's value, and where it comes from in words."""

    name: str
    value: str | int | float
    origin: str


def environment_name(name: str) -> str:
    """Return the environment variable that sets the setting `name`."""
    return PREFIX + name.upper()


def option_name(name: str) -> str:
    """Return the command line's option that sets the setting `name`."""
    return "--" + name.replace("_", "-")


def kind_of(setting: Field[Any]) -> type[str] | type[int] | type[float]:
    """Return the type that the values of `setting` have."""
    return {"str": str, "int": int, "float": float}[str(setting.type)]


def load(environ: Mapping[str, str], arguments: Mapping[str, object]) -> tuple[Settings, tuple[Origin, ...]]:
    """Return the settings and each one's origin: defaults < environment < command line.

    `arguments` are values by name of setting, None where the command line gave none. Raises
    SettingsError for a value that is not of the setting's type or out of range.
    """
    values: dict[str, Any] = {}
    origins = {}
    for setting in fields(Settings):
        name, variable = setting.name, environment_name(setting.name)
        if arguments.get(name) is not None:
            values[name], origins[name] = arguments[name], f"command line, {option_name(name)}"
        elif environ.get(variable):
            values[name], origins[name] = _parsed(setting, environ[variable], variable), f"environment, {variable}"
    settings = Settings(**values)
    listed = (Origin(s.name, getattr(settings, s.name), origins.get(s.name, "default")) for s in fields(Settings))
    return settings, tuple(listed)


def _parsed(setting: Field[Any], text: str, variable: str) -> str | int | float:
    try:
        return kind_of(setting)(text)
    except ValueError as error:
        kind = {"int": "a whole number", "float": "a number"}[str(setting.type)]
        raise SettingsError(f"{variable} is {text!r}; give {kind}") from error


def markdown() -> str:
    """Return the table of all settings for the documentation."""
    lines = ["| option | environment | default | meaning |", "|---|---|---|---|"]
    for setting in fields(Settings):
        default = "number of processors, at most 4" if setting.name == "processes" else f"`{setting.default!r}`"
        option, variable = option_name(setting.name), environment_name(setting.name)
        lines.append(f"| `{option}` | `{variable}` | {default} | {setting.metadata['about']} |")
    return "\n".join(lines) + "\n"
