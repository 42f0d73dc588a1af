"""`errata schema`: a published JSON schema."""

import argparse
import json

from pipeline.cli.streams import give
from pipeline.reports import schema as published


def schema(options: argparse.Namespace) -> int:
    """0."""
    give(json.dumps(published.schema(options.name), indent=2, ensure_ascii=False) + "\n")
    return 0
