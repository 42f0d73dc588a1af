"""Plain text: which lines are one record, and what its words say."""

import pytest

from pipeline import formats
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Reading
from pipeline.values.text import apply
from tests.formats.golden import names

WORKS = (
    ("Slow maps of cold mice in winter: a study of sleep and snow", "Bee A, Marsh O", "J Moss Res"),
    ("Tidal memory in the limpets of the northern estuaries", "Reed C, Salt D", "Shore Biol"),
    ("How lichens count the days between two rains on slate", "Marsh O, Bee A", "Lichen Lett"),
)
BLOCKS = "".join(
    f"{title}.\n{names}\n{venue}. 201{n} Aug 4;12:323.\nhttps://pubmed.ncbi.nlm.nih.gov/2181604{n}\n\n"
    for n, (title, names, venue) in enumerate(WORKS)
)
FILLED = """Papers

1. Slow maps of cold mice in winter and of the voles that follow
their tracks, A. Bee, O. Marsh, and C. Reed, J. Chem. Phys. 114, 81
(2014).

2. Tidal memory in the limpets of the northern estuaries, C. Reed and
D. Salt, Chem. Phys. Lett. 578, 92 (2013).

3. How lichens count the days between two rains on slate and granite
under a cold sky, A. Bee, D. Salt, and O. Marsh, J. Chem. Phys. 51,
151-160 (2015).

4. Comparing the speed of snails on wet and on dry sand of two bays,
O. Marsh and A. Bee, Chem. Phys. Lett. 9, 588 (2012).
"""


def read(text: str) -> Reading:
    return formats.read(Document(path="list.txt", text=text))


def titles(text: str) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in read(text).entries]


def test_the_lines_between_blank_ones_are_one_record_where_they_say_more_together() -> None:
    entries = read("Suggestions for the club\n========================\n\n" + BLOCKS).entries
    assert [e.title.text for e in entries if e.title] == [title for title, _, _ in WORKS]
    assert [", ".join(names(e)) for e in entries] == [people for _, people, _ in WORKS]
    assert [e.year.value for e in entries if e.year] == [2010, 2011, 2012]
    assert {e.section for e in entries} == {("Suggestions for the club",)}
    assert [(e.line, e.end_line) for e in entries] == [(4, 7), (9, 12), (14, 17)]


def test_paragraphs_of_titles_are_an_entry_a_line() -> None:
    text = "\n".join(
        f"Learning the {a} of the estuaries\nMapping {b} of small islands in spring\n"
        for a, b in (("moss", "snails"), ("tides", "ferries"), ("lichens", "inns"))
    )
    assert len(read(text).entries) == 6


def test_records_of_a_line_stay_a_line_each_though_blank_ones_part_their_sections() -> None:
    line = "Bee, A., & Marsh, O. (2019). {}. Journal of Moss Research, 47(15), 9967–9970."
    one, two, three = (line.format(title.split(":")[0]) for title, _, _ in WORKS)
    entries = read(f"{one}\n{two}\n\n{three}\n{one}\n").entries
    assert [entry.line for entry in entries] == [1, 2, 4, 5]


def test_a_title_goes_on_over_the_line_where_lines_are_filled() -> None:
    found = titles(FILLED)
    assert found[0] == "Slow maps of cold mice in winter and of the voles that follow their tracks"
    assert found[2] is not None
    assert found[2].endswith("on slate and granite under a cold sky")
    assert len(found) == 4


def test_a_line_that_ends_early_ends_a_field() -> None:
    (entry, *_) = read(BLOCKS.replace(".\n", "\n")).entries
    assert entry.title
    assert entry.title.text == WORKS[0][0]


@pytest.mark.parametrize("mark", ["\t1. ", "  - ", "        10. "])
def test_a_line_above_marked_ones_names_them(mark: str) -> None:
    said = "".join(
        f"{mark}{title}: https://arxiv.org/abs/2306.1500{n} (PRINTED)\n"
        for n, (title, _, _) in enumerate(WORKS)
    )
    entries = read(f"Animals:\n{said}\nPlants:\n{said}").entries
    assert [e.section for e in entries] == [("Animals",)] * 3 + [("Plants",)] * 3
    assert [e.title.text for e in entries if e.title] == [title for title, _, _ in WORKS] * 2


def test_a_name_of_one_word_before_an_address_is_no_title() -> None:
    said = "Animals:\n\t1. Mice: https://arxiv.org/abs/2306.15001\n\t2. {}: https://arxiv.org/abs/2306.15002\n"
    assert titles(said.format(WORKS[1][0])) == [None, WORKS[1][0]]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Title: Learning moss", id="nothing below"),
        pytest.param("Learning the moss genomes of small islands:", id="a title with a colon"),
    ],
)
def test_a_line_with_nothing_of_its_own_below_is_no_caption(line: str) -> None:
    assert len(read(f"{line}\nMapping snails of small islands in spring\n").entries) == 2


PROSE = """Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are
met: the names of its authors may not be used to endorse products that
are derived from it without specific prior written permission.

This software is provided by its authors as it is, and any warranty,
including that of fitness for a purpose, is disclaimed by all of them.
"""


def test_prose_is_no_list_of_titles() -> None:
    assert read(PROSE).entries == ()


def test_lines_that_are_titles_are_read_as_such_and_those_that_name_references_are_not() -> None:
    assert titles("".join(f"{title}\n" for title, _, _ in WORKS)) == [t for t, _, _ in WORKS]
    assert "Some papers that we read" not in titles("Some papers that we read\n\n" + BLOCKS)


@pytest.mark.parametrize("field", ["title", "venue", "year"])
def test_one_field_of_a_record_over_lines_is_written_and_nothing_else_changes(field: str) -> None:
    said = {"title": "Tidal memory of limpets", "venue": "Estuary Biol", "year": "2001"}
    change = Change(field=field, text=said[field])
    reading = read(BLOCKS)
    done = formats.rewrite(reading, reading.entries[1], change)
    assert done.edits
    after = read(apply(reading.text, done.edits)).entries
    assert len(after) == len(reading.entries)
    assert [(e.title, e.authors) for e in after[:1]] == [
        (e.title, e.authors) for e in reading.entries[:1]
    ]
    told = after[1].year.written if field == "year" and after[1].year else getattr(after[1], field)
    assert told.text == said[field]
    assert names(after[1]) == names(reading.entries[1])


def test_an_underlined_line_is_a_heading_above_records_of_a_line_too() -> None:
    said = "".join(
        f"{title}: https://arxiv.org/abs/2306.1500{n}\n" for n, (title, _, _) in enumerate(WORKS)
    )
    entries = read(f"Animals\n=======\n{said}\nPlants\n------\n\n{said}").entries
    assert [e.section for e in entries] == [("Animals",)] * 3 + [("Plants",)] * 3


MAIL = """------------------------------------------------------------------------------
\\\\
arXiv:2101.00001
Date: Fri, 1 Jan 2021 00:00:00 GMT   (123kb)

Title: Slow maps of cold mice: A study of winter
  roofs
Authors: Ana Bee, Bo C. Marsh,
  Cy Reed
Categories: cs.LG cs.AI
Comments: 5 pages
Journal-ref: Phys. Rev. D 101 (2020) 12
\\\\
  We study maps. They are: slow.
Title: no title
\\\\ ( https://arxiv.org/abs/2101.00001 ,  123kb)
------------------------------------------------------------------------------
\\\\
arXiv:2101.00002
Date: Fri, 1 Jan 2021 00:00:00 GMT   (123kb)

Title: Fast maps
Authors: Ana Bee and Bo C. Marsh (Moss Institute)
Categories: cs.LG
\\\\
  We study the fast maps.
\\\\ ( https://arxiv.org/abs/2101.00002 ,  123kb)
"""


def test_lines_that_name_their_fields_are_read_by_these_names() -> None:
    first, second = read(MAIL).entries
    assert first.title
    assert first.title.text == "Slow maps of cold mice: A study of winter roofs"
    assert names(first) == ["Ana Bee", "Bo C. Marsh", "Cy Reed"]
    assert (first.venue and first.venue.text) == "Phys. Rev. D"
    assert (first.year and first.year.value) == 2020
    assert second.title
    assert second.title.text == "Fast maps"
    assert names(second) == ["Ana Bee", "Bo C. Marsh"]
    assert second.year is None
    assert {str(m.identifier) for one in (first, second) for m in one.mentions} == {
        "arxiv:2101.00001",
        "arxiv:2101.00002",
    }


def test_who_keeps_a_list_is_no_entry_of_its_blocks() -> None:
    lead = "Papers on maps. Maintained by Jana Novak (https://github.com/novak) for our group.\n\n"
    found = read(lead + "Title: Fast maps\nAuthors: Ana Bee\nhttps://arxiv.org/abs/2101.00002\n")
    assert [names(one) for one in found.entries] == [["Ana Bee"]]


def test_a_by_line_goes_on_over_the_end_of_a_line() -> None:
    text = "".join(
        f"[{n}] {people} Slow maps of cold\n    mice and their {what}. Nature Communications,\n"
        f"    12(1):569{n}, 2021.\n\n"
        for n, (people, what) in enumerate(
            (
                ("S. Islam, J.-B. Fan, P.\n    Loen and C. Reed.", "roofs"),
                ("A. Bee, F. A. Wolf, T.\n    H. Hut, B. Moss and D. Salt.", "rivers"),
            ),
            1,
        )
    )
    found = read(text).entries
    assert [names(one) for one in found] == [
        ["S. Islam", "J.-B. Fan", "P. Loen", "C. Reed"],
        ["A. Bee", "F. A. Wolf", "T. H. Hut", "B. Moss", "D. Salt"],
    ]


def test_tabs_part_the_fields_of_a_line() -> None:
    text = "".join(
        f"20{n}\t{venue}\t{who} et al.\t{title}\n"
        for n, venue, who, title in (
            (19, "WACV", "Gleason", "A Proposal-Based Solution to Action Detection"),
            (25, "CVPR", "Majumder", "Which Viewpoint Shows it Best in Videos"),
            (23, "ICML", "Singh", "Explainable Video Anomaly Localization"),
        )
    )
    found = read(text).entries
    assert [names(one) for one in found] == [["Gleason"], ["Majumder"], ["Singh"]]
    assert [one.venue and one.venue.text for one in found] == ["WACV", "CVPR", "ICML"]
