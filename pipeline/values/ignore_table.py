"""A refusal as a table of the settings file."""

import json
import re

from pipeline.values.settings import Ignore

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def spelt(ignore: Ignore, name: str) -> str:
    """The table in TOML; text from lists is data in it whatever it holds."""
    told = {"code": ignore.codes[0], "list": ignore.list, "entry": ignore.entry,
            "reason": ignore.reason}  # fmt: skip
    lines = [f"{key} = {_string(value)}" for key, value in told.items() if value]
    return f"[[{name}]]\n" + "\n".join(lines) + "\n"


def _string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, and control characters are left out."""
    return json.dumps(_CONTROL.sub(" ", text), ensure_ascii=False)
