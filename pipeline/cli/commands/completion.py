"""`errata completion`: a script for the shell."""

import argparse

from pipeline.cli.completion import script
from pipeline.cli.parser import parser


def completion(options: argparse.Namespace) -> int:
    """0."""
    print(script(options.shell, parser()), end="")
    return 0
