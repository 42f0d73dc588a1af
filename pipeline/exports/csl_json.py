"""The records as one CSL-JSON array, without what is ours: for pandoc, Zotero, citeproc."""

import json
from collections.abc import Sequence

from pipeline.model import Paper
from pipeline.records import to_csl

NAME = "csl-json"


def render(papers: Sequence[Paper]) -> str:
    """The array, two-space indent, final newline."""
    items = [
        {name: value for name, value in to_csl(paper).items() if name != "custom"}
        for paper in papers
    ]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"
