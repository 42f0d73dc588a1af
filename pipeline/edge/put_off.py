"""The findings that a review put off, kept beside the answers: the next one asks of them last."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from pipeline.edge.contents import contents
from pipeline.edge.files import write

NAME = "put-off.json"

_ID = re.compile(r"[0-9a-f]{12}")


def put_off(cache: str) -> frozenset[str]:
    """Ids of findings; none if nothing was kept, or nothing of ours."""
    try:
        kept = json.loads(contents(Path(cache, NAME)))
        return frozenset(name for name in kept if _ID.fullmatch(name))
    except (OSError, ValueError, TypeError):
        return frozenset()


def keep_put_off(cache: str, ids: Iterable[str]) -> None:
    """Keep these and no others; without a folder of answers nothing is kept."""
    path = Path(cache, NAME)
    text = json.dumps(sorted(ids)) + "\n"
    if path.parent.is_dir() and (text != "[]\n" or path.exists()):
        write(path, text)
