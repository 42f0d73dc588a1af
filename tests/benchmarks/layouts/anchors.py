"""Links of an item: how each is written, and how they are joined."""

from pipeline.values.text import Value
from tests.benchmarks.layouts.choices import Chooser, Dimension, only
from tests.benchmarks.layouts.ink import Ink, address
from tests.benchmarks.layouts.truth import Work
from tests.benchmarks.layouts.words import LABELS

ANCHORS = Dimension("link", {
    "[[l](u)]": "[[…](@)]", "[[l]](u)": "[[…]](@)", "[l](u)": "[…](@)", "([l](u))": "([…](@))",
    "l: u": "…: @", "[l]: u": "[…]: @", "<u>": "<@>", "u": "@", "(u)": "(@)",
    "badge": "[![…](https://img.shields.io/badge/…-read-red)](@)", "**[l](u)**": "**[…](@)**",
    "<a>": '<a href="@">…</a>',
    "<a><img>": '<a href="@"><img src="https://b.example/i.svg" alt="…"></a>',
    "\\[[l](u)\\]": "\\[[…](@)\\]", "【[l](u)】": "【[…](@)】", "[l] (u)": "[…] (@)",
    "*[l](u)*": "*[…](@)*", "[`l`](u)": "[`…`](@)", "l：u": "…：@", "l [u](u)": "… [@](@)",
    "[(l)](u)": "[(…)](@)", "{[l](u)}": "{[…](@)}", "[**l**](u)": "[**…**](@)",
    "[[**l**](u)]": "[[**…**](@)]",
    "→ [l](u)": "→ […](@)", "[l][ref]": "[…][ref]", "<sub>": "<sub>[…](@)</sub>",
    "[u](u)": "[@](@)",
    "l <u>": "… <@>", "[:link:](u)": "[:link:](@)", '[link](u "l")': '[link](@ "…")',
}, common=("[[l](u)]", "[[l]](u)", "[l](u)"))  # fmt: skip
"""For Markdown; "…" is the label, "@" the address."""

PLAINER = Dimension("link (rst, org, text)", {
    "l": "L", "[l]": "[L]", "(l)": "(L)", "l: u": "…: @", "u": "@", "(u)": "(@)", "<u>": "<@>",
    "[l] u": "[…] @", "{l}": "{L}", "→ l": "→ L", "l - u": "… - @", "» l": "» L",
})  # fmt: skip
"""For other texts; "L" is a link with its label."""

BETWEEN = Dimension("between links", {
    "a b": " ", "a, b": ", ", "a | b": " | ", "a / b": " / ", "ab": "", "a · b": " · ",
    "a; b": "; ",
    "a &nbsp; b": " &nbsp; ", "a - b": " - ", "a and b": " and ",
}, common=("a b", "a | b"))  # fmt: skip

EXTRAS = Dimension("links besides", {
    "none": 0, "code": 1, "code and page": 2, "some": -1,
}, common=("none",), shared=("none", "code", "code and page", "some"))  # fmt: skip

HOSTS = ("https://github.com/moss-lab/item{n}", "https://moss-lab.github.io/item{n}")


class Linked(Value):
    """The links of an item as written."""

    text: str = ""
    each: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    below: str = ""
    """Definitions that stand at the end of the list."""


def links(work: Work, draws: Chooser, ink: Ink, *, paper: bool) -> Linked:
    """The link to the paper, if it has not been given, and those besides."""
    labels = draws.pick(LABELS)
    told = [(labels[0], work.url)] if paper else []
    count = draws.pick(EXTRAS)
    count = work.number % 3 if count < 0 else count
    extras = [host.format(n=work.number) for host in HOSTS[:count]]
    told += zip(labels[1:], extras, strict=False)
    if not told:
        return Linked()
    texts = [one(label, url, draws, ink) for label, url in told]
    below = "".join(
        f"[{work.number}-{place}]: {url}\n" for place, (_, url) in enumerate(told)
        if ink.name == "markdown" and draws.name(ANCHORS) == "[l][ref]"
    )  # fmt: skip
    texts = [text.replace("[ref]", f"[{work.number}-{n}]") for n, text in enumerate(texts)]
    urls = tuple(url for _, url in told)
    return Linked(text=_joined(texts, draws), each=tuple(texts), urls=urls, below=below)


def _joined(texts: list[str], draws: Chooser) -> str:
    if len(texts) == 1:
        return texts[0]
    between = draws.pick(BETWEEN)
    open_ended = any(text[-1].isalnum() for text in texts)
    return (" " if open_ended and between[:1] != " " else between).join(texts)


def one(label: str, url: str, draws: Chooser, ink: Ink) -> str:
    """A link as the layout writes it."""
    if ink.ending != "md":
        form = draws.pick(PLAINER).replace("L", ink.link)
    elif "href" in ink.link:
        form = draws.pick(ANCHORS, only(ANCHORS.options, lambda form: "](" not in form))
        form = form if "href" in form else ink.link
    else:
        form = draws.pick(ANCHORS)
    place = url if form.startswith(("@", "<@", "(@")) or ": @" in form else address(url, ink)
    return form.replace("@", place).replace("…", label)
