"""`errata show`: one work as the services tell it, each field with its source."""

import argparse
import json
import sys

from pipeline.addresses.urls import identify
from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import say_broken
from pipeline.cli.streams import give
from pipeline.edge.files import UserError
from pipeline.jobs.desk import desk_of
from pipeline.papers.assign import assign
from pipeline.papers.library import Library
from pipeline.papers.record_file import to_csl
from pipeline.reports.plain import shown
from pipeline.resolve.asking import resolve
from pipeline.values.entry import Entry, Mention
from pipeline.values.exits import BUG, FINE, FOUND, SILENT
from pipeline.values.identifiers import Identifier
from pipeline.values.record import Paper
from pipeline.values.text import Span
from pipeline.write.requested_entry import identifiers_in


def show(options: argparse.Namespace) -> int:
    """Prints each work; 1 if one is unknown, 3 if a service did not answer, 70 our bug."""
    entries = [_entry(number, text) for number, text in enumerate(options.ids, 1)]
    progress = progress_of(options)
    with progress, desk_of(settings_of(options), progress) as desk:
        situations = resolve(entries, desk.heard)
    papers = assign(Library(), situations, set()).papers
    if options.format == "json":
        items = [to_csl(paper) for paper in papers if paper]
        give(json.dumps(items, indent=2, ensure_ascii=False) + "\n")
    else:
        for text, situation, paper in zip(options.ids, situations, papers, strict=True):
            sys.stdout.write("" if situation.failure else _told(text, paper))
    pairs = zip(options.ids, situations, strict=True)
    if say_broken((shown(text), s.failure) for text, s in pairs if s.failure):
        return BUG
    if any(s.match.unavailable and not p for s, p in zip(situations, papers, strict=True)):
        return SILENT
    return FINE if all(papers) else FOUND


def _entry(number: int, text: str) -> Entry:
    """An entry that is nothing but an identifier."""
    nowhere = Span(start=0, end=0)
    identifiers = _named(text)
    if not identifiers:
        raise UserError(
            f"{text!r} is no DOI, arXiv id, PMID or PMCID, and no URL that holds one. "
            "`errata add` looks for a work by its title."
        )
    mentions = tuple(Mention(identifier=i, span=nowhere, where="written") for i in identifiers)
    return Entry(
        id=f"argument#{number}", path="argument", line=number, end_line=number, span=nowhere,
        format="plain", mentions=mentions,
    )  # fmt: skip


def _named(text: str) -> tuple[Identifier, ...]:
    """What an argument names: a number of any kind, or an address that holds one."""
    text = text.strip()
    return identify(text).identifiers[:1] if "://" in text else identifiers_in(text)


def _told(asked: str, paper: Paper | None) -> str:
    if paper is None:
        return f"{shown(asked)}: unknown to every service that answered\n"
    item = to_csl(paper)
    lines = [f"{shown(asked)}  ({paper.id})"]
    for field, value in item.items():
        if field in ("id", "custom"):
            continue
        provenance = paper.provenance.get(field.replace("-", "_").replace("author", "authors"))
        source = f"   [{provenance.source}]" if provenance else ""
        lines.append(f"  {field:16} {shown(_value(value))}{source}")
    for version in paper.versions:
        names = " ".join(map(str, version.identifiers))
        lines.append(f"  {version.stage.value:16} {shown(names)}")
    lines += [f"  {n.kind:16} {shown(n.doi or n.text)}" for n in paper.work.notices]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(
            " ".join(
                filter(None, (p.get("given"), p.get("family"), p.get("suffix"), p.get("literal")))
            )
            for p in value
        )
    if isinstance(value, dict):
        return "-".join(f"{part:02}" for part in value["date-parts"][0])
    return str(value)
