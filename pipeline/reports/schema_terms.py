"""The terms that the published schemas are written in."""

from enum import StrEnum
from typing import Any

Schema = dict[str, Any]


def text(description: str, **more: object) -> Schema:
    """A string."""
    return {"type": "string", "description": description, **more}


def number(description: str, **more: object) -> Schema:
    """A whole number that is not negative."""
    return {"type": "integer", "minimum": 0, "description": description, **more}


def maybe(inner: Schema) -> Schema:
    """That, or null where the list or the services say nothing."""
    return {**inner, "type": [inner["type"], "null"]}


def several(items: Schema, description: str) -> Schema:
    """A list of such values."""
    return {"type": "array", "items": items, "description": description}


def one_of(values: type[StrEnum], description: str) -> Schema:
    """One of the values of an enumeration."""
    return {"enum": [value.value for value in values], "description": description}


def record_of(description: str, fields: Schema, *, optional: Schema | None = None) -> Schema:
    """An object with these fields, all required, and no others but the optional ones."""
    return {
        "type": "object",
        "description": description,
        "properties": {**fields, **(optional or {})},
        "required": list(fields),
        "additionalProperties": False,
    }
