"""Values in the lines of a YAML file: quoted, so that no text can be taken for anything else."""

import json

from pipeline.exports.facts import line


def quoted(text: str) -> str:
    """The text on one line in double quotes; every string of JSON is one of YAML."""
    return json.dumps(line(text), ensure_ascii=False)
