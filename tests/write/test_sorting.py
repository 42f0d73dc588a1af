"""Entries put in the order that their list keeps, and lists that are left as they stand."""

import random
from collections.abc import Sequence

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Reading
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
    assert done.remarks == ("list.md: most of it is in no recognisable order; not sorted.",)


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


ASTRAY = [*FALLING[1:], FALLING[0]]
BARE = [item(n, 2024 - n, "") for n in (*range(1, 10), 0)]
YEARLY = [item(n, 2024 - n) for n in (*range(1, 10), 0)]


def cells(first: Sequence[str]) -> list[str]:
    return [
        f"| {one} | {NOUNS[n]} under slow northern rain | Ada {NAMES[(n * 3) % 10]} | "
        f"{2024 - n} | [Link](https://doi.org/10.99999/ml.{n}) |\n"
        for one, n in zip(first, (*range(1, 10), 0), strict=True)
    ]


TABLE = "| | Title | Authors | Year | Link |\n|---|---|---|---|---|\n"
UNSAFE = {
    "notes behind the last, indented": listed([*ASTRAY, "\n  - a note on the last\n"]),
    "a fence behind the last, indented": listed([*ASTRAY, "\n  ```\n  x\n  ```\n"]),
    "a fence behind the last": listed([*ASTRAY, "\n```\nx\n```\n"]),
    "a comment below": listed([*ASTRAY, "<!-- the last is old -->\n"]),
    "numbers in parentheses": listed([f"- ({n}) {one}" for n, one in enumerate(BARE, 1)]),
    "bold numbers": listed([f"- **{n}.** {one}" for n, one in enumerate(BARE, 1)]),
    "numbers in cells": listed([TABLE, *cells([str(n) for n in range(1, 11)])]),
    "group cells": listed([TABLE, *cells(["A", "", "", "", "", "B", "", "", "", ""])]),
    "numbers of two widths over notes": listed(
        [f"{n}. {one}   - note\n" for n, one in enumerate(BARE, 1)]
    ),
    "items of HTML": listed(["<ul>\n", *(f"<li>{one.rstrip()}</li>\n" for one in BARE), "</ul>\n"]),
    "groups closed in the lines of items": listed(
        [f"<li>{one.rstrip()}</li></ul><h4>{n}</h4><ul>\n" for n, one in enumerate(BARE)]
    ),
    "headings": listed([f"### {one}" for one in BARE], "\n"),
    "what announces the next": listed([one.rstrip() + " Built on by:\n" for one in YEARLY]),
    "a group's name below each": listed(
        [f"{one}**Group {n}**\n" for n, one in enumerate(BARE)], "\n"
    ),
}


@pytest.mark.parametrize("text", UNSAFE.values(), ids=UNSAFE)
def test_where_it_is_not_plainly_safe_nothing_moves(text: str) -> None:
    assert ordered("list.md", text).text == text


def test_a_page_of_html_is_not_sorted() -> None:
    items = "".join(f"<li>{one.rstrip()}</li>\n" for one in BARE)
    text = f"<html><body><h1>Moss</h1>\n<ul>\n{items}</ul></body></html>\n"
    assert ordered("list.html", text).text == text


def test_a_nested_paper_stays_under_its_parent() -> None:
    """It went down among the parents of its year, and under another of them."""
    text = listed([YEARLY[0], "  " + item(0, 2017), *YEARLY[1:9]])
    assert ordered("list.md", text).text == text
    parents = [one + "  " + item(20 + n, 2001 + n) for n, one in enumerate(ASTRAY)]
    assert ordered("list.md", listed(parents)).text == listed(parents)


def test_the_entry_below_a_remark_stays_and_the_others_are_sorted() -> None:
    remark, kept = "<!-- the first of all -->\n", [YEARLY[-1], *YEARLY[:-1]]
    text = listed([remark, *kept[:2], *kept[3:], kept[2]])
    assert ordered("list.md", text).text == listed([remark, *kept])
    first = listed([remark, *YEARLY[8:], *YEARLY[:8]])
    assert ordered("list.md", first).text == listed([remark, YEARLY[8], *kept[:9]])
    alone = listed([remark, YEARLY[8], *kept[:9]])
    assert ordered("list.md", alone).text == alone


def test_a_table_whose_cells_are_all_filled_is_sorted() -> None:
    text = listed([TABLE, *cells(["A"] * 10)])
    rows = cells(["A"] * 10)
    assert ordered("list.md", text).text == listed([TABLE, rows[-1], *rows[:-1]])


@pytest.mark.parametrize("anchor", ["&first ", ""])
def test_a_yaml_with_anchors_is_not_sorted(anchor: str) -> None:
    kept = [
        f"- id: {anchor if not n else ''}{name.lower()}\n  title: {NOUNS[n]} under rain\n"
        f"  author:\n  - family: {name}\n    given: Ada\n  issued: {2000 + (n * 3) % 10}\n"
        for n, name in enumerate(NAMES)
    ]
    text = "references:\n" + "".join([*kept[1:], kept[0]])
    sound = "references:\n" + "".join(kept)
    assert ordered("refs.yaml", text).text == (text if anchor else sound)


def authored(names: Sequence[str]) -> str:
    return listed([
        f"- **{NOUNS[(n * 7) % 10]} under slow northern rain.** Ada {name}. *Moss Letters*, "
        f"{2010 + (n * 3) % 10}. [[Link]](https://doi.org/10.99999/ml.{n})\n"
        for n, name in enumerate(names)
    ])  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [("Ávila", *NAMES[1:], "Öztürk", "Peel", "Über", "Zorn"), (*NAMES, "Zorn", "Öztürk")],
)
def test_accents_are_no_disorder(names: Sequence[str]) -> None:
    """Neither where people put them nor where machines do."""
    assert ordered("list.md", authored(names)).text == authored(names)


def test_a_list_of_many_sections_is_read_again_but_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighty sections took 84 seconds: the whole list was read again for each."""
    short = [item(n, 2020 - n) for n in (1, 0, 2, 3)]
    text = "# Moss\n" + "".join(f"\n## Part {n}\n\n{''.join(short)}" for n in range(30))
    times: list[int] = []
    read = formats.read

    def counted(of: Document) -> Reading:
        times.append(1)
        return read(of)

    monkeypatch.setattr(formats, "read", counted)
    done = ordered("list.md", text)
    assert done.text == text.replace("".join(short), "".join((short[1], short[0], *short[2:])))
    assert len(times) == 2


def test_what_would_read_otherwise_keeps_no_other_section_from_its_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short = [item(n, 2020 - n) for n in (1, 0, 2, 3, 4, 5, 6)]
    parts = [f"\n## Part {n}\n\n{''.join(short)}" for n in range(5)]
    good = [one.replace("".join(short), "".join((short[1], short[0], *short[2:]))) for one in parts]
    monkeypatch.setattr(sorting, "_same", lambda _, after: good[2] not in after.text)
    done = ordered("list.md", "# Moss\n" + "".join(parts))
    assert done.text == "# Moss\n" + "".join([*good[:2], parts[2], *good[3:]])
    assert ["by hand" in remark for remark in done.remarks] == [False, False, True, False, False]


def test_a_table_whose_cells_stand_for_several_rows_is_left_as_it_stands() -> None:
    """The rows below such a cell have none of their own: apart from it they are another year's."""
    rows = [
        f"<tr>{{}}<td>{NOUNS[(n * 7) % 10]} under slow northern rain</td><td>Ada {NAMES[n]}</td>"
        f"<td>Moss Letters</td><td>{2024 - n // 2}</td>"
        f'<td><a href="https://doi.org/10.99999/ml.{n}">Link</a></td></tr>\n' for n in range(10)
    ]  # fmt: skip
    astray = [*rows[1:8], rows[0], *rows[8:]]
    for cell in ('<td rowspan="2">Wet</td>', "<td ROWSPAN = 2>Wet</td>"):
        lines = [row.format(cell if n == 4 else "") for n, row in enumerate(astray)]
        table = "# Moss\n\n<table>\n" + "".join(lines) + "</table>\n"
        assert ordered("list.md", table).text == table
