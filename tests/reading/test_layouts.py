"""A list is read as a whole: its words and its layout tell what the title of an item is."""

# ruff: noqa: E501  a case is a line

import pytest

from pipeline import formats
from pipeline.markup.inline import flow_of
from pipeline.reading.entries import scene_addresses
from pipeline.reading.guesses import features, runs, weights
from pipeline.reading.layouts import UNSEEN, chosen, learnt
from pipeline.reading.scene import scene_of
from pipeline.reading.scoring import NEAR, guesses
from pipeline.reading.strip import Strip, strip_of
from pipeline.reading.wording import wording
from pipeline.values.entry import Document, Entry

TITLES = (
    "A slow road to better maps of mice",
    "Spectral estimation of harbour noise under drift",
    "Learning to forecast coastal storms from buoys",
    "Deep networks for the detection of rare orchids",
    "On the stability of sparse gardens in winter",
    "Token mixing improves retrieval of old letters",
    "Adaptive sampling for shallow water equations",
)
PEOPLE = (
    "Ana Roca, Bo Lindqvist, Chi-Wei Maas",
    "Dag Ekström, Eva Novak",
    "Hans Weber, Mei Tanaka",
)


def strip(text: str) -> Strip:
    flow = flow_of(text, [(0, len(text))], {})
    return strip_of(scene_of(flow, 0, len(flow.text), scene_addresses(flow)))


def read(*lines: str) -> tuple[Entry, ...]:
    text = "# Papers\n\n" + "\n".join(lines) + "\n"
    return formats.read(Document(path="list.md", text=text)).entries


def listed(form: str) -> list[str]:
    return [
        form.format(title=title, people=PEOPLE[n % len(PEOPLE)], n=n)
        for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spectral estimation of harbour noise", "title"),
        ("Geoffrey Hinton, Yann LeCun", "name"),
        ("Proceedings of the IEEE Conference on Computer Vision", "venue"),
        ("this repo contains a list of papers", "prose"),
    ],
)
def test_words_tell_what_they_are_of(text: str, kind: str) -> None:
    said = wording(text, 0, len(text))
    assert max(("title", "name", "venue", "prose"), key=lambda one: getattr(said, one)) == kind


def test_a_strip_is_atoms_with_the_signs_between_them() -> None:
    told = strip("**A slow road**. Ana Roca, 2020 [[pdf](https://arxiv.org/abs/2306.15006)]")
    said = [told.text[a:b] for a, b in zip(told.starts, told.ends, strict=True)]
    assert said == ["A slow road", "Ana Roca", "2020"]
    assert told.gaps == [("^", "+B"), ("-B", "."), (",",), ("s", "D", "$")]
    assert told.kinds == ["T", "A", "Y"]


def test_every_gap_has_an_atom_before_it_but_the_first() -> None:
    told = strip("Ward W, Moore A: *A slow road* (J Nutr 2005)")
    assert len(told.gaps) == len(told.starts) + 1


def test_the_best_guess_is_the_title() -> None:
    told = strip("Roca A, Lindqvist B: Deep networks for the detection of orchids. J Nutr 2005.")
    best = max(guesses(told), key=lambda one: one.score)
    said = told.text[told.starts[best.first] : told.ends[best.last]]
    assert said == "Deep networks for the detection of orchids"


def test_a_slot_that_most_items_take_gains_on_one_that_few_take() -> None:
    items = [[("left", 1000, ""), ("right", 0, "")]] * 9 + [[("left", 0, ""), ("right", 400, "")]]
    gains = learnt(items)
    assert gains["left"] > gains["right"]
    assert chosen(items[-1], gains) == 0
    assert chosen([("left", 0, ""), ("right", 40_000, "")], gains) == 1


def test_the_order_of_the_items_does_not_matter() -> None:
    items = [[("a", n, ""), ("b", 700 - n, "rule:bold"), ("c", 100, "")] for n in range(0, 700, 90)]
    assert learnt(items) == learnt(items[::-1])


def test_no_slot_is_learnt_from_no_items() -> None:
    assert learnt([]) == {}
    assert chosen([("new", 5, ""), ("other", 7, "")], {}) == 1
    assert UNSEEN < 0


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("* {people}: {title}. J Nutr 200{n}, 16:368. https://doi.org/10.5555/x{n}", id="names, a colon, the title"),
        pytest.param("* [Topic] {title} [[pdf](https://arxiv.org/abs/230{n}.15006)]", id="a topic in brackets"),
        pytest.param("* (Net-{n}) {title} [[pdf](https://arxiv.org/abs/230{n}.15006)]", id="a nickname in brackets"),
        pytest.param('* {people}. "{title}." In Proceedings of Growth, pp. 1-9. 200{n}. [pdf](https://arxiv.org/abs/230{n}.15006)', id="a whole citation"),
        pytest.param("* [[PDF](https://arxiv.org/abs/230{n}.15006)] {title}, {people}, 200{n}", id="the link first"),
        pytest.param("* {title} | {people} | Neural Computation | [link](https://arxiv.org/abs/230{n}.15006)", id="bars"),
        pytest.param("#### {n}. {title}\n\n- {people}\n- [[Abstract]](https://doi.org/10.5555/x{n})\n", id="the title is the heading"),
    ],
)  # fmt: skip
def test_a_layout_is_read_by_all_its_items(form: str) -> None:
    assert [entry.title and entry.title.text for entry in read(*listed(form))] == list(TITLES)


def test_a_by_line_before_a_colon_keeps_its_last_author() -> None:
    form = "* {people}: {title}. J Nutr 200{n}, 16:368. https://doi.org/10.5555/x{n}"
    for entry, people in zip(read(*listed(form)), PEOPLE * 3, strict=False):
        assert entry.authors is not None
        assert ", ".join(name.text for name in entry.authors.names) == people


def test_headings_of_topics_are_no_titles() -> None:
    topics = [f"## Deep learning for coastal forecasts {n}\n\n{line}\n" for n, line in
              enumerate(listed("* [{title}](https://arxiv.org/abs/230{n}.15006)"))]  # fmt: skip
    assert [entry.title and entry.title.text for entry in read(*topics)] == list(TITLES)


def test_papers_below_the_heading_of_a_topic_are_each_its_own() -> None:
    """Each has its link and its names; one entry was read of them all."""
    names = "Orla Penhallow, Tib Sander, Mara Lindqvist, Jun Hasek, Vik Anand, Tora Lund, and Bo Li"
    form = "{n}. **{title}.** *{names}.* <ins>ICLR</ins> 2020. [[pdf](https://openreview.net/pdf?id=rJlUt0E{n})].\n   "
    lines = [form.format(n=n, title=title, names=names) for n, title in enumerate(TITLES, 1)]
    for heading in ("Data and feature augmentation for language models", "Others"):
        entries = read(f"### 6.2 {heading}\n\n", *lines[:4], "### 7. Evaluation\n")
        assert [entry.block for entry in entries] == ["item"] * 4


def test_so_are_paragraphs_that_name_their_titles() -> None:
    form = '**[{n}]** Penhallow, Orla, et al. "**{title}**." arXiv preprint (2016). [[pdf]](https://arxiv.org/pdf/230{n}.15006) :star:\n'
    lines = [form.format(n=n, title=title) for n, title in enumerate(TITLES, 1)]
    entries = read(
        "## 2.8 One shot deep learning for networks\n", *lines[:3], "## 3 Applications\n"
    )
    assert [entry.title and entry.title.text for entry in entries] == list(TITLES[:3])


def test_an_item_among_papers_is_one() -> None:
    lines = listed("* {title} [[paper](https://arxiv.org/abs/230{n}.15006)]")
    lines[3] = f"* {TITLES[3]} [[code](https://github.com/a/b)]"
    assert [entry.title and entry.title.text for entry in read(*lines)] == list(TITLES)


UNLINKED = (
    "* Learned Indexes for Dynamic Workloads (SIGMOD 2019)",
    "* Self-Driving Database Management Systems (CIDR 2017)",
    "* Database Gyms (CIDR 2023)",
    "* Towards instance-optimized data systems (VLDB 2021)",
    "* openGauss: An Autonomous Database System (VLDB 2021)",
    "* The Case for Learned Data Structures (2020)",
)


def test_titles_with_venue_and_year_are_papers_without_any_link() -> None:
    found = read(*UNLINKED, "* Which Knobs Matter: An Essay on Tuning Database Systems")
    assert len(found) == len(UNLINKED) + 1
    assert [entry.year.value for entry in found if entry.year] == [
        2019,
        2017,
        2023,
        2021,
        2021,
        2020,
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # Events of a year, releases of tools, groups, chapters.
        ["* Spring school in Turin (2019)", "* Summer camp in Bern (2018)"] * 3,
        [f"* [Tool{n}](https://github.com/a/tool{n}) plots maps of mice (2019)" for n in range(7)],
        ["* IoTDI (2017, 2016)", "* Sensys (2016, 2015)", "* IPSN (2017)", "* Mobicom (2016)"] * 2,
        ["* Attacks on sensors", "* Maps of gardens in winter", "* Learning to forecast storms"]
        * 3,
    ],
)
def test_what_is_dated_or_worded_alone_is_no_paper(lines: list[str]) -> None:
    assert not read(*lines)


def test_a_tool_among_tools_is_no_paper() -> None:
    lines = [f"* [Tool {n}](https://github.com/a/{n}) - draws maps of mice" for n in range(7)]
    assert read(*lines) == ()


@pytest.mark.parametrize(
    "text",
    [
        'Roca A, Lindqvist B: Deep networks for the "detection" of orchids. J Nutr 2005.',
        "[x] (b) **A road to [mice** ok, Ana Roca, In Nature 2020 [pdf](http://x.org/a) more words.",
        '** a b ) c ( "q** a b ) c ( "q** a b ) c ( "q',
    ],
)
def test_a_run_is_worth_what_its_signs_weigh_together(text: str) -> None:
    told, known = strip(text), weights()
    slow = {
        (first, last): sum(
            known.get(name, 0.0) * n for name, n in features(told, first, last, sums)
        )
        for first, last, sums in runs(told)
    }
    best = max(slow.values(), default=0.0)
    fast = {(one.first, one.last): one.score for one in guesses(told)}
    assert fast == pytest.approx({at: n for at, n in slow.items() if n > best - NEAR})


def test_a_rule_that_a_list_bears_out_is_followed() -> None:
    """Where an item by itself says otherwise; one that is mostly wrong is not."""
    doubtful = [("right", 0, "rule:bold"), ("left", 300, "")]
    borne_out = [[("right", 2000, "rule:bold"), ("left", 0, "")]] * 20
    refuted = [[("right", 0, "rule:bold"), ("left", 4000, "")]] * 20
    assert chosen(doubtful, {"rule:bold": learnt(borne_out)["rule:bold"]}) == 0
    assert chosen(doubtful, {"rule:bold": learnt(refuted)["rule:bold"]}) == 1


def test_quotation_marks_within_a_title_do_not_end_it() -> None:
    said = 'On the "Rashomon" view of models from reviews'
    lines = listed("* (200{n}) {title} by {people} http://x.org/{n}.pdf")
    lines[2] = f"* (2002) {said} by Ana Roca http://x.org/2.pdf"
    entry = read(*lines)[2]
    assert entry.title is not None
    assert entry.title.text == said


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("- {title}\n  - <sub>[논문](https://doi.org/10.1016/x{n})</sub>\n  - 202{n}", id="below a bullet"),
        pytest.param("(Net-{n}) **{title}**\n- Author: Bo Lindqvist\n- [📄](https://doi.org/10.1016/x{n})\n", id="below a line"),
    ],
)  # fmt: skip
def test_fields_on_lines_below_a_title_are_its_own(form: str) -> None:
    found = read(*listed(form))
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)
    assert [str(entry.mentions[0].identifier) for entry in found] == [
        f"doi:10.1016/x{n}" for n in range(len(TITLES))
    ]


def test_works_below_a_topic_are_entries_of_their_own() -> None:
    below = listed("  - [{title}](https://arxiv.org/abs/230{n}.15006)")
    found = read("- Deep learning for the forecast of storms", *below)
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)


def test_items_of_an_html_list_are_items() -> None:
    lines = listed(
        '  <li><a href="https://doi.org/10.5555/x{n}">{title}</a>, {people}, 200{n}</li>'
    )
    found = read("<ul>", *lines, "</ul>")
    assert [entry.title and entry.title.text for entry in found] == list(TITLES)
    assert [len(entry.links) for entry in found] == [1] * len(TITLES)


def test_an_address_of_many_works_is_not_a_paper_whose_title_is_to_be_found() -> None:
    (many,) = read("- Proceedings https://arxiv.org/html/1807.01308")
    (one,) = read("- Preprint https://arxiv.org/abs/1807.01308")
    assert many.unparsed is not None
    assert one.unparsed is None


@pytest.mark.parametrize(
    ("line", "venue", "year"),
    [
        ("- [CP'2016] [{}](https://link.springer.com/chapter/10.1007/978-3-319-44953-1_22)", "CP", 2016),
        ("- [WIREs'2017] [{}](https://doi.org/10.1002/widm.1207)", "WIREs", 2017),
        ("- [[AAAI2022](https://arxiv.org/abs/2112.09205)] {}", "AAAI", 2022),
        ("- [[MLMIR 2018](https://arxiv.org/abs/2112.09205)] {}", "MLMIR", 2018),
        ("- {} [[CVPR]](https://arxiv.org/abs/2112.09205)", "CVPR", None),
        ("- {} [[paper]](https://arxiv.org/abs/2112.09205) [[IEEE 2020]](https://ieeexplore.ieee.org/document/1)", None, None),
        ("- [[Arxiv](https://arxiv.org/abs/2112.09205)] {}", None, None),
        ("- {} [[PyTorch 2020]](https://github.com/a/b) [[pdf]](https://arxiv.org/abs/2112.09205)", None, None),
    ],
)  # fmt: skip
def test_a_tag_or_label_of_a_name_with_its_year_is_the_venue(
    line: str, venue: str | None, year: int | None
) -> None:
    for entry, title in zip(read(*(line.format(t) for t in TITLES)), TITLES, strict=True):
        assert entry.title is not None
        assert entry.title.text == title
        assert (entry.venue and entry.venue.text) == venue
        assert (entry.year and entry.year.value) == year


def test_keyed_lines_below_a_title_say_its_venue_and_year() -> None:
    below = "    - Ana Roca, Bo Lindqvist\n    - 🏛️ Institutions: Unknown\n    - 📅 Date: March 05, 2024\n    - 📑 Publisher: {}"
    forms = ["arXiv", "ICLR 2024 (Poster)", "arXiv", "AAMAS 2024"]
    lines = [
        f"- [{title}](https://arxiv.org/abs/2403.0000{n})\n" + below.format(form)
        for n, (title, form) in enumerate(zip(TITLES, forms, strict=False))
    ]
    found = read(*lines)
    assert [entry.venue and entry.venue.text for entry in found] == [
        "arXiv",
        "ICLR",
        "arXiv",
        "AAMAS",
    ]
    assert [entry.year and entry.year.value for entry in found] == [2024] * 4


@pytest.mark.parametrize(
    "remark", ["The code is slow but works", "Very readable", "John Ingraham", "Unpublished yet"]
)
def test_a_remark_or_a_name_behind_the_year_is_no_venue(remark: str) -> None:
    lines = [
        f"- **{t}**. Roca A, Dee D. 2013. *{remark}*. [[pdf](http://x.org/{n}.pdf)]"
        for n, t in enumerate(TITLES)
    ]
    assert all(entry.venue is None for entry in read(*lines))


@pytest.mark.parametrize("sign", [" ", ". ", ", "])
@pytest.mark.parametrize(
    ("venue", "cited"),
    [
        ("J. Chem. Phys.", "161, 154109 (2024)"),
        ("Electron. Struct.", "6 (2024) 042501"),
        ("Phys. Rev. B", "12, 9 (2024)"),
    ],
)
def test_a_journal_in_shortened_words_before_its_volume_ends_the_title(
    sign: str, venue: str, cited: str
) -> None:
    lines = [
        f"* {line}"
        for line in listed(
            "{people}, {title}" + f"{sign}{venue} {cited} [Link](https://doi.org/10.1000/{{n}})"
        )
    ]
    assert [entry.title and entry.title.text for entry in read(*lines)] == list(TITLES)


@pytest.mark.parametrize(
    ("title", "journal"),
    [
        ("On the History of Physics", "Am. J. Phys"),
        ("Fish Stocks of Lake Victoria", "J. Fish. Biol"),
        ("Seismicity of Japan", "Bull. Seismol. Soc. Am"),
        ("Sea Ice and Climate", "Geophys. Res. Lett"),
        ("The Limnology of Crater Lake", "Ann. Rev. Mar. Sci"),
    ],
)
def test_the_last_word_of_a_title_is_no_journals(title: str, journal: str) -> None:
    line = f"1. Roca A, Bee B. {title}. {journal}. 12, 33 (2020). https://doi.org/10.1000/a8"
    (entry,) = read(line)
    assert entry.title
    assert entry.venue
    assert (entry.title.text, entry.venue.text) == (title, journal)


@pytest.mark.parametrize(
    "text", ["Moore A. Maps. J Nutr 2005", "Roca, Bo Lee. Mice. 2020", "Mice of A. B. Roca 2020"]
)
def test_initials_and_names_are_no_shortened_journal(text: str) -> None:
    said = strip(text)
    whole = [text[a:b] for a, b in zip(said.starts, said.ends, strict=True)]
    assert not any(". J" in one or ". M" in one for one in whole)


@pytest.mark.parametrize("venue", ["mAbs", "NeuIPS", "Biometrika", "Village Archives", "T-CSVT"])
def test_a_venue_that_nobody_knows_is_one_where_venues_stand(venue: str) -> None:
    lines = [
        f"- **{t}**. Roca A, Dee D. *{venue}* 2013. [[pdf](http://x.org/{n}.pdf)]"
        for n, t in enumerate(TITLES)
    ]
    assert {entry.venue and entry.venue.text for entry in read(*lines)} == {venue}


def test_a_chinese_full_stop_parts_fields_without_a_blank() -> None:
    lines = [
        f"- {t}。Hirayama AK、Nakagawa B。In arXiv 2022 [[pdf](http://x.org/{n}.pdf)]"
        for n, t in enumerate(TITLES)
    ]
    for entry, title in zip(read(*lines), TITLES, strict=True):
        assert entry.title is not None
        assert entry.title.text == title
        assert entry.venue is not None
        assert entry.venue.text == "arXiv"


def test_titles_with_people_and_a_year_are_papers_without_any_link() -> None:
    lines = [f"- {t}, Ana Roca, Bo Lindqvist, 200{n}" for n, t in enumerate(TITLES)]
    assert len(read(*lines)) == len(TITLES)
