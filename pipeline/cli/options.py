"""Arguments into settings."""

import argparse
import sys
from typing import Any

from pipeline.edge import configuration
from pipeline.edge.files import Source
from pipeline.edge.progress import Progress
from pipeline.jobs.lists import lists
from pipeline.values.settings import Ignore, Settings


def settings_of(options: argparse.Namespace) -> Settings:
    """Files, environment and options as one."""
    names = (
        "records", "cache", "mailto", "fail_on", "offline", "refresh", "max_requests", "max_time_s",
    )  # fmt: skip
    given: dict[str, Any] = {name: getattr(options, name, None) for name in names}
    given["only"] = tuple(getattr(options, "only", None) or ()) or None
    found = configuration.settings(given)
    ignored = tuple(getattr(options, "ignore", None) or ())
    if ignored:
        found = configuration.checked(found.but(ignore=(*found.ignore, Ignore(codes=ignored))))
    return found


def sources_of(options: argparse.Namespace, settings: Settings) -> list[Source]:
    """The lists named, or those of the settings."""
    return lists(options.lists, settings)


def progress_of(options: argparse.Namespace) -> Progress:
    """What is shown while services are asked."""
    return Progress(sys.stderr, quiet=options.quiet)
