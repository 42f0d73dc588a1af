"""`errata add --venue`: the papers of a meeting shown, and those chosen that are to be added."""

import argparse
import json
import sys

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.streams import give
from pipeline.edge.files import UserError
from pipeline.jobs.meeting import Meeting, Offer, meeting, picked
from pipeline.papers.reconcile import name
from pipeline.reports.plain import counted, shown
from pipeline.values.exits import FOUND, SILENT

MOST_NAMES = 3


def chosen(options: argparse.Namespace) -> tuple[Offer, ...] | int:
    """What is to be added; an exit status if that is nothing."""
    if options.urls or options.title:
        raise UserError("Give either addresses to add, or a meeting with --venue.")
    settings = settings_of(options)
    offered = meeting(
        options.venue, options.match, options.to or "", settings, progress_of(options)
    )
    if offered.silent:
        print(f"{offered.silent}. Nothing was written; try again later.", file=sys.stderr)
        return SILENT
    if not offered.offers:
        print(f"DBLP knows no such paper of {offered.name}.", file=sys.stderr)
        return FOUND
    pick = "all" if options.yes else options.pick
    if pick is None:
        _show(options, offered)
        pick = _asked() if options.format == "text" else ""
    offers = picked(offered, pick)
    if offers:
        return offers
    if pick.strip():
        every = f"every such paper of {offered.name} stands in the list already"
        print(f"Nothing new: {every}. Nothing was written.", file=sys.stderr)
    return 0


def _show(options: argparse.Namespace, offered: Meeting) -> None:
    if options.format == "json":
        give(json.dumps(_told(offered), indent=2, ensure_ascii=False) + "\n")
        return
    print(f"{offered.name}: {counted(len(offered.offers), 'paper')} with such a title.")
    for offer in offered.offers:
        place = f" (stands in {shown(offer.standing)})" if offer.standing else ""
        print(f"{offer.number:>3}. {shown(offer.work.title)}{place}")
        print(f"     {shown(_people(offer))}. {shown(offer.address)}")


def _people(offer: Offer) -> str:
    names = [*map(name, offer.work.authors)]
    more = " et al." if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more


def _told(offered: Meeting) -> dict[str, object]:
    offers = [
        {
            "number": offer.number, "title": offer.work.title, "venue": offer.work.container_title,
            "authors": [*map(name, offer.work.authors)],
            "url": offer.address, "standing": offer.standing,
        }
        for offer in offered.offers
    ]  # fmt: skip
    return {"schema": "errata-offered/1", "meeting": offered.name, "offers": offers}


def _asked() -> str:
    """What somebody at a terminal chooses; how to choose, if nobody is there."""
    if not sys.stdin.isatty():
        print("Nothing was written. Choose with --pick 1,3-5, or all that are new with --yes.")
        return ""
    try:
        return input("Add which? Numbers (1 3-5), all, or nothing: ")
    except EOFError:
        return ""
