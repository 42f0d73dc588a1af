"""The environment as settings: the variables there are follow from the fields of ``Settings``.

``ERRATA_`` and the field's name; for a service ``ERRATA_CROSSREF_URL``; for the style
``ERRATA_STYLE_VENUE``. Lists are parted by blanks, codes by blanks or commas.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_origin

from pipeline.edge.files import UserError
from pipeline.values.nearest import nearest
from pipeline.values.settings import SERVICES, Proposals, ServiceSettings, Settings, Style
from pipeline.values.text import Value

BEGINNING = "ERRATA_"
OTHERS = frozenset({"ERRATA_BRANCH", "ERRATA_TOKEN"})
"""What the GitHub Action hands to its steps; no settings."""
TABLES: dict[str, type[Value]] = {"style": Style, "proposals": Proposals}
"""Settings that are tables: a variable for each field of theirs."""
MANUAL = "https://github.com/errata-tools/errata/blob/main/docs/settings.md"


@cache
def variables() -> dict[str, tuple[str, ...]]:
    """Every variable, and where its setting stands: the field, or the way to it through tables."""
    return {BEGINNING + "_".join(name).upper(): place for name, place in _named()}


def _named() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for field in Settings.model_fields:
        if field == "services":
            for service in SERVICES:
                for inner in ServiceSettings.model_fields:
                    yield (service, inner), (field, service, inner)
        elif field in TABLES:
            inside = TABLES[field].model_fields
            yield from (((field, inner), (field, inner)) for inner in inside)
        else:
            yield (field,), (field,)


def given(environment: Mapping[str, str]) -> dict[str, Any]:
    """The settings that the environment gives; an empty variable counts as not given.

    Raises:
        UserError: a variable that is ours by its beginning and no setting.

    """
    values: dict[str, Any] = {}
    for name, text in environment.items():
        if not name.startswith(BEGINNING) or not text.strip() or name in OTHERS:
            continue
        place = variables().get(name)
        if place is None:
            raise UserError(f"{name} is no setting.{_advice(name)}")
        _put(values, place, _value(place, text.strip()))
    return values


def _advice(name: str) -> str:
    names = (known.removeprefix(BEGINNING) for known in variables())
    near = nearest(name.removeprefix(BEGINNING), names)
    return f" Did you mean {BEGINNING}{near[0]}?" if near else f" They are told in {MANUAL}."


def _put(values: dict[str, Any], place: tuple[str, ...], value: object) -> None:
    for step in place[:-1]:
        values = values.setdefault(step, {})
    values[place[-1]] = value


def _value(place: tuple[str, ...], text: str) -> str | list[str]:
    if place == ("lists",):
        return text.split()
    several = get_origin(Settings.model_fields[place[0]].annotation) is tuple
    return re.split(r"[\s,]+", text) if several else text


def variable(place: Sequence[str | int]) -> str:
    """The variable of a setting, for a message."""
    return next(name for name, known in variables().items() if (*place[: len(known)],) == known)
