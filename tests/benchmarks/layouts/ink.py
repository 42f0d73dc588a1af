"""How a kind of text marks bold, italic, code and links; and what is put around a field."""

from pipeline.values.text import Value


class Ink(Value):
    """The marks of one kind of text; "…" is what is marked, "@" the address."""

    name: str
    ending: str
    bold: str = "…"
    italic: str = "…"
    code: str = "…"
    link: str = "…"
    bare: str = "@"
    line: str = "\n"
    """Ends a line within an item."""


MARKDOWN = Ink(
    name="markdown", ending="md", bold="**…**", italic="*…*", code="`…`", link="[…](@)",
    bare="<@>",
)  # fmt: skip
UNDERLINED = MARKDOWN.but(name="underlined", bold="__…__", italic="_…_", line="  \n")
HTML = Ink(
    name="html", ending="md", bold="<b>…</b>", italic="<i>…</i>", code="<code>…</code>",
    link='<a href="@">…</a>', bare='<a href="@">@</a>', line="<br>\n",
)  # fmt: skip
LONG_HTML = HTML.but(
    name="long-html", bold="<strong>…</strong>", italic="<em>…</em>", code="<kbd>…</kbd>",
    link='<a href="@" target="_blank">…</a>',
)  # fmt: skip
RST = Ink(
    name="rst", ending="rst", bold="**…**", italic="*…*", code="``…``", link="`… <@>`__"
)  # fmt: skip
NAMED_RST = RST.but(name="named-rst", link="`… <@>`_")
ORG = Ink(
    name="org", ending="org", bold="*…*", italic="/…/", code="=…=", link="[[@][…]]", bare="[[@]]"
)  # fmt: skip
PLAIN = Ink(name="plain", ending="txt", link="… <@>")
SPARE = PLAIN.but(name="spare", link="… @")


def dressed(text: str, marks: tuple[str, ...], ink: Ink, url: str = "") -> str:
    """The text with the marks around it, the innermost first.

    A mark is "bold", "italic", "code", "link", or something with "…" in it. Where the kind of text
    nests no marks, the link is the one that stays.
    """
    flat = ink.ending == "rst" and "link" in marks
    for mark in marks:
        if (flat and mark in ("bold", "italic", "code")) or not _fits(mark, ink):
            continue
        text = _marked(text, mark, ink, url)
    return text


def _fits(mark: str, ink: Ink) -> bool:
    """Whether a mark means something in this kind of text."""
    if any(sign in mark for sign in ("**", "](", "`")):
        return ink.link.startswith("[…]")
    return ink.ending == "md" or not any(sign in mark for sign in ("<", "&"))


def _marked(text: str, mark: str, ink: Ink, url: str) -> str:
    if mark == "link":
        return ink.link.replace("@", address(url, ink)).replace("…", text) if url else text
    form = {"bold": ink.bold, "italic": ink.italic, "code": ink.code}.get(mark, mark)
    return form.replace("@", url).replace("…", text)


def address(url: str, ink: Ink) -> str:
    """The address as it may stand in a link."""
    if ink.link.startswith("[…]") and any(char in url for char in "() "):
        return f"<{url}>"
    return url.replace("&", "&amp;") if "href" in ink.link else url
