"""The planted entries as a Markdown list and as a .bib file."""

import re
from collections.abc import Callable, Sequence
from random import Random

from pipeline.compare.titles import key
from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Author
from tests.benchmarks.accuracy.draft import Draft, Planted, initials


class Written(Value):
    """A list and where its entries stand."""

    path: str
    text: str
    lines: tuple[int, ...]
    """The first line of each entry, 1-based."""
    planted: tuple[Planted, ...]
    """The entries with what their layout shows of them."""


def name(author: Author, manner: str) -> str:
    """An author as the reader of a list sees it."""
    family = f"{author.family} {author.suffix}".strip()
    if manner == "vancouver":
        return f"{family} {initials(author.given, '')}".strip()
    if manner == "initials":
        return f"{initials(author.given, ' ')} {family}".strip()
    return f"{author.given} {family}".strip()


def byline(draft: Draft, last: str) -> str:
    """The authors, the last joined by ``last``."""
    names = [name(author, draft.manner) for author in draft.names]
    if draft.et_al:
        return ", ".join(names) + (" et al." if len(names) == 1 else ", et al.")
    return ", ".join(names[:-1]) + last + names[-1] if len(names) > 1 else names[0]


def _url(draft: Draft) -> str:
    return f"<{draft.link}>" if re.search(r"[()\s]", draft.link) else draft.link


def _bold(draft: Draft) -> str:
    people = byline(draft, ", ")
    return f"- **{draft.title}.** {people}. **{draft.venue}**. [[Link]]({_url(draft)})"


def _linked(draft: Draft) -> str:
    people = byline(draft, " and ")
    return f"- [{draft.title}]({_url(draft)}), {people}, *{draft.venue}*, {draft.year}"


def _cited(draft: Draft) -> str:
    people = byline(draft, " & ")
    return f"1. {people} ({draft.year}). {draft.title}. *{draft.venue}*. [pdf]({_url(draft)})"


def _row(draft: Draft) -> str:
    people = byline(draft, ", ")
    return f"| [{draft.title}]({_url(draft)}) | {people} | {draft.venue} | {draft.year} |"


def _below(draft: Draft) -> str:
    people = byline(draft, ", ")
    return f"- **[{draft.title}]({_url(draft)})**\n  {people}\n  *{draft.venue}*, {draft.year}"


LAYOUTS: tuple[tuple[str, str, Callable[[Draft], str]], ...] = (
    ("year", "", _bold), ("", "", _linked), ("", "", _cited), ("", "", _below),
    ("", "| Paper | Authors | Venue | Year |\n|---|---|---|---|\n", _row),
)  # fmt: skip
"""(field that is not said, what stands above the entries, how one is written)."""


def markdown(planted: Sequence[Planted], seed: int) -> Written:
    """A list whose sections are laid out in different ways."""
    chance = Random(seed)  # noqa: S311  drawn by seed
    text, lines, shown, part = "# A reading list\n", [], [], 0
    rest = list(planted)
    while rest:
        part += 1
        unsaid, head, spell = chance.choice(LAYOUTS)
        size = chance.randrange(8, 16)
        text += f"\n## Part {part}\n\n{head}"
        for one in rest[:size]:
            lines.append(text.count("\n") + 1)
            text += spell(one.draft) + "\n"
            shown.append(one.without(unsaid))
        rest = rest[size:]
    return Written(path="list.md", text=text, lines=tuple(lines), planted=tuple(shown))


def bibtex(planted: Sequence[Planted], seed: int) -> Written:
    """The same entries as a .bib file."""
    chance = Random(seed)  # noqa: S311  drawn by seed
    text, lines = "", []
    for number, one in enumerate(planted, 1):
        lines.append(text.count("\n") + 1)
        text += _record(one.draft, number, chance) + "\n"
    return Written(path="list.bib", text=text, lines=tuple(lines), planted=tuple(planted))


def _record(draft: Draft, number: int, chance: Random) -> str:
    people = " and ".join(_sorted_name(author, draft.manner) for author in draft.names)
    fields = {
        "title": draft.title, "author": people + (" and others" if draft.et_al else ""),
        "journal": draft.venue, "year": str(draft.year),
    }  # fmt: skip
    escaped = {k: re.sub(r"([&%#])", r"\\\1", v) for k, v in fields.items()} | _links(draft, chance)
    body = "".join(f"  {field} = {{{value}}},\n" for field, value in escaped.items())
    family = key(draft.names[0].last)
    return f"@article{{{family}{draft.year}n{number},\n{body}}}\n"


def _sorted_name(author: Author, manner: str) -> str:
    given = author.given if manner == "full" else initials(author.given, " ")
    return ", ".join(part for part in (author.family, author.suffix, given) if part)


def _links(draft: Draft, chance: Random) -> dict[str, str]:
    doi = re.search(r"doi\.org/(10\..+)", draft.link)
    arxiv = re.search(r"arxiv\.org/(?:abs|pdf)/(.+?)(?:\.pdf)?$", draft.link)
    if doi and chance.random() < 0.8:
        return {"doi": doi[1]}
    if arxiv and chance.random() < 0.5:
        return {"eprint": arxiv[1], "archivePrefix": "arXiv"}
    return {"url": draft.link} if draft.link else {}


FORMATS: dict[str, Callable[[Sequence[Planted], int], Written]] = {
    "md": markdown, "bib": bibtex,
}  # fmt: skip
