"""Settings: defaults < environment < command line, checked when made."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings, environment_name, load, markdown, option_name


def test_defaults_hold_where_nothing_is_said() -> None:
    """Without environment and arguments every setting has its default, and says so."""
    settings, origins = load({}, {})
    assert settings == Settings()
    assert {origin.origin for origin in origins} == {"default"}


def test_the_environment_comes_before_the_default() -> None:
    """A variable sets its setting, of the setting's type."""
    settings, _ = load({"ONRECORD_DEADLINE": "2.5", "ONRECORD_PROCESSES": "3"}, {})
    assert (settings.deadline, settings.processes) == (2.5, 3)


def test_the_command_line_comes_before_the_environment() -> None:
    """An option counts more than a variable."""
    settings, origins = load({"ONRECORD_DEADLINE": "2.5"}, {"deadline": 9.0})
    assert settings.deadline == 9.0
    assert {o.origin for o in origins if o.name == "deadline"} == {"command line, --deadline"}


def test_an_empty_variable_says_nothing() -> None:
    """A variable set to nothing leaves the default."""
    assert load({"ONRECORD_MODEL": "", "ONRECORD_PROCESSES": ""}, {})[0] == Settings()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("ONRECORD_PROCESSES", "two", "ONRECORD_PROCESSES is 'two'; give a whole number"),
        ("ONRECORD_DEADLINE", "1 s", "ONRECORD_DEADLINE is '1 s'; give a number"),
        ("ONRECORD_PROCESSES", "0", "processes is 0; give a value of at least 1"),
        ("ONRECORD_DEADLINE", "nan", "deadline is nan; give a value of at least 0.1"),
        ("ONRECORD_MEMORY", "-5", "memory is -5; give a value of at least 512"),
    ],
)
def test_a_value_that_is_none_is_told(name: str, value: str, message: str) -> None:
    """A value of another type or out of range is an error with its name."""
    with pytest.raises(SettingsError, match=message):
        load({name: value}, {})


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(setting: str) -> None:
    """The table of the documentation names option, variable and meaning of each."""
    assert option_name(setting) in markdown()
    assert environment_name(setting) in markdown()


def test_the_documentation_holds_the_table() -> None:
    """docs/command-line.md holds the table as the fields give it."""
    text = (Path(__file__).parents[1] / "docs/command-line.md").read_text()
    assert markdown() in text
