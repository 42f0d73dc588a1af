"""Errata for Python programs: ``from pipeline import check, fix, add``.

The same stages as the command line, values in place of reports, exceptions in place of statuses.
"""

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from pipeline.edge import configuration
from pipeline.edge.progress import unseen
from pipeline.jobs import add as adding
from pipeline.jobs import check as checking
from pipeline.jobs.basket import Result, Wish
from pipeline.jobs.correct import corrected, save
from pipeline.jobs.lists import lists
from pipeline.values.audit import Audit
from pipeline.values.settings import Settings
from pipeline.values.text import Value
from pipeline.write.applying import Accepted

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
    chosen = _chosen(paths, settings)
    return _run(chosen, watching=chosen.watches).audit


def fix(
    paths: Paths = (),
    *,
    dry_run: bool = False,
    accept: Iterable[str] = (),
    style: bool = False,
    **settings: Any,  # noqa: ANN401
) -> Fixed:
    """The lists and records corrected where that is sure; with ``dry_run`` nothing is written.

    ``accept`` are ids or codes of findings to write besides, ``style`` writes style ones too.

    Raises:
        UserError: a list that cannot be read or written, a setting that does not exist.

    """
    chosen = _chosen(paths, settings)
    run = checking.check_to_write(lists(chosen), chosen, unseen())
    done = corrected(run, Accepted.asked(accept, style=style))
    after = {text.path: text.text for text in done.texts if text.changes}
    if dry_run:
        return Fixed(audit=run.audit, texts=after)
    files, audit = save(run, done, chosen)
    return Fixed(audit=audit, texts=after, written=tuple(files))


def add(
    works: str | Iterable[str],
    *,
    to: str | PathLike[str] = "",
    section: str = "",
    title: str = "",
    dry_run: bool = False,
    **settings: Any,  # noqa: ANN401
) -> tuple[Result, ...]:
    """What became of each address, DOI, arXiv id, PMID or title that was to be added to a list.

    Nothing is written if a service did not answer: every outcome is then ``not-verified``.

    Raises:
        UserError: a list that cannot be read or written, a section that does not exist.

    """
    chosen = configuration.settings(settings)
    wanted = (works,) if isinstance(works, str) else tuple(works)
    wish = Wish(works=wanted, to=str(to), section=section, titles=(title,) if title else ())
    basket = adding.add(wish, chosen, unseen())
    if not dry_run:
        basket, _ = basket.saved(chosen)
    return basket.results


def _chosen(paths: Paths, settings: dict[str, Any]) -> Settings:
    """The settings of a call; the lists that it names go over those of the settings."""
    named = [paths] if isinstance(paths, str | PathLike) else list(paths)
    if named:
        settings = settings | {"lists": tuple(map(str, named))}
    return configuration.settings(settings)


def _run(settings: Settings, *, watching: bool = False) -> checking.Run:
    return checking.check(lists(settings), settings, unseen(), watching=watching)
