"""What is no entry stays with the entry it stood by, however a list is put in order."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from pipeline.values.entry import Document
from pipeline.write import sorting
from pipeline.write.list_order import Order
from tests.write.test_sorting import NAMES, NOUNS, TABLE, bib, cells, item, listed, ordered

PARAGRAPHS = [item(n, 2024 - n, "") for n in (*range(1, 10), 0)]
STARRED = [f"* {one}" for one in PARAGRAPHS]
DASHED = [f"- {one}" for one in PARAGRAPHS]
COUNTED = [f"{n}. {one}" for n, one in enumerate(PARAGRAPHS, 1)]
BY_NAME = [item(n, 2010 + (n * 3) % 10, name=n) for n in range(10)]
LATER = [item(20 + n, 2011, name=n) for n in (1, 4)]
TLDR = "\nTL;DR: this one won the prize of the year 2024.\n"

BESIDE = {
    "a paragraph behind paragraphs": listed([*PARAGRAPHS, TLDR.lstrip()], "\n"),
    "a paragraph behind a loose list": listed(
        [*DASHED, "The Amber paper above was the first of all to do so.\n"], "\n"
    ),
    "a dash behind numbers": listed([*COUNTED, "- Code for this: see the page of the lab\n"]),
    "a dash behind stars": listed([*STARRED, "- note: this was withdrawn later\n"]),
    "the same bullet": listed([*DASHED, "- note: this was withdrawn later\n"]),
    "a bold note, parted": listed([*DASHED, "\n**Note: this was withdrawn later**\n"]),
    "a paragraph far below": listed([*DASHED, "\n\n\nThe last was withdrawn.\n"]),
    "a caption of a table": listed(
        [TABLE, *cells(["A"] * 10), "*The last was withdrawn in 2024.*\n"]
    ),
    "a row that is no entry": listed([TABLE, *cells(["A"] * 10), "| | withdrawn | | | |\n"]),
}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_the_last_entry_stays_where_a_line_below_may_be_about_it(text: str) -> None:
    assert ordered("list.md", text).text == text


@pytest.mark.parametrize(
    "after",
    [
        "",
        "\n## Tools\n\nNone.\n",
        "\nTools\n-----\n\nNone.\n",
        "\n---\n\nThe list ends here.\n",
        "\n<!-- end -->\n",
    ],
)
def test_the_last_entry_moves_where_a_heading_or_nothing_is_below(after: str) -> None:
    text = "# Moss\n\n## Papers\n\n" + "\n".join(DASHED)
    kept = "# Moss\n\n## Papers\n\n" + "\n".join([DASHED[-1], *DASHED[:-1]])
    done = ordered("list.md", text + after).text
    assert done == (text if "<!--" in after else kept) + after


HEAD = (
    "<h2 id='t'>Tools</h2>\n\n- **Tides over slow mud.** Ada Moor. [[a]](https://doi.org/10.9/a)\n"
)


@pytest.mark.parametrize("below", [HEAD, "[⬆ back to top](#moss)\n", "</details>\n"])
def test_headings_and_lines_without_words_are_about_no_entry(below: str) -> None:
    text = "# Moss\n\n## Papers\n\n" + "".join(DASHED) + "\n" + below
    kept = "# Moss\n\n## Papers\n\n" + "".join([DASHED[-1], *DASHED[:-1]]) + "\n" + below
    assert ordered("list.md", text).text == kept


@pytest.mark.parametrize(
    "below",
    ["[the last is withdrawn](https://moss.org)\n", "<details>The last is withdrawn.</details>\n"],
)
def test_a_link_with_words_and_a_fold_may_be_about_the_last(below: str) -> None:
    text = "# Moss\n\n## Papers\n\n" + "".join(DASHED) + "\n" + below
    assert ordered("list.md", text).text == text


def test_the_last_of_a_list_within_a_list_moves() -> None:
    inner = ["  " + one for one in DASHED]
    text = listed(["- Surveys\n", *inner, "- Tools\n"])
    assert ordered("list.md", text).text == listed(
        ["- Surveys\n", inner[-1], *inner[:-1], "- Tools\n"]
    )


def test_groups_parted_by_blank_lines_stay_groups() -> None:
    """Both became one list: the two were put among the ten."""
    text = listed([*BY_NAME, "\n", *LATER])
    assert ordered("list.md", text).text == text
    far = listed([*BY_NAME, "\n\n", *LATER], "\n")
    assert ordered("list.md", far).text == far


def test_a_group_is_sorted_in_itself() -> None:
    text = listed([*BY_NAME[1:], BY_NAME[0], "\n", *LATER])
    assert ordered("list.md", text).text == listed([*BY_NAME, "\n", *LATER])


def test_two_that_stand_closer_together_stay_so() -> None:
    """The blank line is missing between the second and the third: they may be a pair."""
    loose = [one + "\n" for one in BY_NAME[:-1]] + [BY_NAME[-1]]
    pair = [loose[0], BY_NAME[2], loose[1], *loose[3:]]
    assert ordered("list.md", listed(pair)).text == listed(pair)


@pytest.mark.parametrize(
    "remark",
    [
        "The one that began it all:\n\n",
        "<!-- read first -->\n\n",
        "- The best of all\n",
        "Read this first.\n\n\n",
    ],
)
def test_the_first_entry_stays_where_a_line_above_may_be_about_it(remark: str) -> None:
    between = "" if remark.startswith("- ") else "\n"
    kept = [DASHED[-1], *DASHED[:-1]]
    text = listed([remark + kept[0], *kept[2:6], kept[1], *kept[6:]], between)
    assert ordered("list.md", text).text == listed([remark + kept[0], *kept[1:]], between)
    under = listed([remark + DASHED[0], *DASHED[1:9]], between)
    astray = listed([remark + DASHED[1], DASHED[0], *DASHED[2:9]], between)
    assert ordered("list.md", under).text == under
    assert ordered("list.md", astray).text == astray


def test_the_entry_below_one_that_announces_it_stays() -> None:
    """ "Built on by:" ends the second; the third was moved away from under it."""
    told = DASHED[1].rstrip() + " Built on by:\n"
    text = listed([DASHED[0], told, DASHED[8], *DASHED[2:8]])
    assert ordered("list.md", text).text == text


def test_a_section_in_no_order_does_not_get_that_of_the_list_for_what_may_move() -> None:
    """Below a first that stays, the rest seemed to keep the order of the other section."""
    rising = [item(n, 2000 + n) for n in range(12)]
    remark = "<!-- read first -->\n"
    for years, moves in (
        ((2023, 2022, 2021, 2021, 2022, 2022, 2020), False),
        ((2015, 2016, 2017, 2019, 2018, 2020, 2021), True),
    ):
        own = [item(20 + n, year) for n, year in enumerate(years)]
        text = "# Moss\n\n## Old\n\n" + "".join(rising) + "\n## New\n\n" + remark + "".join(own)
        assert (ordered("list.md", text).text != text) is moves


def test_groups_of_a_section_without_a_common_order_are_left() -> None:
    """The second fell by year, the first by chance: no order was that of the section."""
    first = [item(n, year) for n, year in enumerate((2004, 2019, 2008, 2021, 2002, 2016, 2011))]
    second = [item(20 + n, 2024 - n) for n in (1, 2, 3, 0, 4, 5, 6, 7, 8)]
    text = listed([*first, "\n", *second])
    assert ordered("list.md", text).text == text
    assert ordered("list.md", listed(second)).text != listed(second)


def yaml(n: int) -> str:
    return (
        f"- title: {NOUNS[n]} under slow northern rain\n  authors: Ada {NAMES[n]}\n"
        f"  year: {2024 - n}\n  url: https://doi.org/10.99999/ml.{n}\n"
    )


@pytest.mark.parametrize("head", ["# the best of all, read first\n", "papers:\n# Surveys\n\n"])
def test_a_comment_in_yaml_is_a_remark(head: str) -> None:
    kept = [yaml(n) for n in range(10)]
    text = head + "".join([kept[1], kept[0], *kept[2:]])
    assert ordered("refs.yaml", text).text == text
    below = "papers:\n" + "".join([*kept[1:], kept[0]]) + "# the last is old\n"
    assert ordered("refs.yaml", below).text == below


def test_the_keys_of_a_yaml_are_no_remarks() -> None:
    kept = [yaml(n) for n in range(10)]
    text = "papers:\n" + "".join([*kept[1:], kept[0]]) + "tools: none\n"
    assert ordered("refs.yaml", text).text == "papers:\n" + "".join(kept) + "tools: none\n"


def test_a_comment_in_a_bib_is_a_remark_and_a_string_is_none() -> None:
    kept = [bib(n) for n in range(10)]
    for remark, moves in (("%% Surveys\n\n", False), ("@string{ml = {Moss}}\n\n", True)):
        text = remark + "\n".join([kept[1], kept[0], *kept[2:]])
        after = remark + "\n".join(kept)
        assert ordered("refs.bib", text).text == (after if moves else text)


def dated(years: Sequence[str]) -> str:
    order = (0, 1, 2, 3, 4, 9, 5, 6, 7, 8)
    rows = [
        f"| {NOUNS[n]} under slow northern rain | {year} | Ada {NAMES[n]} | "
        f"[Link](https://doi.org/10.99999/ml.{n}) |\n"
        for n, year in zip(order, years, strict=True)
    ]
    return listed(["| Title | Year | Authors | Link |\n|---|---|---|---|\n", *rows])


YEARS = ["2020", "", "", "2019", "", "", "2018", "", "", "2017"]


@pytest.mark.parametrize("sign", ["", '"', "〃", "ditto"])
def test_a_row_that_leans_on_the_year_above_stays(sign: str) -> None:
    """It was put in order by author and stood under another year."""
    text = dated([year or sign for year in YEARS])
    assert ordered("list.md", text).text == text
    plain = [re.sub(r"^\| | \|$", "", row) for row in text.splitlines()]
    bare = "\n".join(plain) + "\n"
    assert ordered("list.md", bare).text == bare


def test_empty_cells_in_a_column_that_repeats_itself_lean_on_nothing() -> None:
    years = ["2020", "2020", "", "2019", "2019", "", "2018", "2018", "", "2017"]
    text = dated(years)
    rows = text.splitlines(keepends=True)
    moved = [row for row in rows if "Juniper" in row]
    rest = [row for row in rows if "Juniper" not in row]
    at = rest.index(next(row for row in rest if "Islets" in row)) + 1
    assert ordered("list.md", text).text == "".join([*rest[:at], *moved, *rest[at:]])


@pytest.mark.parametrize("sign", ["", '"""",'])
def test_a_row_of_a_csv_that_leans_on_the_year_above_stays(sign: str) -> None:
    order = (*range(1, 10), 0)
    text = "Title,Authors,Year,DOI\n" + "".join(
        f'"{NOUNS[n]} under slow northern rain",Ada {NAMES[n]},{year or sign.strip(",")},'
        f"10.99999/ml.{n}\n"
        for n, year in zip(order, YEARS, strict=True)
    )
    assert ordered("refs.csv", text).text == text


def tagged(numbers: Sequence[int], first: str) -> list[str]:
    return [
        f'<tr><td{first if n == 5 else ""}>{2024 - n}</td><td><a href="https://doi.org/10.99999/'
        f'ml.{n}">{NOUNS[n]} under slow northern rain</a></td><td>Ada {NAMES[n]}</td></tr>\n'
        for n in numbers
    ]


@pytest.mark.parametrize("first", ["", ' rowspan="2"', ' ROWSPAN="3"'])
def test_rows_of_tags_are_sorted_unless_a_cell_reaches_over_several(first: str) -> None:
    text = listed(["<table>\n", *tagged((0, 5, 1, 2, 3, 4, 6, 7, 8, 9), first), "</table>\n"])
    kept = listed(["<table>\n", *tagged(range(10), first), "</table>\n"])
    assert ordered("list.md", text).text == (text if first else kept)


def test_an_item_for_the_authors_above_stays() -> None:
    for name, moves in (("Ada Fenn", True), ("———", False)):
        kept = [one.replace("Ada Ekdal", name) for one in DASHED[:-1]]
        leading = [re.sub(r"- (\*\*.*?\*\*) (.*?)\. ", r"- \2. \1 ", one) for one in kept]
        text = listed([leading[-1], *leading[:-1]])
        assert (ordered("list.md", text).text != text) is moves


NOTES: tuple[Callable[[str], str], ...] = (
    "- {} of the code\n".format,
    "* {} was withdrawn\n".format,
    "  - {} of the data\n".format,
    "\n{} won a prize.\n\n".format,
    "{} in the next line\n\n".format,
    "<!-- {} -->\n".format,
    "\nThe one that began {}:\n\n".format,
    "\n  {} further in\n".format,
    "> {} is quoted\n".format,
    "\n```\n{} of code\n```\n\n".format,
)


def random_list(seed: int) -> str:
    """A section of entries by year, with one or two astray and notes and blanks among them."""
    chance = random.Random(seed)  # noqa: S311  no secret
    numbers = list(range(12))
    for _ in range(chance.randint(1, 2)):
        numbers.insert(chance.randrange(12), numbers.pop(chance.randrange(12)))
    lead = chance.choice(("- ", "* ", "1. ", ""))
    between = "\n" if not lead else chance.choice(("", "\n"))
    parts = ["# Moss\n\n## Papers\n\n"]
    for at, n in enumerate([-1, *numbers]):
        parts += [item(n, 2024 - n, lead), between] if n >= 0 else []
        if chance.random() < 0.12:
            parts.append(chance.choice(NOTES)(f"note {at}"))
        parts.append("\n" * (chance.random() < 0.06))
    return "".join(parts) + chance.choice(("", "\n## Tools\n\nNone yet.\n"))


def random_bib(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311  no secret
    numbers = list(range(10))
    numbers.insert(chance.randrange(10), numbers.pop(chance.randrange(10)))
    notes = ("% note {}\n", "% note {}\n\n", "note {} in words\n", "@comment{{note {}}}\n", "\n")
    return "".join(
        (chance.choice(notes).format(at) if chance.random() < 0.2 else "")
        + (item_of_bib(n) + "\n" if n >= 0 else "")
        for at, n in enumerate([*numbers, -1])
    )


def item_of_bib(n: int) -> str:
    return re.sub(r"year = \{\d+\}", f"year = {{{2024 - n}}}, doi = {{10.99999/ml.{n}}}", bib(n))


def random_yaml(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311  no secret
    numbers = list(range(10))
    numbers.insert(chance.randrange(10), numbers.pop(chance.randrange(10)))
    notes = ("# note {}\n", "# note {}\n\n", "\n# note {}\n", "- note {}\n", "\n")
    return "papers:\n" + "".join(
        (chance.choice(notes).format(at) if chance.random() < 0.15 else "")
        + (yaml(n) if n >= 0 else "")
        for at, n in enumerate([*numbers, -1])
    )


def stands_by(text: str) -> Iterator[tuple[str, str]]:
    """Each note with the entry above it in its section, or else below it."""
    for section in re.split(r"^#+ \w+$", text, flags=re.MULTILINE):
        above, waiting = "", list[str]()
        for found in re.finditer(r"10\.99999/(ml\.\d+)|(note \d+|began note \d+)", section):
            if found[1]:
                above = found[1]
                yield from ((note, above) for note in waiting)
                waiting = []
            elif above:
                yield found[2], above
            else:
                waiting.append(found[2])


@pytest.mark.parametrize(
    ("path", "made"),
    [("list.md", random_list), ("refs.bib", random_bib), ("refs.yaml", random_yaml)],
)
def test_whatever_is_no_entry_stays_with_the_entry_it_stood_by(
    path: str, made: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "order_of", lambda *_: Order("year", falling=True))
    moved = 0
    for seed in range(60):
        text = made(seed)
        done = sorting.in_order(Document(path=path, text=text)).text
        assert sorted(stands_by(done)) == sorted(stands_by(text)), (seed, text, done)
        moved += done != text and any(stands_by(text))
    assert moved >= 5
