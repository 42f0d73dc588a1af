"""Writing back: the smallest edit in the entry's manner, and nothing else."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import formats
from pipeline.formats import markdown
from pipeline.formats.protocol import Change
from pipeline.values.entry import Document, Entry, Reading
from pipeline.values.text import apply
from pipeline.values.work import Person

ARXIV = "https://arxiv.org/abs/2306.15006"
T = "A slow road to better maps of mice"
ANA, BO = Person(family="Roca", given="Ana B."), Person(family="van der Li", given="Bo")
CHI = Person(family="Ma", given="Chi-Wei")


def read(text: str, path: str = "list.md") -> Reading:
    return formats.read(Document(path=path, text=text))


def written(text: str, change: Change, path: str = "list.md", like: int | None = None) -> str:
    reading = read(text, path)
    model = reading.entries[like] if like is not None else None
    return apply(reading.text, formats.rewrite(reading, reading.entries[0], change, model).edits)


LINE = f"- **{T}.** Ana Roca, Bo Li & Chi Ma. **PNAS**. [[Link]]({ARXIV})"


def authors(*people: Person, et_al: bool = False, kept: tuple[int | None, ...] = ()) -> Change:
    return Change(field="authors", people=people, et_al=et_al, kept=kept)


CASES = [
    pytest.param(LINE, Change(field="title", text=T.replace("better", "worse")), LINE.replace("better", "worse"), id="one word of a title"),
    pytest.param(LINE, Change(field="title", text="Maps *of* [mice]"), LINE.replace(T, r"Maps \*of\* \[mice\]"), id="special characters are escaped"),
    pytest.param(LINE, Change(field="venue", text="Nature Methods"), LINE.replace("PNAS", "Nature Methods"), id="venue keeps its bold"),
    pytest.param(LINE, Change(field="link", text="https://doi.org/10.1000/a_(b)"), LINE.replace(ARXIV, "https://doi.org/10.1000/a_(b)"), id="link with brackets"),
    pytest.param(LINE, Change(field="link", text="https://x.org/a) b"), LINE.replace(ARXIV, "https://x.org/a%29%20b"), id="link that would break the markup"),
    pytest.param(LINE.replace(ARXIV, ""), Change(field="link", text=ARXIV), LINE, id="empty link is filled"),
    pytest.param(LINE, authors(ANA, BO, CHI), LINE.replace("Ana Roca, Bo Li & Chi Ma", "Ana B. Roca, Bo van der Li & Chi-Wei Ma"), id="given first, ampersand"),
    pytest.param(LINE, authors(ANA, BO, kept=(0, None)), LINE.replace("Ana Roca, Bo Li & Chi Ma", "Ana Roca & Bo van der Li"), id="a name that stays as it is written"),
    pytest.param(LINE.replace("Ana Roca, Bo Li & Chi Ma", "Roca A, Li B"), authors(ANA, BO, CHI), LINE.replace("Ana Roca, Bo Li & Chi Ma", "Roca AB, van der Li B, Ma CW"), id="Vancouver"),
    pytest.param(LINE.replace("Ana Roca, Bo Li & Chi Ma", "Roca, A., Li, B."), authors(ANA, CHI), LINE.replace("Ana Roca, Bo Li & Chi Ma", "Roca, A. B., Ma, C.-W."), id="family and initials with points"),
    pytest.param(LINE.replace("Ana Roca, Bo Li & Chi Ma", "A. Roca et al."), authors(CHI, et_al=True), LINE.replace("Ana Roca, Bo Li & Chi Ma", "C.-W. Ma et al."), id="et al. as it is written"),
    pytest.param(f"| Title | Venue |\n|---|---|\n| [{T}]({ARXIV}) | PNAS |", Change(field="title", text="Maps | mice and more"), f"| Title | Venue |\n|---|---|\n| [Maps \\| mice and more]({ARXIV}) | PNAS |", id="a bar in a table is escaped"),
    pytest.param(f"- [{T}]({ARXIV}). Ana Roca. *PNAS*, 2020.", Change(field="year", text="2019"), f"- [{T}]({ARXIV}). Ana Roca. *PNAS*, 2019.", id="year"),
    pytest.param(f"- [MoSE]({ARXIV}): slow roads to better maps", Change(field="title", text="MoSE: slow roads to worse maps"), f"- [MoSE]({ARXIV}): slow roads to worse maps", id="a title that begins in its link"),
    pytest.param(f"- **{T}** *A. Roca, B. Li* `ACL19` [[pdf]]({ARXIV})", Change(field="venue", text="ICML"), f"- **{T}** *A. Roca, B. Li* `ICML19` [[pdf]]({ARXIV})", id="a short name keeps the year glued to it"),
    pytest.param(f"- **{T}** *A. Roca, B. Li* `ACL19` [[pdf]]({ARXIV})", Change(field="venue", text="Nature Methods"), f"- **{T}** *A. Roca, B. Li* `Nature Methods 2019` [[pdf]]({ARXIV})", id="a long name does not"),
    pytest.param(f"- [{T}]({ARXIV}) | OSDI' 24", Change(field="venue", text="ICML"), f"- [{T}]({ARXIV}) | ICML' 24", id="the apostrophe is the year's"),
    pytest.param(f"- [{T}]({ARXIV}). Ana Roca, Bo Li. *Nat. Rev. Genet.*, 2020.", Change(field="venue", text="Nature Methods"), f"- [{T}]({ARXIV}). Ana Roca, Bo Li. *Nature Methods*, 2020.", id="the stop of an abbreviation goes with it"),
    pytest.param(f"- [{T}]({ARXIV}). Ana Roca, Bo Li. (Nat. Rev. Genet.)", Change(field="venue", text="Nat. Rev. Cancer."), f"- [{T}]({ARXIV}). Ana Roca, Bo Li. (Nat. Rev. Cancer.)", id="and serves the next"),
    pytest.param(f"- [{T}]({ARXIV}). Ana Roca, Bo Li. Nat. Rev. Genet. [[code]](https://github.com/a/b)", Change(field="venue", text="Nature Methods"), f"- [{T}]({ARXIV}). Ana Roca, Bo Li. Nature Methods. [[code]](https://github.com/a/b)", id="a sentence keeps its stop"),
    pytest.param(f"- Ana Roca, Bo Li. 2020. [{T}]({ARXIV}). In *Proceedings of ACL 2020*.", Change(field="venue", text="Nature Methods"), f"- Ana Roca, Bo Li. 2020. [{T}]({ARXIV}). In *Nature Methods 2020*.", id="a journal has no proceedings"),
    pytest.param(f"- [{T}][a] Ana Roca\n\n[a]: <{ARXIV}> 'x'\n", Change(field="link", text="https://doi.org/10.1000/a"), f"- [{T}][a] Ana Roca\n\n[a]: <https://doi.org/10.1000/a> 'x'\n", id="a link by reference changes in its definition"),
    pytest.param(f"- [{T}][a] Ana Roca\n- [Other maps of mice][A]\n\n[a]: {ARXIV}\n", Change(field="link", text="https://x.org/a"), f"- [{T}][a] Ana Roca\n- [Other maps of mice][A]\n\n[a]: {ARXIV}\n", id="but not if another uses it"),
    pytest.param(f"## 2020\n- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})", Change(field="year", text="2019"), f"## 2020\n- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})", id="a section's year is not rewritten"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "change", "wanted"), CASES)
def test_a_change_in_the_manner_of_the_entry(text: str, change: Change, wanted: str) -> None:
    assert written(text, change) == wanted


@pytest.mark.parametrize(
    ("byline", "wanted"),
    [
        ("Ana Roca, Bo Linth, Chi Ma, and Dag Ek", "Ana Roca, Bo Lindt, Chi Ma, and Dag Ek"),
        ("Ana Roca; Bo Linth; Chi Ma & Dag Ek", "Ana Roca; Bo Lindt; Chi Ma & Dag Ek"),
        ("A.B. Roca, B. Linth, C.W. Ma, D. Ek", "A.B. Roca, B. Lindt, C.W. Ma, D. Ek"),
        ("AB Roca, B Linth, CW Ma, D Ek", "AB Roca, B Lindt, CW Ma, D Ek"),
        ("Roca, A. B., Linth, B., Ma, C.-W., & Ek, D.", "Roca, A. B., Lindt, B., Ma, C.-W., & Ek, D."),
        ("Roca, Linth, Ma & Ek", "Roca, Lindt, Ma & Ek"),
        ("Ana Roca¹, Bo Linth²*, Chi Ma¹, Dag Ek²", "Ana Roca¹, Bo Lindt²*, Chi Ma¹, Dag Ek²"),
        ("Ana Roca, Bo Linth2, Chi Ma, Dag Ek", "Ana Roca, Bo Lindt, Chi Ma, Dag Ek"),
        ("Ana Roca<sup>1</sup>, Bo Linth<sup>2</sup>, Chi Ma, Dag Ek", "Ana Roca<sup>1</sup>, Bo Lindt<sup>2</sup>, Chi Ma, Dag Ek"),
        ("*Ana Roca*, **Bo Linth**, Chi Ma, Dag Ek", "*Ana Roca*, **Bo Lindt**, Chi Ma, Dag Ek"),
        ("Ana Roca (MIT), Bo Linth (ETH), Chi Ma, Dag Ek", "Ana Roca (MIT), Bo Lindt (ETH), Chi Ma, Dag Ek"),
        ("[Ana Roca](https://a.org), Bo Linth, Chi Ma, Dag Ek", "[Ana Roca](https://a.org), Bo Lindt, Chi Ma, Dag Ek"),
    ],
)  # fmt: skip
def test_one_name_changes_where_it_stands(byline: str, wanted: str) -> None:
    people = (ANA, Person(family="Lindt", given="Bo"), CHI, Person(family="Ek", given="Dag"))
    text = f"- **{T}.** {{}}. **PNAS**. 2020. [[Link]]({ARXIV})"
    new = written(text.format(byline), authors(*people, kept=(0, None, 2, 3)))
    assert new == text.format(wanted)


def test_marks_and_affiliations_of_others_do_not_stay() -> None:
    text = f"- **{T}.** Ana Roca¹ (MIT), Bo Li² (ETH). **PNAS**. 2020. [[Link]]({ARXIV})"
    new = written(text, authors(CHI, Person(family="Ek", given="Dag")))
    assert new == text.replace("Ana Roca¹ (MIT), Bo Li² (ETH)", "Chi-Wei Ma, Dag Ek")


@pytest.mark.parametrize("marks", ["*{}*", "**{}**", "`{}`", "({})", "_{}_", "[{}](https://x.org)"])
def test_the_marks_of_a_venue_stay(marks: str) -> None:
    text = f"- **{T}.** Ana Roca, Bo Li. {{}}, 2020. [[Link]]({ARXIV})"
    new = written(text.format(marks.format("PNAS")), Change(field="venue", text="Nature Methods"))
    assert new == text.format(marks.format("Nature Methods"))


def test_a_link_that_serves_two_citations_is_not_rewritten() -> None:
    text = (
        f"- Slow maps [[Paper]]({ARXIV})\n"
        f"  - Ana Roca, Bo Li, {T}, PNAS, 2020\n  - Ana Roca, Chi Ma, Fast maps of rats, PNAS, 2021\n"
    )
    reading = read(text)
    links = [link.span for entry in reading.entries for link in entry.links]
    assert len(links) > len(set(links)) > 0
    assert written(text, Change(field="link", text="https://x.org/a")) == text


def test_names_take_the_manner_of_the_entry_that_is_the_model() -> None:
    text = LINE.replace("Ana Roca, Bo Li & Chi Ma", "Roca A, Li B") + "\n" + LINE
    assert (
        "Ana B. Roca, Bo van der Li & Chi-Wei Ma"
        in written(text, authors(ANA, BO, CHI), like=1).split("\n")[0]
    )


def test_what_is_missing_is_added_as_the_others_have_it() -> None:
    text = f"- **{T}.** [[Link]]({ARXIV})\n" + f"{LINE}\n" * 3
    assert written(text, authors(ANA, CHI)).split("\n")[0] == (
        f"- **{T}.** Ana B. Roca & Chi-Wei Ma. [[Link]]({ARXIV})"
    )
    text = f"- **{T}.** Ana Roca, Bo Li. [[Link]]({ARXIV})\n" + f"{LINE}\n" * 3
    assert written(text, Change(field="venue", text="PNAS")).split("\n")[0] == (
        f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})"
    )


NEW = "https://doi.org/10.1000/x"
FORMS = (
    pytest.param("- {title} [[pdf]]{url}\n  - Ana Roca, Bo Li. *PNAS*, 2020", id="behind the title"),
    pytest.param("- {title}.\n  [[pdf]]{url}\n  - Ana Roca, Bo Li. *PNAS*, 2020",
                 id="on a line of its own below the title"),
    pytest.param("- {link}, Ana Roca, Bo Li, *PNAS*, 2020", id="round the title"),
    pytest.param("- **{title}.** Ana Roca, Bo Li. **PNAS**. [[Link]]{url}", id="behind the venue"),
    pytest.param('- Ana Roca, Bo Li, "{title}", *PNAS*, 2020. [[PDF]]{url} (best paper)',
                 id="behind the year, with a note"),
    pytest.param("| Bo | {title} | PNAS | 2020 | {cell} | - |", id="in its column"),
    pytest.param("| Bo | {title} [[pdf]]{url} | PNAS | 2020 | - |", id="behind the title in its cell"),
    pytest.param("| Bo | {link} | PNAS | 2020 | - |", id="round the title in its cell"),
)  # fmt: skip
TITLES = ("A slow road to cells and mice", "Maps of the sea for nobody", "Rivers that count sheep",
          "Storms over a quiet harbour", "Clouds of moss and of lichen")  # fmt: skip


def _line(form: str, title: str, url: str) -> str:
    link, cell = (f"[{title}]({url})", f"[Paper]({url})") if url else (title, "-")
    said = form.format(title=title, url=f"({url})", link=link, cell=cell)
    return said if url else re.sub(r"\n?\s*\[\[\w+\]\]\(\)", "", said)


@pytest.mark.parametrize("form", FORMS)
def test_a_link_that_is_missing_is_put_where_the_others_have_theirs(form: str) -> None:
    lines = [_line(form, title, f"https://doi.org/10.1000/{n}") for n, title in enumerate(TITLES)]
    head = "| Tool | Title | Venue | Year | Link | Code |\n|--|--|--|--|--|--|\n" * form.startswith(
        "|"
    )
    lines[2] = _line(form, TITLES[2], "")
    text = head + "\n".join(lines) + "\n"
    reading = read(text, "a.md")
    entry = next(e for e in reading.entries if e.title and e.title.text == TITLES[2])
    change = Change(field="link", text=NEW, link=len(entry.links))
    new = apply(reading.text, formats.rewrite(reading, entry, change, None).edits)
    assert new == text.replace(lines[2], _line(form, TITLES[2], NEW))


def test_a_bar_that_a_row_escapes_or_shows_as_code_moves_no_link_to_another_column() -> None:
    row = "| {tool} | {title} | PNAS | 2020 | {cell} |"
    for tool in (r"Bo \| Co", "`Bo | Co`", "Bo"):
        rows = [
            row.format(tool=tool, title=title, cell=f"[Paper](https://doi.org/10.1000/{n})")
            for n, title in enumerate(TITLES[:4])
        ]
        bare = row.format(tool="Bo", title=TITLES[4], cell="-")
        head = "| Tool | Title | Venue | Year | Link |\n|--|--|--|--|--|\n"
        reading = read(head + "\n".join([*rows, bare]) + "\n", "a.md")
        change = Change(field="link", text=NEW, link=0)
        done = formats.rewrite(reading, reading.entries[-1], change)
        filled = bare.replace("| - |", f"| [Paper]({NEW}) |")
        assert apply(reading.text, done.edits).endswith(f"{rows[-1]}\n{filled}\n")


def test_a_column_of_data_sets_is_none_of_papers() -> None:
    row = "| Bo | {title} [[pdf]](https://doi.org/10.1000/{n}) | [Data](https://x.org/{n}) | PNAS | 2020 |"
    lines = [row.format(n=n, title=title) for n, title in enumerate(TITLES)]
    lines[2] = f"| Bo | {TITLES[2]} | | PNAS | 2020 |"
    head = "| Tool | Title | Data | Venue | Year |\n|--|--|--|--|--|\n"
    reading = read(head + "\n".join(lines) + "\n", "a.md")
    entry = next(e for e in reading.entries if e.title and e.title.text == TITLES[2])
    done = formats.rewrite(reading, entry, Change(field="link", text=NEW), None)
    assert f"| {TITLES[2]} [[pdf]]({NEW}) | |" in apply(reading.text, done.edits)


def test_the_address_of_the_last_words_of_an_item_is_its_own() -> None:
    """It stands behind all that is seen of the item."""
    text = (
        '* *Roca, Ana, and Bo Li. "A slow road to cells and mice." PNAS, 2020.\n\n'
        '    Li, Bo. "Maps of the sea for nobody." PNAS, 2021. Available: '
        "[arXiv:1004.4240](http://arxiv.org/abs/1004.4240)*\n"
    )
    *_, last = read(text, "a.md").entries
    assert [link.url for link in last.links] == ["http://arxiv.org/abs/1004.4240"]


BIB = """@article{roca2020,
  author  = {Ana Roca and {ATLAS Collaboration}},
  title   = {A slow {R}oad to {DNA} \\& mice},
  journal = {PNAS},
  year    = 2020
}
"""


def test_a_bib_title_keeps_the_braces_of_the_words_that_stay() -> None:
    new = written(BIB, Change(field="title", text="A fast Road to DNA & RNA mice"), "a.bib")
    assert "{A fast {R}oad to {DNA} \\& {RNA} mice}" in new


def test_a_bib_field_is_added_in_the_layout_of_the_entry() -> None:
    new = written(BIB, Change(field="doi", text="10.1000/x_y"), "a.bib")
    assert new == BIB.replace("year    = 2020\n", "year    = 2020,\n  doi     = {10.1000/x_y}\n")


@pytest.mark.parametrize(
    ("fields", "added"),
    [
        pytest.param(" title={M}, year=2020", ", doi={10.1/x}", id="on one line"),
        pytest.param("\n\ttitle = {M},\n\tyear = 2020,\n", "\n\tdoi = {10.1/x},", id="tabs, a last comma"),
        pytest.param("\n  Title   = {M},\n  Journal = {P}\n", ",\n  Doi     = {10.1/x}", id="aligned, capitalized"),
        pytest.param('\n  TITLE = "M"\n  ', ',\n  DOI = "10.1/x"', id="shouted, quotation marks"),
        pytest.param("\n   title = {M},\n    year = {2020}\n", ",\n     doi = {10.1/x}", id="names aligned at their ends"),
        pytest.param("\n title={M}\n,year={2020}\n", "\n,doi={10.1/x}", id="commas before"),
        pytest.param("\r\n  title={M},\r\n  year={2020}", ",\r\n  doi={10.1/x}", id="the brace behind the last field"),
    ],
)  # fmt: skip
def test_a_doi_is_added_in_the_layout_of_the_entry(fields: str, added: str) -> None:
    text = f"@article{{a,{fields}}}\n"
    new = written(text, Change(field="doi", text="10.1/x"), "a.bib")
    at = new.index(added)
    assert new[:at] + new[at + len(added) :] == text


def test_a_doi_in_its_own_field_is_not_spelt_as_in_an_address() -> None:
    change = Change(field="link", text="https://doi.org/10.1/(sici)8%3C693::aid%3E3.0.co;2-o")
    new = written("@article{a,\n  title = {M},\n}\n", change, "a.bib")
    assert "doi = {10.1/(sici)8<693::aid>3.0.co;2-o}" in new


def test_bib_authors_keep_their_order_and_organisations_their_braces() -> None:
    change = authors(
        ANA, Person(literal="ATLAS Collaboration"), BO, kept=(None, 1, None), et_al=True
    )
    new = written(BIB, change, "a.bib")
    assert "{Ana B. Roca and {ATLAS Collaboration} and Bo van der Li and others}" in new


@pytest.mark.parametrize(
    ("title", "new", "wanted"),
    [
        pytest.param(r"{Collisions at $\sqrt{s} = 13$ TeV seen}", "Collisions at √(s) = 13 TeV heard", r"{Collisions at $\sqrt{s} = 13$ TeV heard}", id="a formula is no words"),
        pytest.param("{A {Large Hadron} map of mice}", "A Large Hadron map of rats", "{A {Large Hadron} map of rats}", id="words in braces stay in them"),
        pytest.param("{A {Large Hadron Colider} map}", "A Large Hadron Collider map", "{A {Large Hadron Collider} map}", id="a word within braces"),
        pytest.param("{A {Large Hadron Colider} map}", "A Large & Hadron map", r"{A {Large} \& {Hadron} map}", id="other words within braces"),
        pytest.param(r"{Maps of {\'E}tienne and m{\"u}ce}", "Maps of Étienne and mücen", r"{Maps of {\'E}tienne and m{\"u}cen}", id="accents as the entry spells them"),
        pytest.param('"Maps of mice"', "Maps of rats", '"Maps of rats"', id="quotation marks stay"),
        pytest.param('"Maps " # "of mice"', "Maps of rats", "{Maps of rats}", id="pieces become one"),
        pytest.param('"Maps of " # mice', "Maps of rats", '"Maps of " # mice', id="a macro among pieces is left alone"),
    ],
)  # fmt: skip
def test_a_bib_title_changes_in_its_own_manner(title: str, new: str, wanted: str) -> None:
    text = BIB.replace(r"{A slow {R}oad to {DNA} \& mice}", title)
    assert written(text, Change(field="title", text=new), "a.bib") == text.replace(title, wanted)


def test_a_bib_macro_is_never_expanded_nor_changed() -> None:
    text = (
        '@string{natm = "Nature Methods"}\n@string{pnas = "PNAS"}\n'
        '@article{a,\n\ttitle = "Maps of mice",\n\tjournal = pnas,\n\tdoi = mine,\n}\n'
    )
    venue = written(text, Change(field="venue", text="Nature Methods"), "a.bib")
    assert venue == text.replace("= pnas", "= natm")
    other = written(text, Change(field="venue", text="eLife & more"), "a.bib")
    assert other == text.replace("= pnas", '= "eLife \\& more"')
    doi = written(text, Change(field="doi", text="10.1000/x_y"), "a.bib")
    assert doi == text.replace("= mine", '= "10.1000/x_y"')


def test_an_address_in_bib_keeps_its_way_of_escaping() -> None:
    text = BIB.replace("2020\n", "2020,\n  doi     = {10.1000/a\\_b}\n")
    new = written(text, Change(field="doi", text="10.1000/x_y"), "a.bib")
    assert new == text.replace("a\\_b", "x\\_y")


YAML = """papers:
- title: 'A slow road to
    maps of mice'
  authors:
    - name: Ana Roca
    - name: Bo Li
  journal: PNAS # ours
  year: 2020
- title: "Fast maps \\u2013 of mice"
  author: [Ana Roca, "Li, Bo"]
  url: https://arxiv.org/abs/2306.15006
- title: Old maps of mice
  author: "Roca A, Li B et al."
  doi: 10.1000/a
"""


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ('- "Ana Roca"\n  year: 2020\n', '- "Ana B. Roca"\n  - "Bo van der Li"\n  year: 2020\n'),
        ("- name: Ana Roca", "- name: Ana B. Roca\n  - name: Bo van der Li"),
        ("- name: Ana Roca\n    at: MIT\n", "- name: Ana Roca\n    at: MIT\n"),
    ],
    ids=["in quotation marks", "the end of the file", "more is said of the only one"],
)
def test_a_yaml_list_of_one_name_grows(item: str, wanted: str) -> None:
    text = "- title: Slow maps of mice\n  authors:\n  {}"
    assert written(text.format(item), authors(ANA, BO), "a.yml") == text.format(wanted)


def test_yaml_values_are_read_over_lines_and_behind_escapes() -> None:
    first, second, third = read(YAML, "a.yml").entries
    assert [e.title and e.title.text for e in (first, second, third)] == [
        "A slow road to maps of mice", "Fast maps – of mice", "Old maps of mice",
    ]  # fmt: skip
    assert [n.text for e in (first, second) if e.authors for n in e.authors.names] == [
        "Ana Roca", "Bo Li", "Ana Roca", "Li, Bo",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "change", "old", "new"),
    [
        pytest.param(0, Change(field="title", text="A slow road to maps of rats"), "maps of mice'", "maps of rats'", id="the line break of a title stays"),
        pytest.param(0, Change(field="title", text="Ana's slow road to maps of mice"), "'A slow", "'Ana''s slow", id="quotation marks of a title"),
        pytest.param(0, Change(field="venue", text="Nature: Methods"), "PNAS #", '"Nature: Methods" #', id="a value that needs quotation marks"),
        pytest.param(0, authors(CHI, BO), "Ana Roca\n    - name: Bo Li", "Chi-Wei Ma\n    - name: Bo van der Li", id="names on lines"),
        pytest.param(0, authors(ANA, BO, CHI, kept=(0, 1, None)), "Bo Li\n", "Bo Li\n    - name: Chi-Wei Ma\n", id="one more name"),
        pytest.param(0, authors(ANA, et_al=True), "", "", id="a list of names has no et al."),
        pytest.param(0, Change(field="doi", text="10.1000/x"), "2020\n", "2020\n  doi: 10.1000/x\n", id="a missing key"),
        pytest.param(1, Change(field="venue", text="PNAS"), "15006\n", "15006\n  journal: PNAS\n", id="a missing key as others name it"),
        pytest.param(1, Change(field="title", text="Slow maps – of mice"), '"Fast', '"Slow', id="escapes as the file writes them"),
        pytest.param(1, authors(ANA, BO, kept=(0, None)), '"Li, Bo"', '"Bo van der Li"', id="a name in quotation marks"),
        pytest.param(1, authors(ANA, BO, CHI), "", "", id="names quoted now and then do not grow"),
        pytest.param(2, authors(CHI, et_al=True), '"Roca A, Li B et al."', '"Ma CW et al."', id="names in one value"),
        pytest.param(2, Change(field="doi", text="10.1000/x"), "10.1000/a", "10.1000/x", id="doi"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_yaml_item_changes_in_its_own_manner(
    number: int, change: Change, old: str, new: str, ending: str
) -> None:
    text, old, new = (part.replace("\n", ending) for part in (YAML, old, new))
    reading = read(text, "a.yml")
    edits = formats.rewrite(reading, reading.entries[number], change).edits
    assert apply(text, edits) == (text.replace(old, new, 1) if old else text)


BLOCKS = """- title: >
    Slow maps of
    cold mice
  authors:
    - {family: Roca, given: Ana}
    - given: Bo
      family: Li
  venue: |
    Moss "Letters" # 2
- title: Fast maps: of mice
  journal: PNAS
"""


@pytest.mark.parametrize(
    ("number", "change", "old", "new"),
    [
        pytest.param(0, Change(field="title", text="Slow maps: of warm mice"), "maps of\n    cold", "maps: of\n    warm", id="the lines of a block"),
        pytest.param(0, Change(field="venue", text="Nature: \\Moss"), 'Moss "Letters" # 2', "Nature: \\Moss", id="nothing is quoted in a block"),
        pytest.param(0, authors(CHI, BO), "", "", id="a name in parts stays"),
        pytest.param(1, Change(field="title", text="Fast maps: of rats"), "Fast maps: of mice", '"Fast maps: of rats"', id="what was no YAML is"),
        pytest.param(1, Change(field="year", text="2012"), "PNAS", "PNAS\n  year: 2012", id="a missing key beside it"),
    ],
)  # fmt: skip
def test_blocks_parts_and_what_is_no_yaml_change_as_they_stand(
    number: int, change: Change, old: str, new: str
) -> None:
    reading = read(BLOCKS, "a.yml")
    edits = formats.rewrite(reading, reading.entries[number], change).edits
    assert apply(BLOCKS, edits) == (BLOCKS.replace(old, new, 1) if old else BLOCKS)


TIGHT = (
    '[{"id":"a","title":"Slow <i>Mus</i> \\u201cmaps\\u201d of mice","author":[{"family":"Roca","given":"Ana"}],'
    '"issued":{"date-parts":[["2020",3]]},"URL":"https:\\/\\/arxiv.org\\/abs\\/2306.15006"}]'
)
WIDE = """[
\t{
\t\t"title": "Slow maps of mice",
\t\t"author": [
\t\t\t{
\t\t\t\t"given": "Ana",
\t\t\t\t"family": "Roca"
\t\t\t}
\t\t],
\t\t"DOI": "10.1000/a"
\t}
]"""


@pytest.mark.parametrize(
    ("text", "change", "old", "new"),
    [
        pytest.param(TIGHT, Change(field="title", text="Slow Mus “maps” of “owls”"), "mice", r"\u201cowls\u201d", id="italics and escapes of the words that stay"),
        pytest.param(TIGHT, Change(field="year", text="2019"), '"2020"', '"2019"', id="a year that is a string stays one"),
        pytest.param(TIGHT, Change(field="link", text="https://doi.org/10.1000/a"), r"arxiv.org\/abs\/2306.15006", r"doi.org\/10.1000\/a", id="escaped slashes"),
        pytest.param(TIGHT, Change(field="venue", text="Ön"), '6"}]', r'6","container-title":"\u00d6n"}]', id="a new member without blanks"),
        pytest.param(TIGHT, authors(ANA, BO, kept=(0, None)), '"Ana"}', '"Ana"},{"family":"van der Li","given":"Bo"}', id="a second name without blanks"),
        pytest.param(WIDE, authors(BO), '"Ana",\n\t\t\t\t"family": "Roca"', '"Bo",\n\t\t\t\t"family": "van der Li"', id="a name keeps the order of its parts"),
        pytest.param(WIDE, Change(field="venue", text="Ön"), '/a"', '/a",\n\t\t"container-title": "Ön"', id="a new member on its line"),
        pytest.param(WIDE, Change(field="doi", text="10.1000/x"), "/a", "/x", id="doi"),
    ],
)  # fmt: skip
def test_a_csl_item_changes_in_its_own_manner(
    text: str, change: Change, old: str, new: str
) -> None:
    assert written(text, change, "a.json") == text.replace(old, new)


SHAPES = [
    f"- **{T}.** Ana Roca, Bo Li. **PNAS**. [[Link]]({ARXIV})",
    f"- **{T}** Roca A, Li B. *PNAS*, 2020. [[Link]]()",
    f"* [{T}]({ARXIV}) - Ana Roca, Bo Li - PNAS (2020)",
    f"1. A. Roca and B. Li (2020). {T}. PNAS. [[paper]]({ARXIV})",
    f'* "{T}", Ana Roca, Bo Li, PNAS 2020. [[Paper]({ARXIV})]',
    f"- **2020-03** | {T} | *Ana Roca and Bo Li* | [PNAS]({ARXIV})",
    f"- **{T}**\n  Ana Roca, Bo Li\n  *PNAS* (2020) [[pdf]]({ARXIV})",
    f"**{T}**<br>*Ana Roca, Bo Li*<br>[PNAS (2020)]({ARXIV})\n",
    f"- (2020) {T} by Ana Roca, Bo Li\n  - {ARXIV}",
    "- a tool, no paper: [tool](https://github.com/a/b)",
    "Some words.\n\n### 2019",
]
WORDS = st.lists(
    st.sampled_from(["maps", "Mice", "*of*", "a_b", "[x]", "R&D", "<i>", "日本", "DNA-2:", "pipes|", "\\"]),
    min_size=3, max_size=7,
).map(lambda words: " ".join(["Great", *words, "here"]))  # fmt: skip
PEOPLE = st.lists(st.sampled_from([ANA, BO, CHI, Person(family="Ångström", given="Åke")]), min_size=2, max_size=5, unique=True)  # fmt: skip
CHANGES = st.one_of(
    WORDS.map(lambda text: Change(field="title", text=text)),
    PEOPLE.map(lambda people: Change(field="authors", people=tuple(people))),
    st.sampled_from(["Nature Methods", "eLife"]).map(lambda text: Change(field="venue", text=text)),
    st.just(Change(field="year", text="2011")),
    st.sampled_from(["https://doi.org/10.1000/a(b)c", "https://x.org/a b"]).map(lambda u: Change(field="link", text=u)),
)  # fmt: skip


def told(entry: Entry) -> dict[str, object]:
    return {
        "title": entry.title and entry.title.text,
        "authors": entry.authors and [name.text for name in entry.authors.names],
        "venue": entry.venue and entry.venue.text,
        "year": entry.year and entry.year.value,
        "link": [link.url for link in entry.links],
        "section": entry.section,
    }


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(SHAPES), min_size=1, max_size=6),
    CHANGES,
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_nothing_but_the_changed_field_reads_otherwise(
    shapes: list[str], change: Change, ending: str, data: st.DataObject
) -> None:
    text = "# L\n\n" + "\n\n".join(shapes) + "\n"
    reading = read(text.replace("\n", ending))
    if not reading.entries:
        return
    index = data.draw(st.integers(0, len(reading.entries) - 1))
    done = formats.rewrite(reading, reading.entries[index], change)
    # By the layout that the list was read with: learnt anew it may be another, and then the list as
    # a whole is not written (``write.proof``).
    again = markdown.excerpt_of(reading.entries[0], "list.md", apply(reading.text, done.edits))
    assert len(again) == len(reading.entries)
    for number, (before, after) in enumerate(zip(reading.entries, again, strict=True)):
        field = change.field if number == index and done.edits else ""
        assert {k: v for k, v in told(before).items() if k != field} == {
            k: v for k, v in told(after).items() if k != field
        }


MARKUP = st.lists(
    st.sampled_from(["**", "*", "_", "`", "[", "]", "(", ")", "](", "|", "\n", "\n- ", "# ", "<", ">", "http://a.b/", "10.1000/x", "et al.", ", ", " and ", "Ana Roca", '"', "“", "2020", "@a{", "={", "}", "![", "<!--", "-->", "```", "\\", " "]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    MARKUP, st.sampled_from(["a.md", "a.bib", "a.rst", "a.org", "a.txt", "a.json", "a.yml", "-"])
)
def test_any_text_is_read(text: str, path: str) -> None:
    reading = read(text, path)
    for entry in reading.entries:
        assert 0 <= entry.span.start <= entry.span.end <= len(reading.text)
        byline = entry.authors.written if entry.authors else None
        for field in (entry.title, entry.venue, byline):
            assert field is None or field.span.cut(reading.text) == field.raw


@pytest.mark.parametrize("piece", ["[", "](", "*a ", "`", "<a href=", "<!-- ", '"a', "a, ", "A b. ", "|", "http://a", "&", "- \n", "{", "@a{b,c={", "(", "Ana Roca, ", "- title: 'a\n", "- title: a\n    'b\n"], ids=repr)  # fmt: skip
@pytest.mark.parametrize("path", ["a.md", "a.bib", "a.rst", "a.txt", "a.yml"])
def test_no_repetition_takes_more_than_linear_time(piece: str, path: str) -> None:
    import time

    spent = []
    for size in (2_000, 8_000):
        begun = time.process_time()
        read(piece * size, path)
        spent.append(time.process_time() - begun)
    assert spent[1] < max(0.5, spent[0] * 10)


def test_a_brace_too_many_does_not_end_a_bib_entry() -> None:
    text = "@article{a,\n  author = {Ana Roca}},\n  title = {Maps of mice},\n  year = {2020},\n}\n"
    (entry,) = read(text, "a.bib").entries
    assert entry.title is not None
    assert entry.title.text == "Maps of mice"
    assert entry.year is not None
