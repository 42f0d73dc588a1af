"""`errata fix`: the report, and what follows from it written back.

An entry about which a service kept silent is left as it is; so is its record.
"""

import argparse
from collections.abc import Sequence
from pathlib import PurePath

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import present, say_unsaid
from pipeline.cli.streams import give
from pipeline.edge.files import having
from pipeline.jobs.check import check_to_write, status
from pipeline.jobs.correct import acceptable, corrected, remaining, save
from pipeline.jobs.lists import STANDARD_INPUT, difference, lists
from pipeline.reports.plain import counted, listed
from pipeline.write.applying import Accepted


def fix(options: argparse.Namespace) -> int:
    """The status by what remains; with ``--dry-run`` by what was found."""
    settings = settings_of(options)
    run = check_to_write(lists(settings), settings, progress_of(options))
    accepted = Accepted.asked(
        options.accept, style=options.write_style, move=options.move, sort=options.sort
    )
    acceptable(accepted.ids, run.audit)
    done = corrected(run, accepted)
    if options.dry_run:
        give(difference(done.texts))
        say_unsaid(done.audit)
        return status(done.audit, settings)
    written, audit = save(run, done, settings)
    with having(written):
        give("".join(text.whole for text in done.texts if text.path == STANDARD_INPUT))
        presented = present(
            audit.but(notes=(*audit.notes, *_told(written, settings.records))), options
        )
    return status(remaining(presented), settings)


def _told(written: Sequence[str], records: str) -> tuple[str, ...]:
    """What was written: lists by name, records by number."""
    folder = PurePath(records)
    inside = [
        name for name in written
        if records and name.endswith(".json") and PurePath(name).parent == folder
    ]  # fmt: skip
    others = [name for name in written if name not in inside]
    number = (f"{counted(len(inside), 'record')} in {records}",) if inside else ()
    text = listed((*others, *number))
    return (f"Written: {text}." if text else "Nothing to write.",)
