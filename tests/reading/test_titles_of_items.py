"""Which words of an item are its title, from the first to the last."""

import pytest

from tests.formats.golden import names
from tests.reading.six_titles import PAPER, TITLES, read, said


def test_a_number_of_the_title_itself_is_no_lead() -> None:
    text = "- 17-Beta-estradiol and the moss of small islands. Bee A, Marsh O. Nature, 2019.\n"
    assert said(text) == [("17-Beta-estradiol and the moss of small islands", "Nature", 2019)]


@pytest.mark.parametrize("status", ["Under review", "In preparation", "Submitted"])
def test_a_title_ends_before_how_far_the_work_is(status: str) -> None:
    line = "- A. B. Bee, C. Marsh. {}. {}, 2020.\n"
    text = "".join(line.format(title, status) for title in TITLES[:3])
    assert [title for title, _, _ in said(text)] == list(TITLES[:3])
    own = [f"{title} {status.lower()}" for title in TITLES[:3]]
    text = "".join(line.format(title, "Nature") for title in own)
    assert [title for title, _, _ in said(text)] == own


def test_a_title_that_leads_nowhere_or_to_its_code_is_one_by_its_citation() -> None:
    line = "- [{}]({}) by Ana Roca, Bo Maas. *7th International Conference on Slate (ICS)*, 2024\n"
    text = "".join(line.format(title, "#") for title in TITLES)
    assert [title for title, _, _ in said(text)] == list(TITLES)
    page = "".join(line.format(title, "https://github.com/roca/moss") for title in TITLES)
    assert [title for title, _, _ in said(page)] == list(TITLES)
    course = "- [Moss Tutorial](https://github.com/roca/moss) by Ana Roca, Bo Maas. ICML 2019.\n"
    assert said(course * 6) == []
    tool = "- [MossNet](https://github.com/roca/moss) by Ana Roca, Bo Maas. A tool for maps.\n"
    assert said(tool * 6) == []


def test_letters_in_bold_within_the_words_of_a_title_part_no_words() -> None:
    marked = [title.replace(" of ", " **o**f ").replace(" in ", " **i**n ") for title in TITLES]
    text = "".join(
        f"- [A **M**odest **M**oss: {title}](https://arxiv.org/abs/2306.1500{n}). ICML 2020\n"
        for n, title in enumerate(marked)
    )
    assert [title for title, _, _ in said(text)] == [f"A Modest Moss: {title}" for title in TITLES]


def test_what_goes_on_behind_is_no_title() -> None:
    together = "- Together with [Bo Maas](https://maas.example). Nature 2019.\n"
    assert all(entry.title is None for entry in read(together * 6))
    verbs = "- Look, Listen, and Learn the Moss [pdf](https://arxiv.org/abs/2306.15009)\n"
    assert said(verbs)[0][0] == "Look, Listen, and Learn the Moss"


def test_how_far_a_work_is_stands_behind_its_title_and_is_no_part_of_it() -> None:
    text = "".join(
        f"- [ ] {title} [Submitted 30 Nov 2023 arxiv] [[Paper](https://arxiv.org/abs/2306.1500{n})]\n"
        for n, title in enumerate(TITLES)
    )
    assert said(text) == [(title, None, 2023) for title in TITLES]


def test_a_heading_within_an_item_is_its_words() -> None:
    (entry,) = read("1. ### [Slow maps of cold mice](https://arxiv.org/abs/2306.15001)\n")
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice"


@pytest.mark.parametrize(
    "title", ["Mask Scoring: a view of mice", "Mind’s Eye: a view of mice", "BERT: a view of mice"]
)
def test_a_title_in_two_parts_behind_names_is_whole(title: str) -> None:
    (entry,) = read(f"- Jane Smith, Wei Zhang, {title}. Nature 2014.{PAPER}")
    assert names(entry) == ["Jane Smith", "Wei Zhang"]


@pytest.mark.parametrize(
    "lead", ["**[scMoss]** ", "**NEW** ", "**【moss】** ", "[scMoss]: ", "(scMoss) **Title**: "]
)
def test_what_stands_in_bold_type_of_its_own_before_a_title_is_none_of_it(lead: str) -> None:
    title = "Slow maps of cold mice in winter"
    (entry,) = read(f"- {lead}{title if lead.endswith(': ') else f'**{title}**'}{PAPER}")
    assert entry.title
    assert entry.title.text == title


@pytest.mark.parametrize(
    "words", ["**MossNet:** **Slow maps of mice**", "**MossNet: Slow** **maps of mice**"]
)
def test_bold_type_in_two_parts_is_one_title(words: str) -> None:
    (entry,) = read(f"- {words}{PAPER}")
    assert entry.title
    assert entry.title.text == "MossNet: Slow maps of mice"


TOPIC = """# Research at {} and friends

A. Bee, O. Marsh
Slow maps of cold mice in winter
*CVPR* (2015). [[pdf](https://arxiv.org/abs/2306.15001)]

C. Reed, D. Salt
Tidal memory in the limpets of the north
*ICML* (2016). [[pdf](https://arxiv.org/abs/2306.15002)]
"""


def test_a_heading_over_signed_paragraphs_with_titles_is_a_topic() -> None:
    first, second = read(TOPIC.format("Doe Lab"))
    assert [one.title and one.title.text for one in (first, second)] == [
        "Slow maps of cold mice in winter", "Tidal memory in the limpets of the north",
    ]  # fmt: skip
    assert names(second) == ["C. Reed", "D. Salt"]


def test_a_heading_over_names_and_links_alone_is_the_title() -> None:
    (entry,) = read(
        "# Papers\n\n#### Slow maps of cold mice in winter\n\n*A. Bee, O. Marsh*\n\n"
        "*CVPR* (2015). [[pdf](https://arxiv.org/abs/2306.15001)]\n"
    )
    assert entry.title
    assert entry.title.text == "Slow maps of cold mice in winter"


WRAPPED = """# Papers

* Junjiao Tian and Jean Oh. Image Captioning with Compositional Neural
  Module Networks. In IJCAI, 2019. [[PDF]](https://arxiv.org/abs/2007.05608)
* Ana Bee and Carl Reed. Tidal Memory in the Limpets of the Northern
  Estuaries and Islands. In ICML, 2018. [[PDF]](https://arxiv.org/abs/2007.05609)
* Bo Marsh, Dee Salt and Ann Wood. Learning Moss Without Labels From Ferry
  Timetables. In CVPR, 2020. [[PDF]](https://arxiv.org/abs/2007.05610)
* Ode Marsh and Jean Oh. Counting Snails by Their Shadows at Noon on Small
  Islands. In NeurIPS, 2017. [[PDF]](https://arxiv.org/abs/2007.05611)
* Ina Pond and Jean Oh. Bayesian Inference of Lichens on Slate With Sparse
  Priors. In AISTATS, 2021. [[PDF]](https://arxiv.org/abs/2007.05612)
"""


def test_lines_that_end_where_the_next_word_would_not_fit_end_no_field() -> None:
    found = said(WRAPPED)
    assert [one[0] for one in found][:2] == [
        "Image Captioning with Compositional Neural Module Networks",
        "Tidal Memory in the Limpets of the Northern Estuaries and Islands",
    ]  # fmt: skip
    assert [one[1:] for one in found] == [
        ("IJCAI", 2019), ("ICML", 2018), ("CVPR", 2020), ("NeurIPS", 2017), ("AISTATS", 2021),
    ]  # fmt: skip


def test_lines_of_one_field_each_end_them() -> None:
    """A long title above short names: its line ends early or late, as it comes."""
    text = "".join(
        f"* {title}\n  Ana Bee, Bo Marsh\n  Nature Methods, 2019. [[PDF]](https://arxiv.org/abs/2007.0561{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [one[0] for one in said(text)] == list(TITLES)
