"""The records as one CSL-JSON array, without what is ours: for pandoc, Zotero, citeproc."""

import json
from collections.abc import Sequence
from typing import Any

from pipeline.papers.record_file import to_csl
from pipeline.values.record import Paper

NAME = "csl-json"


def render(papers: Sequence[Paper]) -> str:
    """The array, two-space indent, final newline."""
    items = [_without_ours(paper) for paper in papers]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


def _without_ours(paper: Paper) -> dict[str, Any]:
    return {name: value for name, value in to_csl(paper).items() if name != "custom"}


def item(paper: Paper, url: str = "") -> str:
    """One item, for a file of others; ``url`` instead of the record's address."""
    csl = _without_ours(paper) | ({"URL": url} if url else {})
    return json.dumps(csl, indent=2, ensure_ascii=False)
