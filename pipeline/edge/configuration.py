"""Where settings come from: files, then the environment, then options; each over the one before."""

import os
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import SecretStr, ValidationError

from pipeline.edge.files import UserError
from pipeline.values.codes import BY_NAME
from pipeline.values.settings import SERVICES, Settings

FILE = "errata.toml"


def settings(options: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of a run, validated.

    ``options`` are the fields of ``Settings`` that the command line gave.

    Raises:
        UserError: a file that is no TOML, a setting that does not exist or cannot be.

    """
    where, values = _from_file()
    values = _merged(values, _from_environment(environment))
    values = _merged(values, {name: value for name, value in options.items() if value is not None})
    try:
        found = Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UserError(f"{where}: setting {place}: {first['msg']}.") from error
    return checked(found, where)


def _from_file() -> tuple[str, dict[str, Any]]:
    """errata.toml, else ``[tool.errata]`` of pyproject.toml, else nothing."""
    for name, table in ((FILE, None), ("pyproject.toml", "errata")):
        path = Path(name)
        if not path.is_file():
            continue
        try:
            parsed = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise UserError(f"{name}: {error}.") from error
        found = parsed if table is None else parsed.get("tool", {}).get(table)
        if found is not None and not isinstance(found, dict):
            raise UserError(f"{name}: `tool.errata` is a table, not {found!r}.")
        if found is not None:
            return name, _spelt(found)
    return "settings", {}


def _spelt(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table as fields of ``Settings``: hyphens allowed, a code list allowed for ``ignore``."""
    values = {name.replace("-", "_"): value for name, value in table.items()}
    for secret in ("ncbi_api_key", "crossref_plus_token"):
        if secret in values:
            raise UserError(f"{secret} belongs into the environment: ERRATA_{secret.upper()}.")
    if isinstance(values.get("lists"), str):
        values["lists"] = (values["lists"],)
    said = values.get("ignore", [])
    values["ignore"] = tuple(map(_ignore, said if isinstance(said, list) else [None]))
    services = values.get("services", {})
    for name, each in (("services", services), ("style", values.get("style", {}))):
        if not isinstance(each, dict):
            raise UserError(f"`{name}` is a table, not {each!r}.")
    unknown = set(services) - set(SERVICES)
    if unknown:
        raise UserError(f"There is no service {min(unknown)!r}. There are: {', '.join(SERVICES)}.")
    return values


def _ignore(item: object) -> dict[str, Any]:
    if isinstance(item, str):
        return {"codes": (item,)}
    if isinstance(item, dict):
        code = item.pop("code", None)
        return {**item, "codes": (code,)} if code else item
    raise UserError(
        "`ignore` is a list of codes or of tables with code, list, entry, reason, until."
    )


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """``ERRATA_MAILTO`` and its like; empty ones count as not given."""
    given = {k: v for k, v in environment.items() if k.startswith("ERRATA_") and v.strip()}
    values: dict[str, Any] = {}
    for name in (
        "records",
        "cache",
        "mailto",
        "fail_on",
        "time_scale",
        "superseded",
        "max_requests",
        "pages",
        "pages_url",
    ):
        if value := given.get(f"ERRATA_{name.upper()}"):
            values[name] = value.strip()
    for name in ("ncbi_api_key", "crossref_plus_token"):
        if value := given.get(f"ERRATA_{name.upper()}"):
            values[name] = SecretStr(value.strip())
    if value := given.get("ERRATA_LISTS"):
        values["lists"] = tuple(value.split())
    services = {
        name: {"url": given[f"ERRATA_{name.upper()}_URL"].strip().rstrip("/")}
        for name in SERVICES if f"ERRATA_{name.upper()}_URL" in given
    }  # fmt: skip
    return values | ({"services": services} if services else {})


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the upper one winning; services and style field by field."""
    merged = {**below, **above}
    for name in ("style",):
        if name in below and name in above:
            merged[name] = {**dict(below[name]), **dict(above[name])}
    if "services" in below and "services" in above:
        names = {*below["services"], *above["services"]}
        merged["services"] = {
            name: {**below["services"].get(name, {}), **above["services"].get(name, {})}
            for name in names
        }
    return merged


def checked(found: Settings, where: str = "options") -> Settings:
    """The settings, if every code and the contact address can be.

    Raises:
        UserError: a code that does not exist, an address that is none.

    """
    codes = [*found.only, *(code for ignore in found.ignore for code in ignore.codes)]
    for code in codes:
        if code != "*" and code not in BY_NAME:
            raise UserError(f"{where}: there is no code {code!r}. `errata explain` lists them.")
    if found.mailto and ("@" not in found.mailto or any(c.isspace() for c in found.mailto)):
        raise UserError(f"{where}: mailto is an address such as you@example.org.")
    return found


def expired(found: Settings, today: date) -> tuple[Settings, tuple[str, ...]]:
    """The settings without ignores that have run out, and what to say about those."""
    over = [i for i in found.ignore if i.until is not None and i.until < today]
    said = tuple(
        f"The ignore of {', '.join(i.codes)}{f' at {i.entry}' if i.entry else ''} ran out on "
        f"{i.until}{f' ({i.reason})' if i.reason else ''}."
        for i in over
    )
    return found.but(ignore=tuple(i for i in found.ignore if i not in over)), said
