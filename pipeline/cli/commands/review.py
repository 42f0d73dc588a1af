"""`errata review`: the findings gone through in a terminal, the accepted ones written."""

import argparse
import os
import shutil
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import NARROWEST, WIDTH, say_failed
from pipeline.edge.configuration import FILE
from pipeline.edge.files import UserError
from pipeline.edge.put_off import keep_put_off, put_off
from pipeline.edge.remembering import forget, remember
from pipeline.jobs.check import check_to_write, status
from pipeline.jobs.correct import corrected, remaining, save
from pipeline.jobs.lists import STANDARD_INPUT, lists
from pipeline.reports import text
from pipeline.reports.plain import cut, shown
from pipeline.reports.review import Talk
from pipeline.reports.review import review as reviewed
from pipeline.values.audit import Audited
from pipeline.values.finding import Finding
from pipeline.values.settings import Ignore
from pipeline.values.shell import words
from pipeline.write.applying import Accepted

MOST_RAW, LONGEST_RAW = 12, 1_000
"""Lines of an entry, and characters of one, that are shown as the list has them."""

MOST_OPENED = 4
"""Pages of evidence that are opened at once."""


def review(options: argparse.Namespace) -> int:
    """The status by what remains; accepted corrections and the records are written at the end."""
    settings = settings_of(options)
    if STANDARD_INPUT in settings.lists:
        raise UserError("`errata review` writes to the list, so name a file.")
    if not sys.stdin.isatty():
        names = words(settings.lists) or "LIST"
        raise UserError(
            f"`errata review` asks in a terminal. Without one use `errata check {names}`, and "
            f"`errata fix {names} --accept ID`."
        )
    run = check_to_write(lists(settings), settings, progress_of(options))
    texts = {reading.document.path: reading.text for reading in run.audit.readings}
    decided = reviewed(run.audit, _talk(options, texts), put_off(settings.cache))
    keep_put_off(settings.cache, decided.put_off)
    accepted = Accepted(ids=decided.accepted, automatic=False)
    done = corrected(run, accepted)
    written, audit = save(run, done, settings) if decided.accepted else ([], done.audit)
    print(
        f"{len(decided.accepted)} accepted, {len(decided.refused)} refused, "
        f"{decided.skipped} left. {_told(written)}"
    )
    for note in audit.notes[len(run.audit.notes) :]:
        print(note)
    say_failed(audit)
    return status(remaining(audit, decided.refused), settings)


def _told(written: Sequence[str]) -> str:
    return f"Written: {', '.join(written)}." if written else "Nothing was written."


def _talk(options: argparse.Namespace, texts: Mapping[str, str]) -> Talk:
    colour = sys.stdout.isatty() and not options.no_color and not os.environ.get("NO_COLOR")
    width = max(NARROWEST, shutil.get_terminal_size((WIDTH, 24)).columns)

    def show(audited: Audited, finding: Finding) -> None:
        alone = audited.but(findings=(finding,))
        print(text.entry(alone, colour=colour, width=width, offers=False))
        print(_raw(audited, texts))

    taking_back = partial(_forget, there=Path(FILE).exists())
    return Talk(
        ask=_ask, say=print, show=show, open=_open, remember=_remember, forget=taking_back
    )  # fmt: skip


def _raw(audited: Audited, texts: Mapping[str, str]) -> str:
    """The lines of the entry as the list has them."""
    entry = audited.entry
    lines = texts.get(entry.path, "").split("\n")[entry.line - 1 : entry.end_line]
    return "\n".join(f"    | {shown(cut(line, LONGEST_RAW))}" for line in lines[:MOST_RAW])


def _ask(prompt: str) -> str | None:
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):  # what was answered before is written, as after "quit"
        return None


def _open(urls: Sequence[str]) -> None:
    for url in urls[:MOST_OPENED]:
        webbrowser.open(url)


def _remember(ignore: Ignore) -> None:
    print(f"Remembered in {remember(ignore)}.")


def _forget(ignore: Ignore, *, there: bool) -> None:
    name = forget(ignore, keep=there)
    print(f"Taken out of {name} again." if name else "The refusal stays in the settings.")
