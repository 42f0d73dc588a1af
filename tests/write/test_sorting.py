"""Entries put in the order that their list keeps, and lists that are left as they stand."""

import random
from collections.abc import Sequence

import pytest

from pipeline.values.entry import Document
from pipeline.write import sorting
from pipeline.write.sorting import Sorted

NAMES = ("Abel", "Brand", "Cole", "Dorn", "Ekdal", "Fenn", "Gray", "Holm", "Iversen", "Jansen")
NOUNS = ("Amber", "Basalt", "Cedar", "Dunes", "Estuary", "Fjords", "Glacier", "Heather", "Islets",
         "Juniper")  # fmt: skip


def ordered(path: str, text: str) -> Sorted:
    return sorting.in_order(Document(path=path, text=text))


def item(n: int, year: int, lead: str = "- ", name: int | None = None) -> str:
    who = NAMES[(n * 3 + 2) % 10 if name is None else name]
    return (
        f"{lead}**{NOUNS[(n * 7) % 10]} under slow northern rain.** Ada {who}. "
        f"*Moss Letters*, {year}. [[Link]](https://doi.org/10.99999/ml.{n})\n"
    )


def listed(items: Sequence[str], between: str = "") -> str:
    return "# Moss\n\n## Papers\n\n" + between.join(items) + "\n## Tools\n\nNone yet.\n"


FALLING = [item(n, 2024 - n // 2) for n in range(10)]


def test_an_entry_out_of_the_years_goes_where_its_year_stands() -> None:
    astray = [*FALLING[1:7], FALLING[0], *FALLING[7:]]
    done = ordered("list.md", listed(astray))
    assert done.text == listed([FALLING[1], FALLING[0], *FALLING[2:]])
    assert done.remarks == ("list.md:5 “Papers”: 1 entry put in order by year, the latest first.",)
    assert ordered("list.md", done.text) == (done.text, (), None)


def test_an_entry_out_of_the_names_goes_where_its_author_stands() -> None:
    by_name = [item(n, 2010 + (n * 3) % 10, name=n) for n in range(10)]
    done = ordered("list.md", listed([*by_name[:2], *by_name[3:], by_name[2]], "\n"))
    assert done.text == listed(by_name, "\n")
    assert done.remarks[0].endswith("1 entry put in order by author.")


def test_an_entry_out_of_the_dates_goes_where_its_month_stands() -> None:
    dated = [
        f"- **{NOUNS[(n * 3) % 10]} under rain.** Ada {NAMES[(n * 7) % 10]}, 2023-{12 - n:02}. "
        f"[[Link]](https://doi.org/10.99999/ml.{n})\n" for n in range(10)
    ]  # fmt: skip
    done = ordered("list.md", listed([*dated[:3], *dated[4:], dated[3]]))
    assert done.text == listed(dated)
    assert done.remarks[0].endswith("1 entry put in order by date, the latest first.")


def test_what_is_indented_below_moves_along_and_numbers_stay_in_place() -> None:
    noted = [one + f"  - Code of {NAMES[n]}.\n" for n, one in enumerate(FALLING)]
    done = ordered("list.md", listed([*noted[1:], noted[0]]))
    assert done.text == listed([noted[1], noted[0], *noted[2:]])
    bare = [item(n, 2024 - n, "") for n in range(10)]
    numbered = [f"{n}. {one}" for n, one in enumerate([*bare[1:], bare[0]], 1)]
    done = ordered("list.md", listed(numbered))
    assert done.text == listed([f"{n}. {one}" for n, one in enumerate(bare, 1)])


def test_each_section_is_put_in_order_by_itself() -> None:
    """The order that the list shows holds for a short section; nothing leaves its section."""
    short = [item(7, 2020), item(8, 2019), item(9, 2021)]
    text = "# Moss\n\n## Old\n\n" + "".join(FALLING) + "\n## New\n\n" + "".join(short)
    done = ordered("list.md", text)
    assert done.text == text.replace("".join(short), short[2] + short[0] + short[1])


@pytest.mark.parametrize("seed", range(20))
def test_a_list_in_no_order_is_left_as_it_is(seed: int) -> None:
    mixed = FALLING[:]
    random.Random(seed).shuffle(mixed)  # noqa: S311  no secret
    text = listed([one.replace("Link", str(n)) for n, one in enumerate(mixed)])
    done = ordered("list.md", text)
    assert done.text == text
    assert done.remarks == (
        "list.md: most of it stands in no order that could be told; not sorted.",
    )


def test_entries_with_words_between_them_are_not_moved_across() -> None:
    astray = [*FALLING[1:], FALLING[0]]
    text = listed([*astray[:9], "\nThe first of all:\n\n", astray[9]])
    assert ordered("list.md", text).text == text


def test_a_number_by_which_an_entry_may_be_cited_stays_with_it() -> None:
    bare = [item(n, 2024 - n, "") for n in range(10)]
    text = listed([f"[{n}] {one}\n" for n, one in enumerate([*bare[1:], bare[0]], 1)])
    assert ordered("list.md", text).text == text


def bib(n: int, more: str = "") -> str:
    return (
        f"@article{{{NAMES[n].lower()}{2010 + (n * 3) % 10},\n"
        f"  title = {{{NOUNS[n]} under rain}},\n"
        f"  author = {{{NAMES[n]}, Ada}},\n  year = {{{2010 + (n * 3) % 10}}}{more}\n}}\n"
    )


def test_a_bib_is_put_in_the_order_of_its_keys_unless_entries_inherit() -> None:
    kept = [bib(n) for n in range(10)]
    text = "\n".join([*kept[:4], *kept[5:], kept[4]])
    assert ordered("refs.bib", text).text == "\n".join(kept)
    inherits = text.replace("year = {2010}", "crossref = {moss}")
    assert ordered("refs.bib", inherits).text == inherits


def test_a_list_that_would_read_otherwise_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = listed([*FALLING[1:], FALLING[0]])
    monkeypatch.setattr(sorting, "_same", lambda *_: False)
    done = ordered("list.md", text)
    assert done.text == text
    assert done.remarks == ("list.md:5 “Papers” would read otherwise in order; sort it by hand.",)
