"""An entry in the making, and the habits of people who write lists: none of them a fault."""

import re
import unicodedata
from random import Random

from pipeline.values.text import Value
from tests.benchmarks.accuracy.corpus import Author, Row
from tests.benchmarks.accuracy.wire import print_year


class Fault(Value):
    """Something that was put into an entry."""

    code: str
    field: str


class Draft(Value):
    """What an entry will say."""

    title: str
    names: tuple[Author, ...]
    et_al: bool = False
    manner: str = "full"
    """full ("John R. Smith"), initials ("J. R. Smith"), vancouver ("Smith JR")."""
    venue: str
    year: int
    link: str


class Planted(Value):
    """An entry of the list and the truth about it."""

    row: Row | None
    """The work meant; None for an invented reference."""
    draft: Draft
    faults: tuple[Fault, ...] = ()
    unsaid: str = ""
    """The field that the layout has no place for; empty if it says everything."""

    def without(self, field: str) -> "Planted":
        """The entry in a layout that does not say a field: its fault is not there."""
        return self.but(unsaid=field, faults=tuple(f for f in self.faults if f.field != field))

    def hurt(self, *fields: str) -> bool:
        """Whether one of these fields is at fault."""
        return any(fault.field in fields for fault in self.faults)


def written(row: Row, chance: Random) -> Draft:
    """A sound entry of a work, written as people write."""
    draft = Draft(
        title=row.title.rstrip(". "), names=row.authors, year=_year(row, chance),
        venue=_venue(row, chance), link=address(row, chance),
        manner=chance.choices(("full", "initials", "vancouver"), (6, 2, 2))[0],
    )  # fmt: skip
    if chance.random() < 0.12:
        recased = draft.title.capitalize() if chance.random() < 0.5 else draft.title.title()
        draft = draft.but(title=recased.replace("’S", "’s").replace("'S", "'s"))
    return _people(draft, chance)


def _people(draft: Draft, chance: Random) -> Draft:
    """Fewer names with "et al.", no middle names, no accents."""
    names = draft.names
    if len(names) > 3 and chance.random() < 0.2:
        draft = draft.but(names=names[: chance.choice((1, 1, 3))], et_al=True)
    if chance.random() < 0.1:
        names = tuple(a.but(given=a.given.split()[0]) for a in draft.names)
        draft = draft.but(names=names)
    if chance.random() < 0.1:
        bare = tuple(a.but(given=folded(a.given), family=folded(a.family)) for a in draft.names)
        draft = draft.but(names=bare)
    return draft


def folded(text: str) -> str:
    """The text without accents, as a plain keyboard writes it."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _year(row: Row, chance: Random) -> int:
    later = print_year(row)
    return later if later and chance.random() < 0.5 else row.year or 2000


def _venue(row: Row, chance: Random) -> str:
    full, short = row.container_title, row.short_container_title
    if not full or (row.is_preprint and row.arxiv and not row.doi):
        return short or "arXiv"
    if short and chance.random() < 0.3:
        return short
    if chance.random() < 0.1:
        return full.title() if chance.random() < 0.5 else full.capitalize()
    return full


def address(row: Row, chance: Random) -> str:
    """An address of the work as lists carry it."""
    choices = []
    if row.doi:
        # A browser's address line shows these two encoded, and Markdown cannot hold them otherwise.
        doi = row.doi.replace("<", "%3C").replace(">", "%3E")
        choices += [f"https://doi.org/{doi}"] * 3 + [f"http://dx.doi.org/{doi}"]
        choices += _at_publisher(doi)
    if row.arxiv:
        choices += [f"https://arxiv.org/abs/{row.arxiv}"] * 2
        choices += [f"https://arxiv.org/pdf/{row.arxiv}.pdf"]
    if row.pmid:
        choices.append(f"https://pubmed.ncbi.nlm.nih.gov/{row.pmid}/")
    return chance.choice(choices)


def _at_publisher(doi: str) -> list[str]:
    suffix = doi.partition("/")[2]
    places = {
        "10.1038/": f"https://www.nature.com/articles/{suffix}",
        "10.1371/": f"https://journals.plos.org/plosone/article?id={doi}",
        "10.1186/": f"https://link.springer.com/article/{doi}",
        "10.1007/": f"https://link.springer.com/article/{doi}",
        "10.1002/": f"https://onlinelibrary.wiley.com/doi/{doi}",
        "10.1145/": f"https://dl.acm.org/doi/{doi}",
    }
    return [place for prefix, place in places.items() if doi.startswith(prefix)]


def initials(given: str, join: str) -> str:
    """The initials of given names: "John R." as "J. R." or "JR"."""
    dot = "." if join else ""
    return join.join(f"{part[0].upper()}{dot}" for part in re.split(r"[\s.\-]+", given) if part)
