"""Arguments into settings: an option whose name is a setting's is that setting."""

import argparse
import sys
import time

from pipeline.edge import configuration
from pipeline.edge.progress import Progress
from pipeline.edge.refused import Place
from pipeline.values.settings import Settings


def settings_of(options: argparse.Namespace) -> Settings:
    """Files, environment and options as one."""
    given = {name: getattr(options, name, None) for name in Settings.model_fields}
    chosen = {name: value for name, value in given.items() if value != []}
    settings = configuration.settings(chosen, named=_option)
    outputs = [*getattr(options, "report", ()), getattr(options, "badge", None)]
    if any(outputs):
        from pipeline.cli.outputs import may_be_written  # noqa: PLC0415  it knows every format

        may_be_written(filter(None, outputs), settings)
    return _in_time(settings, getattr(options, "began", None))


def _in_time(settings: Settings, began: float | None) -> Settings:
    """The settings with what is left of ``--max-time`` since the command was called."""
    if settings.max_time_s is None or began is None:
        return settings
    left = settings.max_time_s - (time.monotonic() - began)
    return settings.but(max_time_s=max(left, sys.float_info.min))


def _option(place: Place) -> str:
    """The option that gives a setting: ``--max-time`` gives ``max_time_s``."""
    return f"--{place[0]}".replace("_", "-").removesuffix("-s")


def progress_of(options: argparse.Namespace) -> Progress:
    """What is shown while services are asked."""
    return Progress(sys.stderr, quiet=options.quiet)
