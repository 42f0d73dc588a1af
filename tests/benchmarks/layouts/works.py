"""The works of a list as it has them: what each is called, who wrote it, where it is found."""

from random import Random

from tests.benchmarks.accuracy.corpus import Author, Row
from tests.benchmarks.accuracy.draft import address
from tests.benchmarks.layouts import people, places
from tests.benchmarks.layouts.choices import Chooser, listed
from tests.benchmarks.layouts.truth import Work

HOSTS = listed(
    "paper at", "the work's", "arXiv", "arXiv PDF", "OpenReview", "ACL", "CVF", "DOI",
    "a university",
    "PMC", "NeurIPS", "Semantic Scholar", common=("the work's", "arXiv"),
    shared=("the work's",),
)  # fmt: skip


def work(row: Row, draws: Chooser, number: int, year: int | None, chance: Random) -> Work:
    """A work as the list cites it; of that year, if its section is one of a year."""
    when = year or row.year or 2020
    month = chance.randrange(1, 13)
    return Work(
        title=row.title.rstrip(". "), authors=_authors(row, draws, chance), year=when, month=month,
        venue=_venue(row, draws, chance), volume=row.volume or str(chance.randrange(2, 60)),
        issue=row.issue or str(chance.randrange(1, 12)), pages=row.pages or _pages(chance),
        url=_url(row, draws, when, number, chance), doi=row.doi, number=number,
        proceedings=row.type == "proceedings-article",
    )  # fmt: skip


def faithful(row: Row, draws: Chooser, number: int, chance: Random) -> Work:
    """A work exactly as its record has it."""
    year, month = row.year or 2020, (*row.date_parts[1:2], 6)[0]
    return Work(
        title=row.title.rstrip(". "), authors=row.authors, year=year, month=month,
        venue=_venue(row, draws, chance), volume=row.volume, issue=row.issue, pages=row.pages,
        url=_url(row, draws, year, number, chance), doi=row.doi, number=number,
        proceedings=row.type == "proceedings-article",
    )  # fmt: skip


def _pages(chance: Random) -> str:
    first = chance.randrange(1, 900)
    return f"{first}-{first + chance.randrange(2, 30)}"


def _authors(row: Row, draws: Chooser, chance: Random) -> tuple[Author, ...]:
    pool = draws.pick(people.POOLS)
    if pool == "China":
        names = chance.sample(people.CHINESE, chance.choice((1, 2, 3, 4)))
        return tuple(Author(family=name) for name in names)
    alone = pool == "lone" or chance.random() < 0.08
    return row.authors[:1] if alone else row.authors


def _venue(row: Row, draws: Chooser, chance: Random) -> str:
    kind = draws.pick(places.NAMES)
    if "arXiv:" in kind:
        month, number = chance.randrange(1, 13), chance.randrange(99_999)
        return kind.replace("2101.01234", f"{(row.year or 2020) % 100:02}{month:02}.{number:05}")
    if kind in places.POOLS:
        return chance.choice(places.POOLS[kind])
    short = row.short_container_title if kind == "its abbreviation" else ""
    return short or row.container_title or "arXiv"


def _url(row: Row, draws: Chooser, year: int, number: int, chance: Random) -> str:
    kind = draws.pick(HOSTS)
    late = f"{year % 100:02}{chance.randrange(1, 13):02}.{90_000 + number:05}"
    code = "".join(chance.choices("abcdefghijkABCDEFGH123456789", k=10))
    family = row.authors[0].last.replace(" ", "")
    return {
        "arXiv": f"https://arxiv.org/abs/{late}", "arXiv PDF": f"https://arxiv.org/pdf/{late}.pdf",
        "OpenReview": f"https://openreview.net/forum?id={code}",
        "ACL": f"https://aclanthology.org/{max(year, 2020)}.acl-long.{number}/",
        "CVF": "https://openaccess.thecvf.com/content/"
        f"CVPR{year}/papers/{family}_Paper_{number}.pdf",
        "DOI": f"https://doi.org/10.99999/list.{number:04}",
        "a university": f"https://www.cs.example.edu/~{code[:4].lower()}/papers/{code.lower()}.pdf",
        "PMC": f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{9_900_000 + number}/",
        "NeurIPS": f"https://papers.nips.cc/paper/{number}-{code.lower()}.pdf",
        "Semantic Scholar": f"https://www.semanticscholar.org/paper/{code.lower()}",
    }.get(kind) or address(row, chance)  # fmt: skip
