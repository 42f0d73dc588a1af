"""Between which entries a new one stands: as the section is ordered, or at its end."""

from collections.abc import Sequence

import pytest

from pipeline import formats
from pipeline.values.entry import Document
from pipeline.values.work import PartialDate, Person, Work
from pipeline.write.list_order import predecessor

TITLES = ("Peat over the rock", "Alder on wet clay", "Moss on old wood", "Birch on dry sand")


def work(family: str = "Fenn", month: int | None = None) -> Work:
    people = (Person(family=family, given="Dora"),)
    issued = PartialDate(year=2022, month=month)
    return Work(title="Dogwood on dark loam", authors=people, issued=issued)


def place(items: Sequence[str], new: Work) -> int:
    """How many of these entries the new one stands behind."""
    text = "# Papers\n\n" + "".join(f"- {item}\n" for item in items)
    entries = formats.read(Document(path="list.md", text=text)).entries
    assert len(entries) == len(items)
    before = predecessor(entries, new, text)
    return entries.index(before) + 1 if before else 0


def linked(title: str, rest: str) -> str:
    return f"[{title}](https://doi.org/10.99999/{title.split(maxsplit=1)[0].lower()}) {rest}"


@pytest.mark.parametrize(
    ("years", "behind"),
    [
        pytest.param((2024, 2023, 2021, 2020), 2, id="falling"),
        pytest.param((2019, 2020, 2021, 2023), 3, id="rising"),
        pytest.param((2024, 2022, 2022, 2020), 3, id="behind those of its year"),
        pytest.param((2021, 2020, 2019, 2018), 0, id="before all"),
        pytest.param((2024, 2021, 2023, 2020), 4, id="in no order"),
        pytest.param((2024, 2023, 2021), 3, id="too few to tell"),
    ],
)
def test_by_the_year(years: Sequence[int], behind: int) -> None:
    items = [linked(title, f"({year})") for title, year in zip(TITLES, years, strict=False)]
    assert place(items, work()) == behind


@pytest.mark.parametrize(("family", "behind"), [("Fenn", 1), ("Zaal", 4), ("Abel", 0), ("Öz", 3)])
def test_by_the_first_author(family: str, behind: int) -> None:
    people = ("Ana Dorn", "Cy Low", "Eve Moor", "Gil Reed")
    items = [linked(title, f"{name}, 2020") for title, name in zip(TITLES, people, strict=True)]
    assert place(items, work(family)) == behind


@pytest.mark.parametrize(("month", "behind"), [(3, 2), (12, 1), (None, 2)])
def test_by_the_month_where_every_entry_says_one(month: int | None, behind: int) -> None:
    dates = ("2023-01", "2022-09", "2021-12", "2021-02")
    items = [linked(title, f"({date})") for title, date in zip(TITLES, dates, strict=True)]
    assert place(items, work(month=month)) == behind


def test_by_the_title_whatever_its_article() -> None:
    titles = ("A Birch on sand", "The Cedar on rock", "Elm on wet peat", "An Oak on old clay")
    items = [f"[{title}](https://doi.org/10.99999/{n})" for n, title in enumerate(titles)]
    assert place(items, work()) == 2
