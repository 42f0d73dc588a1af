"""A refusal as a table of the settings file."""

from pipeline.values.settings import Ignore
from pipeline.values.toml import string


def spelt(ignore: Ignore, name: str) -> str:
    """The table in TOML; text from lists is data in it whatever it holds."""
    fields = {"code": ignore.codes[0], "list": ignore.list, "entry": ignore.entry,
            "reason": ignore.reason}  # fmt: skip
    lines = [f"{key} = {string(value)}" for key, value in fields.items() if value]
    return f"[[{name}]]\n" + "\n".join(lines) + "\n"
