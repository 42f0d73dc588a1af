"""Lines of untrusted text as a block of code: no mention, link or heading comes alive in it."""

from collections.abc import Sequence

from pipeline.reports.plain import shown


def block(lines: Sequence[str], kind: str = "text") -> str:
    """The block; empty if the lines are. What is invisible is shown, blanks stay as they are."""
    text = "\n".join(" ".join(map(shown, line.split(" "))) for line in lines)
    if not text.strip():
        return ""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{kind}\n{text}\n{fence}"
