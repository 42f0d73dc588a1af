"""Errata for Python programs: ``from pipeline import check, fix, add``.

The same stages as the command line, values in place of reports, exceptions in place of statuses.
"""

import argparse
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from pipeline.cli.add import Result, basket_of
from pipeline.cli.commands import Run, run_on
from pipeline.cli.lists import write_list
from pipeline.edge import configuration
from pipeline.edge.files import UserError, read_list, write_records
from pipeline.values.audit import Audit
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.rewriting import Accepted, rewritten

Paths = str | PathLike[str] | Iterable[str | PathLike[str]]


class Fixed(Value):
    """What ``fix`` found, and what it wrote or would write."""

    audit: Audit
    texts: Mapping[str, str]
    """List -> its text afterwards, for the lists that change."""
    written: tuple[str, ...] = ()
    """Files that were written: lists and records; empty after a dry run."""


def check(paths: Paths = (), **settings: Any) -> Audit:  # noqa: ANN401  fields of Settings
    """What is wrong in these lists; without any, in those of the settings. Nothing is written.

    ``settings`` are fields of ``pipeline.values.settings.Settings`` and win over files and
    environment: ``offline=True``, ``mailto="you@example.org"``, ``records="papers"``.

    Raises:
        UserError: a list that cannot be read, a setting that does not exist.

    """
    return _run(paths, configuration.settings(settings)).audit


def fix(
    paths: Paths = (),
    *,
    dry_run: bool = False,
    accept: Iterable[str] = (),
    style: bool = False,
    **settings: Any,  # noqa: ANN401
) -> Fixed:
    """The lists and records corrected where that is sure; with ``dry_run`` nothing is written.

    ``accept`` are ids of findings to write besides, ``style`` writes style corrections too.

    Raises:
        UserError: a list that cannot be read or written, a setting that does not exist.

    """
    found = configuration.settings(settings)
    done = _run(paths, found)
    accepted = Accepted(ids=frozenset(accept), style=style)
    pairs = [
        (source, rewritten(reading, done.audit.audited, accepted))
        for source, reading in zip(done.sources, done.audit.readings, strict=True)
    ]
    changed = [(s, text) for s, text in pairs if text != s.document.text]
    texts = {source.document.path: text for source, text in changed}
    if dry_run:
        return Fixed(audit=done.audit, texts=texts)
    written = write_records(found.records, done.library, done.before)
    written += [write_list(source, text) for source, text in changed]
    return Fixed(audit=done.audit, texts=texts, written=tuple(written))


def add(
    works: str | Iterable[str],
    *,
    to: str | PathLike[str] = "",
    section: str = "",
    dry_run: bool = False,
    **settings: Any,  # noqa: ANN401
) -> tuple[Result, ...]:
    """What became of each address, DOI, arXiv id, PMID or title that was to be added to a list.

    Nothing is written if a service did not answer: every outcome is then ``not-verified``.

    Raises:
        UserError: a list that cannot be read or written, a section that does not exist.

    """
    found = configuration.settings(settings)
    asked = [works] if isinstance(works, str) else list(works)
    basket = basket_of(asked, str(to), section, found, quiet=True)
    if not dry_run:
        basket.write(found)
    return basket.results


def _run(paths: Paths, found: Settings) -> Run:
    named = [paths] if isinstance(paths, str | PathLike) else list(paths)
    names = list(dict.fromkeys(map(str, named))) or list(found.lists)
    if not names:
        raise UserError("No list is named, and `lists` is not set.")
    return run_on([read_list(name) for name in names], argparse.Namespace(quiet=True), found)
