"""`errata cache`: the answers kept, what there is of them, none of them, or all that lists need."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from pipeline import formats
from pipeline.cli.options import progress_of, settings_of
from pipeline.cli.present import say_broken
from pipeline.edge import snapshot
from pipeline.edge.ask import Desk
from pipeline.edge.cache import FOLDER, Answers
from pipeline.edge.files import UserError
from pipeline.jobs.desk import desk_of, pages_of
from pipeline.jobs.lists import lists
from pipeline.reports.plain import shown
from pipeline.resolve.outside import Outside
from pipeline.run import learnt
from pipeline.values.exits import BUG, FINE, SILENT
from pipeline.values.question import Answer, Question
from pipeline.values.settings import Settings


def cache(options: argparse.Namespace) -> int:
    """0; after ``warm`` 3 if a service did not answer, 70 our bug."""
    settings = settings_of(options)
    if options.action == "warm":
        return _warm(options, settings)
    kept = Answers(Path(settings.cache) / FOLDER, lambda text: print(text, file=sys.stderr))
    try:
        if options.action == "clear":
            print(f"{kept.clear()} answers removed from {settings.cache}.")
        else:
            _info(kept, settings)
    finally:
        kept.close()
    return 0


def _info(kept: Answers, settings: Settings) -> None:
    number = kept.count() if kept.exist() else 0
    print(f"{settings.cache}: {number} answers kept")
    shipped = snapshot.Snapshot(Path(settings.cache) / "snapshot", lambda _: None).day()
    if shipped:
        print(f"{settings.cache}/snapshot: answers of {shipped}, for when there is no network")


def _warm(options: argparse.Namespace, settings: Settings) -> int:
    """Everything that the lists need is asked and kept; with ``--snapshot`` written as text too."""
    readings = [formats.read(source.document) for source in lists(settings)]
    asked: set[Question] = set()
    progress = progress_of(options)
    with progress, desk_of(settings, progress) as desk:

        def ask(questions: frozenset[Question]) -> Mapping[Question, Answer]:
            asked.update(questions)
            return desk.heard(questions)

        outside = Outside(ask, look=pages_of(settings), besides=ask)
        situations = learnt(readings, outside, settings).heard
        silent = any(situation.match.unavailable for situation in situations)
        if options.snapshot and not silent:
            _write(Path(options.snapshot), desk, asked)
    if options.snapshot and silent:
        raise UserError("A service did not answer, so no snapshot was written. Try again later.")
    print(f"{len(asked)} questions about {len(situations)} entries are answered and kept.")
    pairs = ((situation.entry, situation) for situation in situations)
    if say_broken((f"{shown(e.path)}:{e.line}", s.failure) for e, s in pairs if s.failure):
        return BUG
    return SILENT if silent else FINE


def _write(folder: Path, desk: Desk, asked: set[Question]) -> None:
    try:
        for path in snapshot.save(folder, desk.kept(asked)):
            print(path)
    except OSError as error:
        raise UserError(
            f"{folder} cannot be written: {error.strerror}. Name another folder."
        ) from error
