"""Lists in every shape, each with what a reader understands of it."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import textwrap
from typing import Any

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry, Reading
from pipeline.write.bare_links import bare
from tests.formats.golden import names

ARXIV = "https://arxiv.org/abs/2306.15006"


def read(text: str, path: str = "list.md") -> Reading:
    reading = formats.read(Document(path=path, text=text))
    for entry in reading.entries:
        for field in (entry.title, entry.venue, entry.authors and entry.authors.written):
            if field:
                assert field.span.cut(reading.text) == field.raw
        for link in entry.links:
            assert link.span.cut(reading.text) in ("", link.url, link.url.replace("&", "&amp;"))
    return reading


def said(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title and entry.title.text,
        "authors": names(entry),
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and entry.year.value,
    }


T = "A slow road to better maps of mice"
FULL = {"title": T, "authors": ["Ana Roca", "Bo Li"], "venue": "Nature Methods", "year": 2020}

SHAPES = [
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **Nature Methods**, 2020. [[Link]]({ARXIV})", FULL, id="bold title"),
    pytest.param(f"- **{T}..** Ana Roca & Bo Li . *Nature Methods* (2020) [[Link]]()", FULL, id="empty link, two full stops"),
    pytest.param(f"- [{T}]({ARXIV}). Ana Roca, Bo Li. *Nature Methods*, 2020.", FULL, id="linked title"),
    pytest.param(f"1. Ana Roca and Bo Li (2020). {T}. Nature Methods. [[paper]]({ARXIV})", FULL, id="authors first"),
    pytest.param(f'* "{T}", Ana Roca, Bo Li, Nature Methods 2020. [[Paper]({ARXIV})]', FULL, id="quoted"),
    pytest.param(f"- **{T}**\n  Ana Roca, Bo Li\n  *Nature Methods* (2020) [[pdf]]({ARXIV})", FULL, id="three lines"),
    pytest.param(f"* [{T}]({ARXIV}) - Ana Roca, Bo Li - Nature Methods (2020)", FULL, id="dashes"),
    pytest.param(f"- **2020-03** | {T} | *Ana Roca and Bo Li* | [Nature Methods]({ARXIV})", FULL, id="bars and a date"),
    pytest.param(f"* Ana Roca and Bo Li. 2020. [{T}]({ARXIV}). In *Nature Methods*.", FULL, id="authors, year, linked title"),
    pytest.param(f"**{T}**<br>*Ana Roca, Bo Li*<br>[Nature Methods (2020)]({ARXIV})", FULL, id="breaks in HTML"),
    pytest.param(f'- <b>{T}</b>. Ana Roca, Bo Li. <i>Nature Methods</i> 2020 <a href="{ARXIV}">pdf</a>', FULL, id="HTML"),
    pytest.param(f"- `[Nature Methods 2020]` **{T}**. Ana Roca, Bo Li. [paper]({ARXIV})", FULL, id="venue tag in code"),
    pytest.param(f"- [Nature Methods 2020] **{T}** *Ana Roca, Bo Li* [[pdf]({ARXIV}), [code](https://github.com/a/b)]", FULL, id="venue tag"),
    pytest.param(f'**[5]** Roca, Ana, and Bo Li. "**{T}**." Nature Methods 15.1 (2020): 19-25. [[pdf]]({ARXIV}) :star::star:', FULL | {"authors": ["Roca, Ana", "Bo Li"]}, id="Chicago"),
    pytest.param(f"- {T} by Ana Roca, Bo Li [[pdf]]({ARXIV})", FULL | {"venue": None, "year": None}, id="by"),
    pytest.param(f"- NIPS'20 {T} [[arxiv]({ARXIV})]", {"title": T, "authors": [], "venue": "NIPS", "year": 2020}, id="venue with a short year"),
    pytest.param(f'- **MAPS**: "{T}", arXiv, 2020 (*Some Lab*). [[Paper]({ARXIV})]', {"title": T, "authors": [], "venue": "arXiv", "year": 2020}, id="nickname before a quoted title"),
    pytest.param(f"- **MAPS**: {T}. [paper]({ARXIV})", {"title": f"MAPS: {T}", "authors": [], "venue": None, "year": None}, id="nickname of the title"),
    pytest.param(f"- [Tool](https://github.com/a/b) - [C++] - [{T}]({ARXIV})", {"title": T, "authors": [], "venue": None, "year": None}, id="tool, then paper"),
    pytest.param(f"- **{T}**, A. Roca et al. 2020. [pdf][1]\n\n[1]: {ARXIV}", {"title": T, "authors": ["A. Roca"], "venue": None, "year": 2020}, id="reference link, et al."),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **NeurIPS (Spotlight)**. [[Link]](<{ARXIV}>)", {"title": T, "authors": ["Ana Roca", "Bo Li"], "venue": "NeurIPS", "year": None}, id="track"),
    pytest.param(f"- 📄 **{T}.** 张三, 李四. *Nature Methods* 2020 [[pdf]]({ARXIV}) ![](https://img.shields.io/x)", FULL | {"authors": ["张三", "李四"]}, id="emoji, Chinese, badge"),
    pytest.param(f"- [Maps:]({ARXIV}) Slow roads to mice", {"title": "Maps: Slow roads to mice", "authors": [], "venue": None, "year": None}, id="linked nickname with its colon"),
    pytest.param(f"- [Maps:]({ARXIV}) Slow roads to mice | SOSP' 23", {"title": "Maps: Slow roads to mice", "authors": [], "venue": "SOSP", "year": 2023}, id="a blank in a short year"),
    pytest.param(f"- [Rivers And Mountains]({ARXIV}) - Ana Roca, Bo Li - Nature Methods (2020)", FULL | {"title": "Rivers And Mountains"}, id="a linked title like two names, before the by-line"),
    pytest.param(f"- **Sandy Beaches, Muddy Shores And Rocky Coasts.** Ana Roca, Bo Li. *Nature Methods*, 2020. [[Link]]({ARXIV})", FULL | {"title": "Sandy Beaches, Muddy Shores And Rocky Coasts"}, id="a bold title like three names, before the by-line"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Deep Dunes And Shallow Seas. Nature Methods. [[paper]]({ARXIV})", FULL | {"title": "Deep Dunes And Shallow Seas"}, id="a title like two names, behind the by-line"),
    pytest.param(f"- **Roman Glass.** Ana Roca, Bo Li. **Nature Methods**, 2020. [[Link]]({ARXIV})", FULL | {"title": "Roman Glass"}, id="a bold title of two words"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Mapping mice in C++. Nature Methods. [[paper]]({ARXIV})", FULL | {"title": "Mapping mice in C++"}, id="a title that ends in signs"),
    pytest.param(f"- **Ana Roca**, Bo Li. [{T}]({ARXIV}). *Nature Methods*, 2020.", FULL, id="one author bold is no title"),
    pytest.param(f"- **Mouse Lab** - Ana Roca, Bo Li. [{T}]({ARXIV}). *Nature Methods*, 2020.", FULL | {"authors": []}, id="a bold lab is no title"),
    pytest.param(f"* [{T}]({ARXIV}) - Ana Roca, Bo Li - In Silico Biology (2020)", FULL | {"venue": "In Silico Biology"}, id="a journal that begins with In"),
    pytest.param(f"* [{T}]({ARXIV}) - Ana Roca, Bo Li - In Nature Methods (2020)", FULL, id="In before a journal"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **Proceedings of the Events and Stories in the News Workshop**, 2020. [[Link]]({ARXIV})", FULL | {"venue": "Proceedings of the Events and Stories in the News Workshop"}, id="a workshop's own proceedings"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **NeurIPS Workshop**, 2020. [[Link]]({ARXIV})", FULL | {"venue": "NeurIPS"}, id="a workshop as a track"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **Acm trans. web**, 2020. [[Link]]({ARXIV})", FULL | {"venue": "Acm trans. web"}, id="an abbreviation of five letters"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. Nature Methods. arXiv. 2020. [[Link]]({ARXIV})", FULL, id="a venue ends where arXiv begins"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. Proceedings of the fourth workshop on vision and language. [[paper]]({ARXIV})", FULL | {"venue": "Proceedings of the fourth workshop on vision and language"}, id="proceedings in small letters"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Do mice have maps? A new approach for mazes. arXiv. [[paper]]({ARXIV})", FULL | {"title": "Do mice have maps? A new approach for mazes", "venue": "arXiv"}, id="a question within the title"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Do mice have maps? Nature Methods. [[paper]]({ARXIV})", FULL | {"title": "Do mice have maps?"}, id="a question that is the title"),
    pytest.param(f"- [Antarctic Peninsula and South America (Patagonia) mouse faunas]({ARXIV}). Ana Roca, Bo Li. *Nature Methods*, 2020.", FULL | {"title": "Antarctic Peninsula and South America (Patagonia) mouse faunas"}, id="a linked title that begins like names"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. 26th Annual Meeting of the Association for Maps. [[paper]]({ARXIV})", FULL | {"venue": "26th Annual Meeting of the Association for Maps"}, id="a numbered meeting of nobody known"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Slow roads for mice. Insights from the Maldives. REGIONAL ENVIRONMENTAL CHANGE. [[paper]]({ARXIV})", FULL | {"title": "Slow roads for mice. Insights from the Maldives", "venue": "REGIONAL ENVIRONMENTAL CHANGE"}, id="a second phrase of the title before the venue"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. Marine Ecology Letters. Elsevier. [[paper]]({ARXIV})", FULL | {"venue": "Marine Ecology Letters"}, id="a publisher behind the venue"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Mice of the brand MMT®. Nature Methods. [[paper]]({ARXIV})", FULL | {"title": "Mice of the brand MMT®"}, id="a title that ends in a mark"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. Concurrency and Computation: Practice and Experience. [[paper]]({ARXIV})", FULL | {"venue": "Concurrency and Computation: Practice and Experience"}, id="a journal with its subtitle"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. Abstract and Applied Analysis. [[paper]]({ARXIV})", FULL | {"venue": "Abstract and Applied Analysis"}, id="a journal that begins like a label"),
    pytest.param(f"- [SemEval 2018 Task 2: Mouse Emoji Prediction]({ARXIV}). Ana Roca, Bo Li. *Nature Methods*, 2020.", FULL | {"title": "SemEval 2018 Task 2: Mouse Emoji Prediction"}, id="a shared task is no venue tag"),
    pytest.param(f"- Ana Roca, Bo Li (2018). Mouse masses after Hurricane Matthew (2016). Nature Methods. [[pdf]]({ARXIV})", FULL | {"title": "Mouse masses after Hurricane Matthew (2016)", "year": 2018}, id="a year of the title, another behind the names"),
    pytest.param(f"- Ana Roca, Bo Li (2018). Mouse masses and the droplet model (2018). Nature Methods. [[pdf]]({ARXIV})", FULL | {"title": "Mouse masses and the droplet model", "year": 2018}, id="the same year twice is the entry's"),
    pytest.param(f"- Ana Roca, Bo Li (2018). Mouse masses and the droplet model (2019). Nature Methods. [[pdf]]({ARXIV})", FULL | {"title": "Mouse masses and the droplet model", "year": 2018}, id="a later year is no part of the title"),
    pytest.param(f"- **Mouse masses and the droplet model (2012)**\n  Ana Roca, Bo Li\n  *Nature Methods* (2020) [[pdf]]({ARXIV})", FULL | {"title": "Mouse masses and the droplet model (2012)"}, id="a year of the title, another behind"),
    pytest.param(f"- **Mouse masses and the droplet model (2020)** Ana Roca, Bo Li. *Nature Methods*. [[pdf]]({ARXIV})", FULL | {"title": "Mouse masses and the droplet model"}, id="the only year behind the title"),
    pytest.param(f'1. Ana Roca, Bo Li (2020). The SILVA and "all-mice Living Tree Project" taxonomic frameworks. Nature Methods. [[paper]]({ARXIV})', FULL | {"title": 'The SILVA and "all-mice Living Tree Project" taxonomic frameworks'}, id="a quotation within the title"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). Mapping mice with R. Nature Methods. [[paper]]({ARXIV})", FULL | {"title": "Mapping mice with R"}, id="a title that ends in R"),
    pytest.param(f"- Mapping mice by R. Roca, B. Li. Nature Methods, 2020. [[paper]]({ARXIV})", FULL | {"title": "Mapping mice", "authors": ["R. Roca", "B. Li"]}, id="R. as an initial"),
    pytest.param(f'* [{T}]({ARXIV}) - Ana Roca, Bo Li - "Agriculture, Mice and Environment" (2020)', FULL | {"venue": None}, id="a venue in quotation marks is no title"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. 38th conference on Neural Information Processing Systems. [[paper]]({ARXIV})", FULL | {"venue": "38th conference on Neural Information Processing Systems"}, id="a conference by its number, in mixed case"),
    pytest.param(f"1. Ana Roca, Bo Li (2020). {T}. 3D Printing and Additive Manufacturing. [[paper]]({ARXIV})", FULL | {"venue": "3D Printing and Additive Manufacturing"}, id="a journal that begins with a number"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li, 2020. [[Link]]({ARXIV}) 1st prize at the NeurIPS workshop on dune physics", FULL | {"venue": None}, id="a prize at a workshop is no venue"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. **36th conference on neural information processing systems**. [[Link]]({ARXIV})", FULL | {"venue": "36th conference on neural information processing systems", "year": None}, id="a conference in lower case"),
    pytest.param(f"1. Roca A & Li B (1972). {T}. II. Roads of rats. Journal of the American Chemical Society. [[paper]]({ARXIV})", {"title": f"{T}. II. Roads of rats", "authors": ["Roca A", "Li B"], "venue": "Journal of the American Chemical Society", "year": 1972}, id="a part of a series"),
    pytest.param(f"- {T}, Ana Roca and Bo Li, in Proc. CVPR'20. [[paper]({ARXIV})] [[code](https://github.com/a/b)]", FULL | {"venue": "Proc. CVPR", "year": 2020}, id="all between commas"),
    pytest.param(f"- {T} — Ana Roca, Bo Li — *NeurIPS 2020* — [paper]({ARXIV})", FULL | {"venue": "NeurIPS"}, id="all between dashes"),
    pytest.param(f"- A Survey of Maps, Machine Vision, and Robot Control. CVPR 2020 [[paper]({ARXIV})]", {"title": "A Survey of Maps, Machine Vision, and Robot Control", "authors": [], "venue": "CVPR", "year": 2020}, id="capitals between commas"),
    pytest.param(f"- [{T}]({ARXIV}) (Roca et al., 2020)", {"title": T, "authors": ["Roca"], "venue": None, "year": 2020}, id="cited in brackets"),
    pytest.param(f"> - **{T}** - Ana Roca, Bo Li ([arXiv]({ARXIV}), 2020)", FULL | {"venue": "arXiv"}, id="quoted block, venue linked in brackets"),
    pytest.param(f"- Roca, Ana and Bo Li. {T}. In: *Nature Methods* 17.3 (2020), pp. 1–9. DOI: [10.1000/x.1](https://doi.org/10.1000/x.1)", FULL | {"authors": ["Roca, Ana", "Bo Li"]}, id="BibLaTeX's own style, a linked DOI"),
    pytest.param(f"| Paper | Conf |\n|---|---|\n| [{T}]({ARXIV}) <br> Ana Roca, Bo Li | NeurIPS'20 |", FULL | {"venue": "NeurIPS"}, id="authors in the title's cell"),
    pytest.param(f"- [{T}]({ARXIV}) - 慢慢走的路。 (2020)", {"title": T, "authors": [], "venue": None, "year": 2020}, id="a remark in Chinese"),
    pytest.param(f"- 《{T}》, Ana Roca, Bo Li. NeurIPS 2020. [论文]({ARXIV})", FULL | {"venue": "NeurIPS"}, id="Chinese title marks"),
    pytest.param(f"- **Roca et al. (2020)** - [{T}]({ARXIV}). *Nature Methods*.", {"title": T, "authors": ["Roca"], "venue": "Nature Methods", "year": 2020}, id="bold reference before the title"),
    pytest.param(f'- "{T}" (2020) by Ana Roca and Bo Li, published in Nature Methods: {ARXIV}', FULL, id="a sentence about it"),
    pytest.param(f"- [arXiv:2306.15006]({ARXIV}) {T} (Ana Roca, Bo Li)", FULL | {"venue": None, "year": None}, id="linked id first, authors in brackets"),
    pytest.param(f"- **Title**: {T}\n  **Authors**: Ana Roca, Bo Li\n  **Link**: {ARXIV}", FULL | {"venue": None, "year": None}, id="fields by name"),
    pytest.param(f"+ [Ana Roca et al. {T}. Nature Methods, 2020.]({ARXIV})", FULL | {"authors": ["Ana Roca"]}, id="the whole reference linked"),
    pytest.param(f"- [Maps, Roads, and Mice: A Series of Studies]({ARXIV}). 2020", {"title": "Maps, Roads, and Mice: A Series of Studies", "authors": [], "venue": None, "year": 2020}, id="a linked title that begins like names"),
    pytest.param(f"- [{T}]({ARXIV})\n  - Ana Roca, Bo Li\n  - *Nature Methods*, 2020\n  - A remark on it", FULL, id="authors and venue below"),
    pytest.param(f"- [{T}]({ARXIV})\n  - Authors: Ana Roca, Bo Li\n  - Venue: Nature Methods\n  - Year: 2020", FULL, id="fields by name below"),
    pytest.param(f"- **{T}**\n  - *Authors:* Ana Roca, Bo Li\n  - *Publication:* Nature Methods, 2020\n  - *Paper:* {ARXIV}", FULL, id="fields by name in italics below"),
    pytest.param(f"#### {T}\n*Ana Roca, Bo Li*\nNature Methods, 2020. [PDF]({ARXIV})", FULL, id="a heading, authors right below"),
    pytest.param(f"- [ ] {T} ([pdf]({ARXIV})) by *Ana Roca* and *Bo Li*", FULL | {"venue": None, "year": None}, id="task, each author in italics"),
    pytest.param(f"- 2020-NeurIPS-{T} [[paper]({ARXIV})]", {"title": T, "authors": [], "venue": "NeurIPS", "year": 2020}, id="year and venue before hyphens"),
    pytest.param(f"- _{T}_ (Nature Methods 2020), Ana Roca & Bo Li, [link]({ARXIV})", FULL, id="venue in brackets before the authors"),
    pytest.param(f"- {T}, **NeurIPS 2020**, [[Paper]]({ARXIV}), [[Code]](https://github.com/a/b)", {"title": T, "authors": [], "venue": "NeurIPS", "year": 2020}, id="bold venue behind a plain title"),
    pytest.param(f"* **{T}**, Ana Roca (Univ. of X), Bo Li (Y Lab), _NeurIPS_ 2020 | [paper]({ARXIV}) | [video](https://youtu.be/x)", FULL | {"venue": "NeurIPS"}, id="bold title, links between bars"),
    pytest.param(f"- [{T}, NeurIPS 2020]({ARXIV})", {"title": T, "authors": [], "venue": "NeurIPS", "year": 2020}, id="venue in the linked title"),
    pytest.param(f"- [NeurIPS 2020: {T}]({ARXIV})", {"title": T, "authors": [], "venue": "NeurIPS", "year": 2020}, id="venue before the linked title"),
    pytest.param(f"- ROCA A, LI B. {T}[J]. Nature Methods, 2020, 17(3): 1-9. {ARXIV}", FULL | {"authors": ["ROCA A", "LI B"]}, id="GB/T 7714"),
    pytest.param(f"- Look, Listen and Learn [[arXiv]({ARXIV})]", {"title": "Look, Listen and Learn", "authors": [], "venue": None, "year": None}, id="a title like names"),
    pytest.param(f"- AI Trends 2020: {T} [[paper]({ARXIV})]", {"title": f"AI Trends 2020: {T}", "authors": [], "venue": None, "year": None}, id="a year in a title's head"),
    pytest.param(f"- [{T}]({ARXIV}) | Mistral AI", {"title": T, "authors": [], "venue": None, "year": None}, id="a company"),
    pytest.param(f"- [{T}]({ARXIV}) (Google Research)", {"title": T, "authors": [], "venue": None, "year": None}, id="a company's laboratory"),
    pytest.param(f"- [{T}]({ARXIV}). *Water Research*, 2020", {"title": T, "authors": [], "venue": "Water Research", "year": 2020}, id="a journal called Research"),
    pytest.param(f'- Roca, Ana, and Bo Li. “{T}" {ARXIV} April 15, 2020', FULL | {"authors": ["Roca, Ana", "Bo Li"], "venue": None}, id="marks that do not match, a month"),
    pytest.param(f"**{T}**\n[[preprint]({ARXIV})]\nThis is work from [Firm](https://firm.example), a consultancy that reads maps.", {"title": T, "authors": [], "venue": None, "year": None}, id="a firm's page in the remark below"),
    pytest.param(f"- **{T}.** Ana Roca, Bo Li. [NeurIPS](https://neurips.cc) 2020 [[pdf]]({ARXIV})", FULL | {"venue": "NeurIPS"}, id="a conference's page"),
    pytest.param(f"- **{T} — of *M. musculus* &amp; \\*rats\\*.** Ana Roca, Bo Li. `Nature Methods 2020` [[pdf]]({ARXIV})", FULL | {"title": f"{T} — of M. musculus & *rats*"}, id="markup, entity and escapes in the title"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_the_fields_of_a_shape(text: str, wanted: dict[str, Any]) -> None:
    entries = read(f"# List\n\n## Papers\n\n{text}\n").entries
    assert [said(entry) for entry in entries] == [wanted]
    assert entries[0].section == ("List", "Papers")


@pytest.mark.parametrize("ending", ["\r\n", "\n"], ids=["CRLF", "LF"])
@pytest.mark.parametrize(("text", "wanted"), SHAPES[:6])
def test_line_endings_change_nothing(text: str, wanted: dict[str, Any], ending: str) -> None:
    entries = read(f"# L\n\n{text}\n".replace("\n", ending)).entries
    assert [said(entry) for entry in entries] == [wanted]


@pytest.mark.parametrize("row", ["|", " | ", "||", "| |", "\\|", "|\\"])
def test_a_row_without_a_cell_is_none(row: str) -> None:
    table = f"| Title | Authors |\n|---|---|\n{row}\n| [{T}]({ARXIV}) | Ana Roca, Bo Li |\n"
    (entry,) = read(table).entries
    assert entry.title
    assert entry.title.text == T
    assert names(entry) == ["Ana Roca", "Bo Li"]


def test_a_table_is_read_by_its_head() -> None:
    text = (
        "| Year | Title | Authors | Venue |\n|---|:---:|---|---|\n"
        f"| 2020 | [{T}]({ARXIV}) | Ana Roca, Bo Li | Nature Methods |\n"
        f"| 2019 | Another road \\| to the maps of rats | C. Ma | PNAS |\n"
    )
    entries = read(text).entries
    assert said(entries[0]) == FULL
    assert entries[1].title is not None
    assert entries[1].title.text == "Another road | to the maps of rats"


def test_year_sections_give_the_year_and_ranges_give_none() -> None:
    line = f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})\n"
    entries = read(f"## 2021\n{line}\n## 2020 or older\n{line}").entries
    assert entries[0].year is not None
    assert (entries[0].year.value, entries[0].year.source) == (2021, "section")
    assert entries[1].year is None


def test_an_empty_link_knows_its_place() -> None:
    reading = read(f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]()\n")
    link = reading.entries[0].links[0]
    assert (link.label, link.url) == ("Link", "")
    assert reading.text[link.span.start - 1 : link.span.end + 1] == "()"


def test_the_parts_of_a_citation_within_an_item() -> None:
    text = (
        "- [Tool](https://github.com/a/b) - a tool that draws maps. <details>\n  <summary>Paper</summary>\n"
        f"  Roca, Ana, Bo Li, and Chi Ma. “{T}” https://doi.org/10.1000/x PLoS Biology 13, no. 7 (July 2017)\n</details>\n"
    )
    (entry,) = read(text).entries
    assert said(entry) == {
        "title": T, "authors": ["Roca, Ana", "Bo Li", "Chi Ma"], "venue": "PLoS Biology", "year": 2017,
    }  # fmt: skip
    assert entry.line == 3


def test_children_that_are_links_belong_to_their_item() -> None:
    text = (
        f"- (2020) {T} by Ana Roca, Bo Li\n  - {ARXIV}\n  - https://github.com/a/b\n  - a remark\n"
    )
    (entry,) = read(text).entries
    assert said(entry) == FULL | {"venue": None}
    assert [link.role for link in entry.links] == ["paper", "other"]
    assert (entry.line, entry.end_line) == (1, 3)


@pytest.mark.parametrize(
    "links", ["[[pdf]]({0})&nbsp;\n    [[code]](https://github.com/a/b)", "[[pdf]]({0})"]
)
def test_a_child_of_venue_and_links_over_lines_belongs_to_the_title_above(links: str) -> None:
    text = f"1. **{T}**\n\t- *PNAS,* 2020 &nbsp;\n    {links.format(ARXIV)}\n"
    (entry,) = read(text).entries
    assert (entry.title and entry.title.text, entry.year and entry.year.value) == (T, 2020)
    two = f"1. Mice and maps\n\t- {T}, 2020\n    which is [long]({ARXIV})\n"
    assert [e.line for e in read(two).entries] != [1]


@pytest.mark.parametrize(
    ("title", "url", "read_as"),
    [
        ("苔藓地图的深度学习研究", "https://kns.cnki.net/kcms/detail/1.html", 1),
        ("苔藓地图的深度学习研究", "https://d.wanfangdata.com.cn/periodical/Ch9", 1),
        ("Картографирование мхов города", "https://cyberleninka.ru/article/n/mhi", 1),
        ("苔藓地图的深度学习教程", "https://zhuanlan.zhihu.com/p/1", 0),
    ],
)  # fmt: skip
def test_a_linked_title_at_an_archive_of_any_land_is_a_paper(
    title: str, url: str, read_as: int
) -> None:
    found = [e.title.text for e in read(f"# L\n\n- [{title}]({url})\n").entries if e.title]
    assert found == [title] * read_as


@pytest.mark.parametrize(
    ("head", "number", "told"),
    [
        ("ArXiv ID", "2306.15006", "arxiv:2306.15006"), ("DOI", "10.1038/nbt.4091", "doi:10.1038/nbt.4091"),
        ("PMID", "12345678", "pmid:12345678"), ("Size", "2306.15006", None),
    ],
)  # fmt: skip
def test_a_bare_number_in_a_column_called_after_it_is_an_identifier(
    head: str, number: str, told: str | None
) -> None:
    text = f"# L\n\n| {head} | Title | KB |\n|---|---|---|\n| {number} | {T} | 160 |\n"
    entries = read(text).entries
    assert [str(m.identifier) for entry in entries for m in entry.mentions] == (
        [told] if told else []
    )
    assert [entry.title and entry.title.text for entry in entries] == ([T] if told else [])
    assert all(m.span.cut(text) == number for entry in entries for m in entry.mentions)


def test_a_child_that_is_a_citation_takes_the_links_above() -> None:
    text = f"* MAPS [[Paper]]({ARXIV})\n  * Ana Roca, Bo Li, {T}, PNAS, 2020.\n"
    (entry,) = read(text).entries
    assert said(entry) == FULL | {"venue": "PNAS"}
    assert [link.url for link in entry.links] == [ARXIV]


def test_a_bare_address_is_an_entry_with_nothing_else() -> None:
    entries = read(f"# L\n\n- {ARXIV}\n- doi:10.1000/xyz\n- arXiv:1706.03762\n").entries
    assert [entry.title for entry in entries] == [None, None, None]
    assert [str(entry.mentions[0].identifier) for entry in entries] == [
        "arxiv:2306.15006", "doi:10.1000/xyz", "arxiv:1706.03762",
    ]  # fmt: skip


def test_an_address_of_any_host_is_an_entry_beside_papers_and_where_there_is_nothing_else() -> None:
    new = "https://journal.moss.example/view/77"
    beside = read(
        f"# L\n\n- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})\n- {new}\n"
    ).entries
    assert [entry.title is None for entry in beside] == [False, True]
    others = "".join(
        f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV}{n})\n" for n in range(3)
    )
    assert len(read(f"# L\n\n{others}\n## New\n\n- {new}\n").entries) == 4
    (alone,) = read(f"- {new}\n").entries
    assert [link.url for link in alone.links] == [new]


def test_ignored_codes_stand_on_the_entry() -> None:
    line = f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})"
    text = f"<!-- errata: ignore venue-style, year-differs; our style -->\n{line}\n{line} <!-- errata: ignore * -->\n{line}\n"
    entries = read(text).entries
    assert [entry.ignored for entry in entries] == [("venue-style", "year-differs"), ("*",), ()]


def test_wrong_decoding_is_read_rightly_and_told() -> None:
    (entry,) = read(f"- **{T}.** Ã…ke Borg, RenÃ© Roca. **PNAS**. [[Link]]({ARXIV})\n").entries
    assert said(entry)["authors"] == ["Åke Borg", "René Roca"]
    assert entry.garbled == (("Ã…ke", "Åke"), ("RenÃ©", "René"))


NOT_PAPERS = [
    pytest.param("- [Papers](#papers)", id="table of contents"),
    pytest.param("[![PRs Welcome](https://img.shields.io/badge/PRs-welcome.svg)](https://example.org)", id="badge"),
    pytest.param("- [Bonito](https://github.com/a/bonito) - [Python] - A basecaller for reads", id="tool"),
    pytest.param("- [Open data of the city of mice](https://zenodo.org/record/1) [[download](https://a.org/x.zip)]", id="data set"),
    pytest.param("Please feel free to [pull requests](https://github.com/a/b/pulls) to add papers.", id="contribution note"),
    pytest.param("- [A tutorial on maps and roads of mice](https://www.youtube.com/watch?v=1) [[website](https://a.org)]", id="video"),
    pytest.param(f"New methods for reading the maps of mice have been reviewed by [Roca et al. 2020]({ARXIV}) and by others.", id="a reference in running text"),
    pytest.param("* [Advances in Computer Vision](http://6.mit.example/fa15/) - Ana Roca and Bo Li (MIT)", id="a course"),
    pytest.param("Apache 2.0:\n\nhttp://www.moss.example/licenses/LICENSE-2.0", id="a licence"),
    pytest.param("[![](https://moss.example/btn.gif)](https://pay.moss.example/donate/?id=1)\n\nWelcome.", id="a button"),
    pytest.param(f"```\n- **{T}.** Ana Roca. [[Link]]({ARXIV})\n```", id="code"),
    pytest.param(f"<!--\n- **{T}.** Ana Roca. [[Link]]({ARXIV})\n-->", id="comment"),
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_PAPERS)
def test_what_is_no_paper_is_no_entry(text: str) -> None:
    assert read(f"# List\n\n{text}\n").entries == ()


@pytest.mark.parametrize(
    "line",
    [
        f"Maps [[Paper]]({ARXIV})", f"[Maps]({ARXIV})", f"[paper]({ARXIV})", f"[x] {ARXIV}",
        f"see {ARXIV} please", f"{ARXIV} (to read)",
        f"[Roca et al. 2020]({ARXIV})",
    ],
)  # fmt: skip
def test_a_name_with_a_paper_link_is_known_by_the_link_alone(line: str) -> None:
    (entry,) = read(f"- {line}\n").entries
    assert entry.unparsed is None
    assert entry.title is None
    assert [str(m.identifier).split(":")[0] for m in entry.mentions] == ["arxiv"]


def test_lines_of_nothing_but_addresses_are_an_entry_each() -> None:
    text = f"{ARXIV}\n<https://doi.org/10.1038/nbt.4091>\n"
    assert [len(entry.mentions) for entry in read(text).entries] == [1, 1]
    (whole,) = read(f"[{T}]({ARXIV})\nhttps://doi.org/10.1038/nbt.4091\n").entries
    assert len(whole.mentions) == 2


def test_a_sentence_about_a_paper_is_not_known_by_its_link() -> None:
    line = f"[Roca]({ARXIV}) maps all of the mice that anybody ever saw in fields and more"
    assert [e.unparsed is None for e in read(f"- {line}\n").entries if not e.title] != [True]


@pytest.mark.parametrize(
    "title",
    ["Contribution of forest fires to the mercury cycle of lakes",
     "Please refuse to answer me: over-refusal of language models",
     "Awesome graphs of mice and how to read them in winter",
     "Contribution of gulls to the harbour noise", "Contribution of sheep to the grass"],
)  # fmt: skip
def test_a_title_that_begins_as_a_note_on_the_list_is_a_title(title: str) -> None:
    (entry,) = read(f"- **{title}.** Ana Roca, Bo Li. *PNAS*, 2020. [[Link]]({ARXIV})\n").entries
    assert said(entry)["title"] == title
    (entry,) = read(f"- [{title}]({ARXIV})\n").entries
    assert said(entry)["title"] == title
    unlinked = (
        f"- **{title}.** Ana Roca, Bo Li. *PNAS*, 2020.\n- **{T}.** Ana Roca. *PNAS*, 2020.\n"
    )
    assert [entry.title.text for entry in read(unlinked).entries if entry.title] == [title, T]


@pytest.mark.parametrize(
    "note",
    ["Please add your resources here", "Contributions are welcome, see [the guide](CONTRIBUTING.md)",
     f"Please cite [our paper]({ARXIV})", "Please feel free to open a pull request, Ana Roca, 2020",
     "[Awesome Mice](https://github.com/a/awesome-mice)", f"Contributions welcome, see {ARXIV}",
     "A curated list of papers on mice by Ana Roca, 2020"],
)  # fmt: skip
def test_a_note_on_the_list_is_no_paper(note: str) -> None:
    assert read(f"- {note}\n").entries == ()


def test_an_item_named_by_a_reference_has_no_title_that_could_be_told() -> None:
    assert read(f"- [Roca et al. 2020]({ARXIV})").entries[0].title is None
    assert read(f"- [Maps 2020: {T}]({ARXIV})").entries[0].title


def test_ids_are_unique_and_tell_the_line() -> None:
    line = f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})\n"
    ids = [entry.id for entry in read(line * 3).entries]
    assert ids == ["list.md#L1", "list.md#L2", "list.md#L3"]


def test_an_address_among_other_things_is_not_taken_for_a_pasted_one() -> None:
    """A whole entry is written in the place of a pasted address: never over a row of a table."""
    text = f"| Model | Size | Links |\n|---|---|---|\n| Qwen | 7B | [tr]({ARXIV}) [hf](https://huggingface.co/a) |\n"
    (entry,) = read(text).entries
    assert not bare(text, entry)
    assert bare(f"- {ARXIV}", read(f"- {ARXIV}").entries[0])


def test_an_item_whose_children_jump_within_the_page_is_no_paper() -> None:
    """The reader of children once looked for the addresses of such a link where there were none."""
    text = f'- Methods\n  - <a href="#mice">Maps of mice</a>\n\n## Mice\n\n- **{T}.** Ana Roca, Bo Li. [pdf]({ARXIV})\n'
    (entry,) = read(text).entries
    assert entry.failure is None
    assert said(entry)["title"] == T


def test_code_in_three_backticks_within_a_line_opens_no_fence() -> None:
    """CommonMark 4.5: what stands behind the backticks of a fence has none."""
    text = "".join(
        f"- ```20{n}``` Learning the moss of {place} ```Annals of Moss``` "
        f"[```paper```](https://doi.org/10.99999/{n})\n\n"
        for n, place in ((19, "islands"), (20, "estuaries"))
    )
    assert [entry.line for entry in read(text).entries] == [1, 3]
    fenced = f"```md\n{text}```\n"
    assert read(fenced).entries == ()


@pytest.mark.parametrize("path", ["list.md", "list.txt"])
@pytest.mark.parametrize("label", ["9.", "9999.", "10000.", "99999)"])
def test_a_number_in_front_of_an_item_is_its_label_however_long_the_list(
    path: str, label: str
) -> None:
    line = f"{label} Roca A, Li B. {T}. Nat Methods. 2020;12(3):1-9. doi:10.99999/x.17\n"
    (entry,) = read(line, path).entries
    assert said(entry) == {
        "title": T, "authors": ["Roca A", "Li B"], "venue": "Nat Methods", "year": 2020,
    }  # fmt: skip


def test_a_sum_at_the_beginning_of_a_sentence_is_no_label() -> None:
    assert not read(
        "We counted the mice of\n100000. That was much, said Roca A. Nature, 2020.\n"
    ).entries


@pytest.mark.parametrize("path", ["list.md", "list.rst"])
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Roca, A, Li, B, *{T}\nand of rats*, Nature Methods, 2020\n", f"{T} and of rats"),
        (f"A. Roca, B. Li. *{T}*. *Nature\nMethods*, 2020.\n", T),
    ],
)
def test_emphasis_over_the_end_of_a_line_is_one_field(path: str, text: str, title: str) -> None:
    (entry,) = read(text, path).entries
    told = said(entry)
    assert (told["title"], told["venue"], told["year"]) == (title, "Nature Methods", 2020)


@pytest.mark.parametrize("lead", ["1. ", "* ", ""])
@pytest.mark.parametrize(
    "text",
    [
        f"[{T} and\nof rats in houses]({ARXIV}) Nature Methods, 2020\n",
        f"A. Roca et al. **{T} and\nof rats in houses** [pdf]({ARXIV})\n",
    ],
)
def test_a_title_goes_on_over_the_end_of_a_line(lead: str, text: str) -> None:
    (entry,) = read(lead + text).entries
    assert entry.title
    assert entry.title.text == f"{T} and of rats in houses"


@pytest.mark.parametrize(
    "text",
    [
        f"- **{T}**\n  *Ana Roca, Bo Li\n  Nature Methods, 2020* [[pdf]]({ARXIV})\n",
        f"- **{T}**\n  *Ana Roca and Bo Li\n  Nature Methods, 2020* [[pdf]]({ARXIV})\n",
    ],
)
def test_a_by_line_ends_with_its_line_within_emphasis_or_a_link(text: str) -> None:
    (entry,) = read(text).entries
    assert said(entry) == FULL


@pytest.mark.parametrize("path", ["list.md", "list.rst"])
@pytest.mark.parametrize(
    "text",
    [
        "Roca, A. and B. Li, 2020: {T}\nof old houses. *Nature Methods*, **3**, 1-9.\n",
        "A. Roca, B. Li, {T}\nof old houses, Nature Methods, 2020\n",
    ],
)
def test_a_plain_title_goes_on_where_a_line_ends_within_a_phrase(path: str, text: str) -> None:
    (entry,) = read(text.replace("{T}", T), path).entries
    assert entry.title
    assert entry.title.text == f"{T} of old houses"
    assert entry.year
    assert entry.year.value == 2020


@pytest.mark.parametrize(
    "behind",
    [
        "code: https://moss.example/x",
        "in Nature Methods, 2020",
        "van den Oord et al., 2018",
        "npj Moss 4",
    ],
)
def test_what_says_something_else_does_not_go_on(behind: str) -> None:
    (entry,) = read(f"- {T}\n  {behind}\n  [[pdf]]({ARXIV})\n").entries
    assert entry.title
    assert entry.title.text == T


def test_two_linked_titles_on_lines_of_their_own_are_two_entries() -> None:
    text = f"[{T}]({ARXIV})\n[{T} and of rats](https://arxiv.org/abs/2401.12346)\n"
    assert [e.title and e.title.text for e in read(text).entries] == [T, f"{T} and of rats"]


def test_lines_that_end_on_purpose_within_emphasis_stay_apart() -> None:
    text = f"- Ana Roca, Bo Li. *{T}<br>Nature Methods*, 2020. [[paper]]({ARXIV})\n"
    (entry,) = read(text).entries
    assert said(entry) == FULL


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("M. Roca, C. Bee, and B. Li, KDD", ["M. Roca", "C. Bee", "B. Li"]),
        ("M. Roca & B. Li, SIGKDD", ["M. Roca", "B. Li"]),
        ("M. Roca and B. Li, Jr.", ["M. Roca", "B. Li, Jr."]),
        ("Roca, A., Bee, C., and Li, B.", ["Roca, A.", "Bee, C.", "Li, B."]),
        ("Ana Roca and Bo Li, Cy Bee", ["Ana Roca", "Bo Li", "Cy Bee"]),
    ],
)
def test_one_word_behind_the_last_of_whole_names_is_nobody(byline: str, authors: list[str]) -> None:
    (entry,) = read(f"- {T}. {byline}, 2020. [[link]]({ARXIV})\n").entries
    assert names(entry) == authors


@pytest.mark.parametrize(
    "title",
    ["深度学习在医学图像中的应用研究", "You are what you eat", "What it is like to be a bat"],
)
@pytest.mark.parametrize("link", [ARXIV, "https://example.edu/p9.pdf"])
def test_a_title_in_everyday_words_or_another_script_is_one(title: str, link: str) -> None:
    (entry,) = read(f"# Papers\n\n- {title} [pdf]({link})\n").entries
    assert entry.title is not None
    assert entry.title.text == title


@pytest.mark.parametrize(
    "line",
    [
        "What are you looking at? https://www.nature.com/articles/s41586-020-2649-3",
        "You are not so smart https://www.usenix.org/conference/osdi20/presentation/foo",
    ],
)
def test_everyday_words_before_a_bare_address_of_a_paper_are_a_title(line: str) -> None:
    (entry,) = read(f"# Papers\n\n- {line}\n").entries
    assert entry.title is not None
    assert entry.title.text == line.split(" http", maxsplit=1)[0]


@pytest.mark.parametrize(
    "behind",
    [
        "[[paper]](https://papers.nips.cc/paper/1) [[code]](https://github.com/a/b) **must read**",
        "- [PDF](https://moss.example/p.pdf) (Stanford)",
        "[here](https://www.nature.com/articles/s41586-020-2649-3)",
    ],
)
def test_everyday_words_before_a_papers_label_or_address_are_a_title(behind: str) -> None:
    (entry,) = read(f"# Papers\n\n- Attention is all you need {behind}\n").entries
    assert entry.title is not None
    assert entry.title.text == "Attention is all you need"


@pytest.mark.parametrize(
    "line",
    [
        "You should read this [paper](https://www.usenix.org/legacy/foo5.pdf) before you use it",
        "If you want to know more about it, please read our [paper](https://example.org/foo.pdf).",
        "Don't use it if you're on Windows, see [here](https://www.usenix.org/legacy/foo2.pdf).",
        "A fast tool. Do use it, as it is described in https://www.usenix.org/legacy/foo2.pdf",
    ],
)
def test_a_sentence_that_refers_to_a_paper_is_no_title(line: str) -> None:
    assert not read(f"# MossNet\n\n- {line}\n").entries


@pytest.mark.parametrize(
    ("head", "pmids"),
    [("PubMed", []), ("PMID", ["pmid:28045682"]), ("PubMed ID", ["pmid:28045682"])],
)
def test_a_column_called_pubmed_may_count_papers(head: str, pmids: list[str]) -> None:
    row = f"[{T}]({ARXIV}) | 28045682"
    (entry,) = read(f"| Title | {head} |\n|---|---|\n| {row} |\n").entries
    assert [str(m.identifier) for m in entry.mentions if m.identifier.scheme == "pmid"] == pmids


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param("。", id="a full stop"), pytest.param("，代码：https://x.example/a。", id="more"),
        pytest.param("）", id="a bracket"), pytest.param("⭐️", id="a star"),
        pytest.param("†", id="a dagger"), pytest.param("»", id="a quote"),
        pytest.param("\\", id="a break of the line"),
    ],
)  # fmt: skip
def test_a_sign_of_the_sentence_behind_a_bare_address_is_no_part_of_it(behind: str) -> None:
    """The DOI was called registered nowhere."""
    cited = "A. Miller, B. Quist. Moss genomes in lantern light. Nature, 2021."
    for scheme in ("https://doi.org/", "HTTPS://DOI.ORG/", "doi:"):
        text = f"- {cited} {scheme}10.99999/nm.2022.4{behind}\n"
        (entry,) = read(text).entries
        assert "doi:10.99999/nm.2022.4" in {str(m.identifier) for m in entry.mentions}
        assert entry.title
        assert entry.title.text == "Moss genomes in lantern light"
    assert len(read(f"- {cited} https://x.example/a(b)\n").entries[0].links[0].url) == 22


def test_the_lines_of_filled_paragraphs_go_on_in_the_next() -> None:
    names_ = "Roca, A.C., Maas, B., and Heath, C.D., "
    title = "Curve numbers for the runoff of snow on mossy roofs in the hills of {}"
    towns = ("Lower Sandmouth", "Upper Sandmouth", "Eastern Heathfield", "the Estuaries")
    entries = [
        textwrap.fill(
            f"{names_}{1980 + n}, {title.format(town)}: Journal of Moss and Snow Conservation, "
            f"v. {30 + n}, no. 5, p. 295–298.",
            72,
        )
        for n, town in enumerate(towns)
    ]
    read_ = read("# References\n\n" + "\n\n".join(entries) + "\n").entries
    assert [e.title and e.title.text for e in read_] == [title.format(town) for town in towns]
    lines = "\n\n".join(
        f"{title.format(t)}\nAna Roca, Bo Maas\n*Moss Letters*, 2020" for t in towns
    )
    short = read(f"# References\n\n{lines}\n").entries
    assert [e.title and e.title.text for e in short] == [title.format(town) for town in towns]
    assert [names(e) for e in short] == [["Ana Roca", "Bo Maas"]] * 4
