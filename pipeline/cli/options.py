"""Arguments into settings: an option whose name is a setting's is that setting."""

import argparse
import sys

from pipeline.edge import configuration
from pipeline.edge.progress import Progress
from pipeline.values.settings import Settings


def settings_of(options: argparse.Namespace) -> Settings:
    """Files, environment and options as one."""
    given = {name: getattr(options, name, None) for name in Settings.model_fields}
    return configuration.settings({name: value for name, value in given.items() if value != []})


def progress_of(options: argparse.Namespace) -> Progress:
    """What is shown while services are asked."""
    return Progress(sys.stderr, quiet=options.quiet)
