"""Records as files: a paper as a CSL-JSON item, and back.

What pandoc, Zotero and citeproc know stands in CSL's own fields; what is ours stands under
``custom``, which CSL leaves free. Source: CSL-JSON schema 1.0.2 (csl-data.json).
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from pipeline.values.identifiers import Identifier, parsed
from pipeline.values.record import Appearance, Paper, Version
from pipeline.values.work import Notice, PartialDate, Person, Provenance, Stage, Work

SCHEMA = "errata-record/1"

_OURS = {"work": "article", "notice": "article"}
"""Types that only we have -> the CSL type that comes nearest."""

_NUMBERS = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID"}
"""Schemes that CSL has a field for."""


class RecordError(Exception):
    """A file under ``papers/`` that is no record; the message says what to do."""


def to_csl(paper: Paper) -> dict[str, Any]:
    """The paper as a CSL-JSON item, fields in their fixed order, empty ones left out."""
    work = paper.work
    first: dict[str, str] = {}
    for identifier in work.identifiers:
        first.setdefault(_NUMBERS.get(identifier.scheme, ""), identifier.value)
    item: dict[str, Any] = {
        "id": paper.id,
        "type": _OURS.get(work.type, work.type),
        "title": work.title,
        "author": [_author(person) for person in work.authors],
        "container-title": work.container_title,
        "issued": _date(work.issued),
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "publisher": work.publisher,
        "ISSN": ", ".join(work.issn),
        "DOI": first.get("DOI", ""),
        "PMID": first.get("PMID", ""),
        "PMCID": first.get("PMCID", ""),
        "URL": work.url or _url(work),
        "custom": _custom(paper),
    }
    return {name: value for name, value in item.items() if value}


def _url(work: Work) -> str:
    return next((i.url for i in work.identifiers if i.url), "")


def _author(person: Person) -> dict[str, str]:
    parts = {
        "family": person.family, "given": person.given, "suffix": person.suffix,
        "literal": person.literal,
    }  # fmt: skip
    return {name: value for name, value in parts.items() if value}


def _date(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    if date is None:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}


def _custom(paper: Paper) -> dict[str, Any]:
    work = paper.work
    ours: dict[str, Any] = {
        "schema": SCHEMA,
        "stage": work.stage.value,
        "identifiers": [str(i) for i in work.identifiers],
        "complete": None if work.authors_complete else "authors cut by the source",
        "orcid": {str(n): p.orcid for n, p in enumerate(work.authors) if p.orcid},
        "titles": list(work.other_titles),
        "container-titles": list(work.container_titles),
        "dates": [_date(d)["date-parts"][0] for d in work.dates],  # type: ignore[index]
        "comment": work.comment,
        "preprint-of": [str(i) for i in work.preprint_of],
        "preprints": [str(i) for i in work.preprints],
        "versions": [_version(version) for version in paper.versions],
        "status": [_notice(notice) for notice in work.notices],
        "provenance": {
            name.replace("_", "-"): _provenance(provenance)
            for name, provenance in sorted(paper.provenance.items())
        },
        "pinned": [name.replace("_", "-") for name in paper.pinned],
        "appears": [{"list": a.list, "section": list(a.section)} for a in paper.appears],
    }
    return {name: value for name, value in ours.items() if value}


def _version(version: Version) -> dict[str, Any]:
    parts = {
        "stage": version.stage.value,
        "identifiers": [str(i) for i in version.identifiers],
        "title": version.title,
        "author": [_author(person) for person in version.authors],
        "container-title": version.container_title,
        "years": list(version.years),
    }
    return {name: value for name, value in parts.items() if value}


def _notice(notice: Notice) -> dict[str, Any]:
    parts = {
        "kind": notice.kind, "doi": notice.doi,
        "date": _date(notice.date)["date-parts"][0] if notice.date else None,  # type: ignore[index]
        "source": notice.source, "text": notice.text,
    }  # fmt: skip
    return {name: value for name, value in parts.items() if value}


def _provenance(provenance: Provenance) -> dict[str, str]:
    return {
        "source": provenance.source,
        "url": provenance.url,
        "retrieved": provenance.retrieved.date().isoformat(),
    }


def dump(paper: Paper) -> str:
    """The bytes of ``papers/<id>.json``: two-space indent, real characters, final newline."""
    return json.dumps(to_csl(paper), indent=2, ensure_ascii=False) + "\n"


def load(text: str) -> Paper:
    """The paper behind a record file.

    Raises:
        RecordError: no JSON, not of this schema, or a value that cannot be.

    """
    try:
        item = json.loads(text)
        return _paper(item)
    except (
        ValueError, KeyError, TypeError, AttributeError, ValidationError, RecursionError,
    ) as error:  # fmt: skip
        raise RecordError(f"not a record: {error}") from error


def _paper(item: Mapping[str, Any]) -> Paper:
    ours = item["custom"]
    if ours["schema"] != SCHEMA:
        raise RecordError(f"schema {ours['schema']!r}, expected {SCHEMA!r}")
    orcid = ours.get("orcid", {})
    people = [
        Person(**person, orcid=orcid.get(str(place), ""))
        for place, person in enumerate(item.get("author", []))
    ]
    work = Work(
        title=item["title"],
        other_titles=ours.get("titles", ()),
        authors=tuple(people),
        authors_complete="complete" not in ours,
        container_title=item.get("container-title", ""),
        container_titles=ours.get("container-titles", ()),
        issn=tuple(filter(None, item.get("ISSN", "").split(", "))),
        issued=_parts((item.get("issued") or {}).get("date-parts", [None])[0]),
        dates=tuple(filter(None, map(_parts, ours.get("dates", ())))),
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        page=item.get("page", ""),
        type=item["type"],
        stage=Stage(ours["stage"]),
        identifiers=_identifiers(ours.get("identifiers", ())),
        publisher=item.get("publisher", ""),
        preprint_of=_identifiers(ours.get("preprint-of", ())),
        preprints=_identifiers(ours.get("preprints", ())),
        notices=tuple(map(_read_notice, ours.get("status", ()))),
        comment=ours.get("comment", ""),
        url=item.get("URL", ""),
    )
    return Paper(
        id=item["id"],
        work=work,
        versions=tuple(map(_read_version, ours.get("versions", ()))),
        provenance={n.replace("-", "_"): _said(p) for n, p in ours.get("provenance", {}).items()},
        pinned=tuple(name.replace("-", "_") for name in ours.get("pinned", ())),
        appears=tuple(Appearance(**place) for place in ours.get("appears", ())),
    )


def _identifiers(texts: Any) -> tuple[Identifier, ...]:  # noqa: ANN401  JSON
    identifiers = tuple(parsed(text) for text in texts)
    if None in identifiers:
        raise ValueError("an identifier that cannot be")
    return tuple(i for i in identifiers if i)


def _parts(parts: Any) -> PartialDate | None:  # noqa: ANN401  JSON
    if not parts:
        return None
    return PartialDate(**dict(zip(("year", "month", "day"), parts, strict=False)))


def _read_notice(parts: Mapping[str, Any]) -> Notice:
    return Notice(**{**parts, "date": _parts(parts.get("date"))})


def _read_version(parts: Mapping[str, Any]) -> Version:
    return Version(
        stage=Stage(parts["stage"]),
        identifiers=_identifiers(parts.get("identifiers", ())),
        title=parts["title"],
        authors=tuple(Person(**person) for person in parts.get("author", ())),
        container_title=parts.get("container-title", ""),
        years=tuple(parts.get("years", ())),
    )


def _said(parts: Mapping[str, str]) -> Provenance:
    day = datetime.fromisoformat(parts["retrieved"]).replace(tzinfo=UTC)
    return Provenance(source=parts["source"], url=parts["url"], retrieved=day)
