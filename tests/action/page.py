"""What Markdown becomes of a text that we send to GitHub."""

from markdown_it import MarkdownIt
from markdown_it.token import Token


def _tokens(text: str) -> list[Token]:
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [inner for token in found for inner in (token, *(token.children or ()))]


def alive(text: str) -> list[str]:
    """The pictures and pieces of HTML in it, and the links to where we never link."""
    found = []
    for token in _tokens(text):
        target = str(token.attrGet("href") or "")
        ours = token.content.startswith(OURS)
        if token.type in ("image", "html_inline", "html_block") and not ours:
            found.append(token.content)
        elif token.type == "link_open" and "evil" in target:
            found.append(target)
    return found


OURS = ("<!-- errata: ", "<details><summary>", "</details>", "<sub>", "</sub>")


def prose(text: str) -> str:
    """Its words but for those in code: there a filter of GitHub finds mentions and issues."""
    return "\n".join(token.content for token in _tokens(text) if token.type == "text")
