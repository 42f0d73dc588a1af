"""What is wrong with a setting, in one line: its place, what was expected, what is written."""

import reprlib
from collections.abc import Callable

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.values.nearest import meant
from pipeline.values.settings import Ignore, ServiceSettings, Settings, Style
from pipeline.values.text import Value

SECRETS = ("ncbi_api_key", "crossref_plus_token")
UNSHOWN = (*SECRETS, "mailto")
LONGEST_SHOWN = 60
"""Characters of a wrong value that a message repeats."""

Place = tuple[str | int, ...]
"""Where a setting stands: its field, or the way to it through tables and lists."""

_EXPECTED = {
    "model": "a table", "dict": "a table", "tuple": "a list", "string": "text",
    "bool": "true or false", "int": "a whole number", "float": "a number",
    "date_from_datetime": "a day such as 2026-12-24",
}  # fmt: skip
"""Kind of a fault, by pydantic's name without its last word -> what can stand there."""
_TABLES: dict[str, type[Value]] = {
    "style": Style, "ignore": Ignore, "services": ServiceSettings,
}  # fmt: skip


def words(error: ValidationError, named: Callable[[Place], str]) -> str:
    """The first fault; ``named`` is how the setting at a place is called where it was given."""
    first = error.errors()[0]
    place = tuple(step for step in first["loc"] if step != "[key]")
    name = named(place)
    if first["type"] == "extra_forbidden":
        return f"{name} is no setting.{meant(str(place[-1]), _beside(place))}"
    expected = _expected(first)
    if not expected.startswith("must be "):
        return f"{name}: {expected}."
    written = "" if place[0] in UNSHOWN else f", not {shown(first['input'])}"
    return f"{name} {expected}{written}."


def _expected(fault: ErrorDetails) -> str:
    """What can stand there, or what is the matter with what does."""
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    text = fault["msg"].removeprefix("Input should be ").partition(", unable")[0]
    return f"must be {_EXPECTED.get(fault['type'].rpartition('_')[0], text)}"


def _beside(place: Place) -> tuple[str, ...]:
    """The names that may stand where one stands that may not."""
    table = _TABLES[str(place[0])] if len(place) > 1 else Settings
    return tuple(table.model_fields)


def dotted(place: Place) -> str:
    """``services.crossref.url``."""
    return ".".join(map(str, place))


def shown(value: object) -> str:
    """A wrong value, cut to what a line bears."""
    try:
        text = reprlib.repr(value)
    except ValueError:  # a hexadecimal number may have more digits than Python spells
        return "a number of that many digits"
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
