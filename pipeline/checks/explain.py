"""The page behind a code: what it means, an example, what ``fix`` does, how to silence it.

The pages are ``pipeline/checks/explanations/<code>.md``, one for each code of
``pipeline/values/codes.py``.
"""

from difflib import get_close_matches
from importlib.resources import files

from pipeline.values.codes import BY_NAME


class UnknownCodeError(Exception):
    """There is no such code; the message names the nearest."""


def explain(code: str) -> str:
    """The page of that code, in Markdown, ending in a line end.

    Raises:
        UnknownCodeError: no finding has this code.

    """
    page = files("pipeline.checks").joinpath("explanations", f"{code_of(code)}.md")
    return page.read_text(encoding="utf-8")


def code_of(text: str) -> str:
    """The code as it is written: "Venue_Differs" is "venue-differs".

    Raises:
        UnknownCodeError: no finding has this code.

    """
    name = text.strip().lower().replace("_", "-")
    if name not in BY_NAME:
        raise UnknownCodeError(_unknown(name))
    return name


def _unknown(name: str) -> str:
    near = get_close_matches(name, BY_NAME, n=3, cutoff=0.5)
    meant = f"did you mean {' or '.join(near)}?" if near else "errata explain lists them all."
    return f"no finding has the code “{name[:60]}”; {meant}"
