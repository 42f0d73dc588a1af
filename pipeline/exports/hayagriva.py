"""The records for Typst: a bibliography file in YAML.

Source: "The Hayagriva YAML File Format": an entry is a key with its fields, the work that holds it
is its ``parent``; "Family, Given, Suffix", or the parts of a name each under its key.
"""

from collections.abc import Iterator, Sequence

from pipeline.exports.facts import address, line, number, people, preprint
from pipeline.exports.yaml_lines import quoted
from pipeline.values.record import Paper
from pipeline.values.work import PartialDate, Person

NAME = "hayagriva"
TYPES = {
    "article-journal": ("article", "periodical"), "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"), "paper-conference": ("article", "proceedings"),
    "chapter": ("chapter", "book"), "book": ("book", "anthology"), "thesis": ("thesis", "misc"),
    "report": ("report", "misc"), "dataset": ("repository", "misc"),
    "software": ("repository", "misc"), "webpage": ("web", "web"),
}  # fmt: skip
"""A kind of work -> its type, and that of what holds it."""


def render(papers: Sequence[Paper]) -> str:
    """An entry for each record, under its id."""
    return "".join(f"{text}\n" for paper in papers for text in _lines(paper))


def _lines(paper: Paper) -> Iterator[str]:
    work = paper.work
    kind, holder = TYPES.get(work.type, ("misc", "misc"))
    if preprint(paper):
        kind, holder = "article", "repository"
    yield f"{quoted(paper.id)}:"
    yield f"  type: {kind}"
    yield f"  title: {quoted(work.title)}"
    if work.authors:
        yield "  author:"
        yield from (f"    - {_name(person)}" for person in people(paper))
    if work.issued:
        yield f"  date: {_date(work.issued)}"
    if work.page:
        yield f"  page-range: {quoted(work.page)}"
    if address(paper):
        yield f"  url: {quoted(address(paper))}"
    numbers = {scheme: number(paper, scheme) for scheme in ("doi", "arxiv", "pmid", "pmcid")}
    yield from _group("serial-number", numbers, "  ")
    yield from _parent(paper, holder)


def _parent(paper: Paper, holder: str) -> Iterator[str]:
    work = paper.work
    values = {
        "title": work.container_title, "volume": work.volume, "issue": work.issue,
        "publisher": work.publisher,
    }  # fmt: skip
    if any(values.values()):
        yield "  parent:"
        yield f"    type: {holder}"
        yield from (f"    {name}: {quoted(text)}" for name, text in values.items() if text)
        yield from _group("serial-number", {"issn": next(iter(work.issn), "")}, "    ")


def _group(name: str, values: dict[str, str], indent: str) -> Iterator[str]:
    texts = [f"{indent}  {key}: {quoted(text)}" for key, text in values.items() if text]
    yield from (f"{indent}{name}:", *texts) if texts else ()


def _name(person: Person) -> str:
    """A string where commas part nothing else in it."""
    parts = [person.family, person.given, person.suffix]
    if person.family and not any("," in part for part in parts):
        texts = parts if person.suffix else parts[: 1 + bool(person.given)]
        return quoted(", ".join(texts))
    values = {
        "name": person.family or person.literal, "given-name": person.given,
        "suffix": person.suffix,
    }  # fmt: skip
    return (
        f"{{ {', '.join(f'{key}: {quoted(text)}' for key, text in values.items() if line(text))} }}"
    )


def _date(date: PartialDate) -> str:
    """As far as it is known: ``2022``, ``2022-11``, ``2022-11-09``."""
    rest = [f"{part:02}" for part in (date.month, date.day) if part]
    return "-".join([f"{date.year:04}", *rest])
