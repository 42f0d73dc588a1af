"""The arguments of ``errata cache``."""

import argparse

from pipeline.cli.arguments.shared import Commands, asking, lists, new_command


def arguments(commands: Commands) -> None:
    """Make them part of the command line."""
    command = new_command(
        commands,
        "cache",
        "the answers that are kept: show how many, delete them, fetch more",
        "errata cache info\nerrata cache clear\nerrata cache warm README.md",
    )
    command.add_argument(
        "action", choices=("info", "clear", "warm"), help="show, delete, or fetch what a list needs"
    )
    lists(command)
    asking(command)
    command.add_argument(
        "--snapshot",
        metavar="DIR",
        help="with warm: also write the answers to this folder as readable text",
    )
    command.add_argument("--quiet", action="store_true", help="no progress")
    command.add_argument("--no-color", action="store_true", help=argparse.SUPPRESS)
