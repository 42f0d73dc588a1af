"""Items as records of YAML."""

from tests.benchmarks.layouts.choices import Chooser, Dimension, listed
from tests.benchmarks.layouts.people import People
from tests.benchmarks.layouts.truth import Work

KEYS = Dimension("keys", {
    "title, authors, venue, year, url": ("title", "authors", "venue", "year", "url"),
    "title, author, journal, year, link": ("title", "author", "journal", "year", "link"),
    "name, authors, conference, date, paper": ("name", "authors", "conference", "date", "paper"),
    "Title, Authors, Venue, Year, URL": ("Title", "Authors", "Venue", "Year", "URL"),
    "url, year, title, authors, booktitle": ("title", "authors", "booktitle", "year", "url"),
    "paper_title, people, where, when, pdf": ("paper_title", "people", "where", "when", "pdf"),
    "title, authors, publication, published, href": ("title", "authors", "publication",
    "published", "href"),
    "title, by, source, year, doi": ("title", "by", "source", "year", "doi"),
}, common=("title, authors, venue, year, url",))  # fmt: skip

SCALARS = listed(
    "scalars", "plain", '"x"', "'x'", "> folded", ">- folded", "| block", common=("plain",)
)
LISTS = listed(
    "people in YAML",
    "one string",
    "a list",
    "a flow list",
    "mappings",
    common=("one string",),
)


def record(work: Work, people: People, draws: Chooser, *, nested: bool) -> str:
    """An item of YAML."""
    keys = draws.pick(KEYS)
    values = {
        keys[0]: _scalar(work.title, draws), keys[1]: _people(people, draws),
        keys[2]: f'"{work.venue}"',
        keys[3]: str(work.year), keys[4]: work.doi or work.url if keys[4] == "doi" else work.url,
    }  # fmt: skip
    order = (
        sorted(values, key=draws.name(KEYS).index) if draws.name(KEYS).startswith("url") else values
    )
    indent = "    " if nested else "  "
    lines = "\n".join(
        f"{key}:{values[key]}" if values[key][:1] == "\n" else f"{key}: {values[key]}"
        for key in order
    )
    body = lines.replace("\n", f"\n{indent}")
    return f"{indent[2:]}- {body}"


def _scalar(text: str, draws: Chooser) -> str:
    manner = draws.name(SCALARS)
    if manner in ("> folded", ">- folded"):
        half = text.find(" ", len(text) // 2)
        return f"{manner.split()[0]}\n  {text[:half]}\n  {text[half + 1 :]}"
    if manner == "| block":
        return f"|\n  {text}"
    if manner == "'x'":
        return "'" + text.replace("'", "''") + "'"
    quoted = manner == '"x"' or ": " in text or " #" in text or text[0] in "&*!|>'\"%@`[{"
    return '"' + text.replace('"', '\\"') + '"' if quoted else text


def _people(people: People, draws: Chooser) -> str:
    manner = draws.name(LISTS)
    if manner == "a list":
        return "\n  - " + "\n  - ".join(f'"{name}"' for name in people.names)
    if manner == "a flow list":
        return "[" + ", ".join(f'"{name}"' for name in people.names) + "]"
    if manner == "mappings":
        return "\n  - " + "\n  - ".join(f"name: {name}" for name in people.names)
    return f'"{people.text}"'
