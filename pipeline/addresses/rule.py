"""What a rule for a site's addresses is, and the readings that many share."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.values.entry import Hints
from pipeline.values.identifiers import Identifier, identifier, trimmed

DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>&?#]+(?:<[^\s<>]{1,40}>[^\s\"<>&?#]*)?")


class Place(NamedTuple):
    """An address taken apart and decoded once."""

    host: str
    path: str
    query: Mapping[str, str]
    fragment: str


class Meaning(NamedTuple):
    """What an address means by a rule."""

    identifiers: tuple[Identifier, ...] = ()
    derived: bool = False
    hints: Hints | None = None


Reader = Callable[[re.Match[str], Place], Meaning | None]


class Rule(NamedTuple):
    """A path and its reading."""

    path: re.Pattern[str]
    read: Reader


def one(scheme: str, group: int = 1) -> Reader:
    """The identifier that the group spells."""

    def read(hit: re.Match[str], _place: Place) -> Meaning | None:
        named = identifier(scheme, hit[group])
        return Meaning((named,)) if named else None

    return read


def guess(*forms: str) -> Reader:
    """DOIs computed from the groups: guesses."""

    def read(hit: re.Match[str], _place: Place) -> Meaning | None:
        groups = [group or "" for group in hit.groups()]
        dois = [identifier("doi", form.format(*groups)) for form in forms]
        named = tuple(doi for doi in dois if doi)
        return Meaning(named, derived=True) if named else None

    return read


def hint(**fields: int | str) -> Reader:
    """Hints from groups (numbers) or as given (text)."""

    def read(hit: re.Match[str], _place: Place) -> Meaning | None:
        return Meaning(hints=_hints(hit, fields))

    return read


def _hints(hit: re.Match[str], fields: Mapping[str, int | str]) -> Hints:
    values: dict[str, object] = {}
    for name, source in fields.items():
        text = hit[source] if isinstance(source, int) else source
        if not text:
            continue
        if name == "year":
            values[name] = int(text)
        else:
            values[name] = text
    return Hints.model_validate(values)


def query(scheme: str, key: str, form: str = "{}") -> Reader:
    """The identifier in a parameter of the query; a computed DOI is a guess."""

    def read(_found: re.Match[str], place: Place) -> Meaning | None:
        value = next((v for k, v in place.query.items() if k.lower() == key), "")
        named = identifier(scheme, form.format(value)) if value else None
        return Meaning((named,), derived=scheme == "doi" and form != "{}") if named else None

    return read


def cut(hit: re.Match[str], _place: Place) -> Meaning | None:
    """The DOI that the first group spells, with what follows it in the sentence cut off."""
    doi = identifier("doi", trimmed(hit[1]))
    return Meaning((doi,)) if doi else None


def pattern(text: str) -> re.Pattern[str]:
    """A pattern for a path, however it is capitalised."""
    return re.compile(text, re.IGNORECASE)


def numbered(prefix: str) -> Reader:
    """``/1741-2552/10/2/026008``: the journal's ISSN, volume, issue and article."""

    def read(hit: re.Match[str], _place: Place) -> Meaning | None:
        doi = identifier("doi", f"{prefix}/{'/'.join(hit.groups())}")
        hints = Hints(issn=hit[1], volume=hit[2], issue=hit[3], page=hit[4])
        return Meaning((doi,) if doi else (), derived=bool(doi), hints=hints)

    return read
