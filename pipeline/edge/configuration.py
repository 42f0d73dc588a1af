"""Where settings come from: files, then the environment, then options; each over the one before.

Each is held to ``Settings`` by itself: what cannot be meant is refused even where it is overridden.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from pipeline.edge import variables
from pipeline.edge.contents import contents
from pipeline.edge.files import UserError
from pipeline.edge.list_names import expanded
from pipeline.edge.refused import SECRETS, Place, dotted, shown, words
from pipeline.values.settings import Ignore, Settings
from pipeline.values.text import Value

FILE = "errata.toml"


class _Layer(NamedTuple):
    """Settings of one origin."""

    values: dict[str, Any]
    named: Callable[[Place], str]
    """How a message calls the setting at a place."""


def settings(
    options: Mapping[str, Any], environment: Mapping[str, str] = os.environ,
    named: Callable[[Place], str] = dotted,
) -> Settings:  # fmt: skip
    """The settings of a run, validated.

    ``options`` are fields of ``Settings``: the command line's, or a program's; ``named`` is how a
    message calls one.

    Raises:
        UserError: a file that is no TOML, a setting that does not exist or cannot be meant.

    """
    given = variables.given(environment)
    layers = (
        _from_file(),
        _Layer(_spelt(given, "The environment"), variables.variable),
        _Layer(
            _spelt({k: v for k, v in options.items() if v is not None}, "The call"),
            named,
        ),
    )
    values: dict[str, Any] = {}
    for layer in layers:
        _validated(layer)
        values = _merged(values, layer.values)
    merged = Settings(**values)
    return merged.but(lists=expanded(merged.lists))


def _from_file() -> _Layer:
    """errata.toml, else ``[tool.errata]`` of pyproject.toml, else nothing."""
    for name, tables in ((FILE, ()), ("pyproject.toml", ("tool", "errata"))):
        if not Path(name).exists():
            continue
        parsed = _parsed(name)
        for depth, table in enumerate(tables, 1):
            parsed = parsed.get(table, {})
            if not isinstance(parsed, dict):
                text = ".".join(tables[:depth])
                raise UserError(f"{name}: `{text}` is a table, not {shown(parsed)}.")
        if not tables and isinstance(parsed.get("tool"), dict):
            raise UserError(
                f"{name}: [tool.errata] is for pyproject.toml. Leave that line out here."
            )
        if parsed or not tables:
            return _Layer(_spelt(parsed, name), partial(_in_file, name))
    return _Layer({}, dotted)


def _in_file(name: str, place: Place) -> str:
    return f"{name}: {dotted(place)}"


def _parsed(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(contents(Path(name)).decode("utf-8"))
    except RecursionError as error:
        raise UserError(f"{name} is nested too deeply to be settings.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(f"{name} is no TOML: {error}. Correct that place in the file.") from error
    except OSError as error:
        raise UserError(f"{name} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # of 5,000 digits: more than Python reads
        raise UserError(f"{name}: a number in it has too many digits.") from error


def _spelt(given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The settings by the names of fields; one list may be told without brackets.

    Raises:
        UserError: one is given twice, a secret stands in a file, ``ignore`` is no list.

    """
    values: dict[str, Any] = {}
    for name, value in given.items():
        field = name.replace("-", "_")
        if field in values:
            raise UserError(f"{where} has `{field}` twice, in two spellings. Keep one of them.")
        values[field] = value
    for secret in SECRETS:
        if secret in values and where.endswith(".toml"):
            raise UserError(
                f"{secret} belongs in the environment, not in a file: set ERRATA_{secret.upper()}."
            )
    for name in ("lists", "only"):
        if isinstance(values.get(name), str):
            values[name] = (values[name],)
    if "only" in values:  # --only retracted,concern
        values["only"] = _parted(values["only"])
    if "ignore" in values:
        values["ignore"] = _ignores(values["ignore"], where)
    return values


def _parted(given: object) -> object:
    """Names that may stand together with commas between; anything else as it is."""
    if not isinstance(given, list | tuple) or not all(isinstance(text, str) for text in given):
        return given
    return tuple(name.strip() for text in given for name in text.split(",") if name.strip())


def _ignores(given: object, where: str) -> tuple[Mapping[str, Any] | Ignore, ...]:
    if not isinstance(given, list | tuple):
        raise UserError(f"{where}: `ignore` is a list of codes or of tables, not {shown(given)}.")
    return tuple(_ignore(rule, where) for rule in given)


def _ignore(given: object, where: str) -> Mapping[str, Any] | Ignore:
    if isinstance(given, str):
        return {"codes": (given,)}
    if isinstance(given, Ignore):
        return given
    if not isinstance(given, dict):
        raise UserError(
            f"{where}: `ignore` is a list of codes or of tables with code, list, entry, reason, "
            "until."
        )
    fields = {"code": (), **given}
    codes = fields.pop("code")
    if not codes and not given.get("entry"):
        raise UserError(f'{where}: an `ignore` has to name its code; "*" stands for every one.')
    return {**fields, "codes": (codes,)} if codes else fields


def _validated(layer: _Layer) -> None:
    try:
        Settings(**layer.values)
    except ValidationError as error:
        raise UserError(words(error, layer.named)) from error


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the upper one winning; tables are joined, an ignore is one more."""
    merged = {**below, **above}
    for name in below.keys() & above.keys():
        if name == "ignore":
            merged[name] = (*below[name], *above[name])
        elif isinstance(below[name], dict | Value):
            merged[name] = _merged(dict(below[name]), dict(above[name]))
    return merged


def expired(given: Settings, today: date) -> tuple[Settings, tuple[str, ...]]:
    """The settings without ignores that have run out, and what to say about those."""
    over = [i for i in given.ignore if i.until is not None and i.until < today]
    notes = tuple(
        f"The ignore of {', '.join(i.codes)}{f' at {i.entry}' if i.entry else ''} ran out on "
        f"{i.until}{f' ({i.reason})' if i.reason else ''}."
        for i in over
    )
    return given.but(ignore=tuple(i for i in given.ignore if i not in over)), notes
