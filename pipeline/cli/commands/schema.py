"""`errata schema`: a published JSON schema."""

import argparse
import json

from pipeline.reports import schema as published


def schema(options: argparse.Namespace) -> int:
    """0."""
    print(json.dumps(published.schema(options.name), indent=2, ensure_ascii=False))
    return 0
