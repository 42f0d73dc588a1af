"""`errata add`: complete entries from addresses, DOIs, arXiv ids, PMIDs or titles."""

import argparse
import json
import sys
from collections.abc import Sequence

from pipeline.cli.commands.meeting import chosen
from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.streams import give
from pipeline.edge.files import UserError, having
from pipeline.jobs import add as job
from pipeline.jobs.basket import Result, Wish
from pipeline.jobs.lists import STANDARD_INPUT, difference
from pipeline.reports.plain import shown
from pipeline.values.exits import BUG, SILENT


def add(options: argparse.Namespace) -> int:
    """0 if everything was added, 1 if something was not, 3 if a service was silent, 70 our bug."""
    settings = settings_of(options)
    wish = _wish(options)
    if isinstance(wish, int):
        return wish
    basket = job.add(wish, settings, progress_of(options))
    if options.dry_run and not basket.silent:
        give(difference([basket.text]))
        _refused(basket.results)
    else:
        basket, written = basket.saved(settings)
        with having(written):
            if basket.text.path == STANDARD_INPUT:
                give(basket.text.whole)
            _present(options, basket.results)
            sys.stdout.flush()
    if basket.silent:
        return SILENT
    outcomes = {result.outcome for result in basket.results}
    return BUG if "failed" in outcomes else int(bool(outcomes - {"added"}))


def _wish(options: argparse.Namespace) -> Wish | int:
    """What is asked for; an exit status if of a meeting's papers none is chosen.

    Raises:
        UserError: neither a work nor a meeting is named.

    """
    offers = chosen(options) if options.venue else ()
    if isinstance(offers, int):
        return offers
    if not options.venue:
        _no_meeting(options)
    works = (*options.urls, *(offer.address for offer in offers))
    titles = (*filter(None, (options.title,)), *(offer.work.title for offer in offers))
    return Wish(
        works=works, titles=titles, to=options.to or "", section=options.section or "",
        guess=options.guess,
    )  # fmt: skip


def _no_meeting(options: argparse.Namespace) -> None:
    if options.match or options.pick or options.yes:
        raise UserError("--match, --pick and --yes are of a meeting; name it with --venue.")
    if not options.urls:
        raise UserError("URL is missing. `errata add --help` has examples.")


def _present(options: argparse.Namespace, results: Sequence[Result]) -> None:
    if options.format == "json":
        _json(results)
        return
    for result in results:
        if result.outcome == "added":
            print(f"{shown(result.asked)}: {shown(result.message)}\n  {shown(result.entry)}")
    _refused(results)


def _refused(results: Sequence[Result]) -> None:
    for result in results:
        if result.outcome != "added":
            print(f"{shown(result.asked)}: {shown(result.message)}", file=sys.stderr)


def _json(results: Sequence[Result]) -> None:
    rows = [result.model_dump(mode="json") for result in results]
    report = {"schema": "errata-added/1", "results": rows}
    give(json.dumps(report, indent=2, ensure_ascii=False) + "\n")
