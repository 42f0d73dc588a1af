"""Whatever is pasted, in whatever list: nothing of it is lost, and what is written stays quiet."""

import re

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from pipeline.write.additions import added
from pipeline.write.applying import Accepted
from pipeline.write.section_choice import section_for
from tests import world
from tests.shelf import shelf

DOI = "10.99999/jes.2021.017"
URL = f"https://doi.org/{DOI}"
PUBMED = "https://pubmed.ncbi.nlm.nih.gov/90000017/"

OTHERS = (
    ("Graph lanterns: a language model for moss genomes",
     ("Ilse Verhoeven", "Kofi Adomako", "Rana Sato"), "Nature Methods", "2022",
     "https://doi.org/10.99999/nm.2022.4"),
    ("Spore dispersal over fragmented fern habitats",
     ("Nadia Brandao", "Peter Quist", "Lena Ostrava"), "Nature Reviews Genetics", "2020",
     "https://doi.org/10.99999/nrg.2020.8"),
)  # fmt: skip


def short(name: str) -> str:
    given, family = name.split()
    return f"{family} {given[0]}"


def initial(name: str) -> str:
    given, family = name.split()
    return f"{family}, {given[0]}."


Row = tuple[str, tuple[str, ...], str, str, str]


def entries(form: str) -> list[str]:
    return [
        form.format(
            t=title, a=", ".join(people), v=venue, y=year, u=url, first=people[0],
            vancouver=", ".join(map(short, people)), apa=", ".join(map(initial, people)),
        )
        for title, people, venue, year, url in OTHERS
    ]  # fmt: skip


STYLES = {
    "bold title": ("md", "- **{t}.** {a}. *{v}*, {y}. [[Link]]({u})"),
    "linked title": ("md", "- [{t}]({u}). {a}. *{v}*, {y}."),
    "Vancouver without links": ("md", "1. {vancouver}. {t}. {v}. {y}."),
    "Vancouver with a doi": ("md", "1. {vancouver}. {t}. {v}. {y}. {u}"),
    "APA": ("md", "- {apa} ({y}). {t}. *{v}*. {u}"),
    "task list": ("md", "- [x] **{t}.** {a}. *{v}*, {y}. [[Link]]({u})"),
    "quoted": ("md", '* "{t}", {a}, {v} {y}. [[Paper]({u})]'),
    "title and link only": ("md", "- **{t}** [[paper]]({u})"),
    "et al.": ("md", "- **{t}.** {first} et al. *{v}* ({y}). [pdf]({u})"),
    "dashes": ("md", "* [{t}]({u}) - {a} - {v} ({y})"),
    "lines": ("md", "- **{t}**\n  {a}\n  *{v}* ({y}) [[pdf]]({u})"),
    "year first": ("md", "- ({y}) [{t}]({u}), {a}, *{v}*"),
    "org": ("org", "- *{t}*. {a}. /{v}/, {y}. [[{u}][Link]]"),
    "rst": ("rst", "- **{t}.** {a}. *{v}*, {y}. `Link <{u}>`_"),
}

HEADS = {"org": "* Papers\n\n", "rst": "Papers\n======\n\n"}

PASTED = (
    URL, f"<{URL}>", DOI, f"doi:{DOI}", f"doi: {DOI}", f"DOI: {DOI}", f"http://dx.doi.org/{DOI}",
    f"https://www.doi.org/{DOI}", f"{URL}.", f"{URL} ", f"({URL})", f"[{URL}]({URL})", f"<{URL}> ",
    PUBMED, "PMID: 90000017", "PMID:90000017", f"[paper]({URL})", f"[Link]({URL})",
    f"[[pdf]]({URL})",
    f"[ ] {URL}", f"[x] {URL}", f"[ ] doi:{DOI}", f"⭐ {URL}", f"{URL} 🔥", f"[ ] ⭐ {URL} 🔥",
    f"please add {URL}", f"Please add this paper: {URL}, thanks!", f"can you add {URL}?",
    f"[DanQ]({URL})", f"[{DOI}]({URL})", f"see {URL} please", f"{URL} (to read)", f"{URL} {PUBMED}",
    f"{URL}\\", f"doi.org/{DOI}", f"[ ] www.doi.org/{DOI}", f"HTTPS://DOI.ORG/{DOI}",
    f"<doi:{DOI}>", f"（{URL}）", f"{URL}。", f"«{URL}»", "PubMed: 90000017",
    f"PMID: 90000017. DOI: {DOI}.", f"DOI: {DOI}. PMID: 90000017;",
    f"add {DOI} please", f"New paper: {URL}", f"⭐{URL}", f"{URL}⭐",
    f"[paper]({URL})🔥", f"[⭐]({URL})", f"[-] {URL}", f"[!] {URL}", f"[new] {URL}", f"{URL} (new)",
    f"**NEW!** {URL}", f"`todo` {URL}", f"TODO: {URL}", f"~~{URL}~~", f"{URL} ??", f"{URL} ^",
    f"{URL} \\*", f"+ {URL}", f"=={URL}==", f"=={DOI}==", f"==doi:{DOI}==", f"++{URL}++.",
    f"^^{URL}^^", f"=={URL}== (new)",
)  # fmt: skip


def completed(ending: str, text: str) -> str:
    return world.run(shelf(), text, ending=ending).fixed(Accepted())


def read(ending: str, text: str) -> tuple[Entry, ...]:
    return formats.read(Document(path=f"list.{ending}", text=text)).entries


def marks(line: str) -> list[str]:
    return re.findall(
        r"\[[ x!-]\] |⭐|🔥|DanQ|to read|new\b(?! paper)|NEW!|\btodo\b|TODO:"
        r"|~~|\?\?|==|\+\+|\^|\\\*|\+ ",
        line,
    )


@pytest.mark.parametrize("style", STYLES)
def test_nothing_that_was_pasted_is_lost_and_a_second_run_is_quiet(style: str) -> None:
    ending, form = STYLES[style]
    wrong: list[str] = []
    done = 0
    for pasted in PASTED:
        bullet = re.match(r"(?:[-*]|\d+\.) ", form)
        assert bullet
        head = HEADS.get(ending, "# Papers\n\n")
        others = "\n".join(entries(form))
        before = f"{head}{others}\n{bullet[0]}{pasted}\n"
        after = completed(ending, before)
        done += after != before
        wrong += [f"{pasted}: {why}" for why in faults(ending, before, after, others)]
    assert wrong == []
    assert done >= 45


@pytest.mark.parametrize("style", ["Vancouver without links", "Vancouver with a doi", "APA"])
@pytest.mark.parametrize(
    "pasted", [f"doi: {DOI}", f"DOI:{DOI}", "PMID: 90000017", f"[ ] doi:{DOI}"]
)
def test_the_label_of_a_number_stays_where_the_list_has_bare_addresses(
    style: str, pasted: str
) -> None:
    ending, form = STYLES[style]
    text = "# Papers\n\n" + "\n".join(entries(form)) + f"\n{form.split(' ')[0]} {pasted}\n"
    assert completed(ending, text).endswith(f". {pasted.removeprefix('[ ] ')}\n")


@pytest.mark.parametrize("style", STYLES)
def test_what_is_added_carries_its_address_and_a_check_is_quiet(style: str) -> None:
    ending, form = STYLES[style]
    text = HEADS.get(ending, "# Papers\n\n") + "\n".join(entries(form)) + "\n"
    reading = formats.read(Document(path=f"list.{ending}", text=text))
    paper = world.run(shelf(), f"# Papers\n\n- {URL}\n").audited[0].paper
    assert paper
    done = added(reading, section_for(reading, paper.work, "Papers"), paper, URL)
    assert faults(ending, text + "- " + URL, done.reading.document.text, "\n") == []
    assert "[x]" not in done.entry


@pytest.mark.parametrize("style", ["bold title", "org", "rst"])
def test_a_missing_link_is_written_as_the_format_writes_links(style: str) -> None:
    ending, form = STYLES[style]
    head = HEADS.get(ending, "# Papers\n\n")
    whole = head + "\n".join(entries(form)) + "\n"
    for line in entries(form):
        text = whole.replace(line, re.split(r" (?:\[\[|`)", line)[0])
        assert text != whole
        assert completed(ending, text) == whole


@pytest.mark.parametrize(
    "line",
    [f"Please cite our paper {URL}", "Please add more papers here", f"Contributions welcome, {URL}",
     "Please read the guide at https://example.org/guide"],
)  # fmt: skip
def test_who_asks_for_something_else_adds_no_work(line: str) -> None:
    text = "# Papers\n\n" + "\n".join(entries(STYLES["bold title"][1])) + f"\n- {line}\n"
    assert len(read("md", text)) == 2
    assert completed("md", text) == text


def test_a_number_of_arxiv_is_no_title_of_its_own_link() -> None:
    posted = world.preprint(
        "Sparse attention over long lichen sequences", "Yusuf Demir; Clara Whitlock", "2023-01-20",
        "arxiv:2301.09999",
    )  # fmt: skip
    head = "# Papers\n\n" + "\n".join(entries(STYLES["bold title"][1]))
    text = f"{head}\n- [2301.09999](https://arxiv.org/abs/2301.09999)\n"
    after = world.run(shelf(posted), text).fixed(Accepted())
    assert "- **Sparse attention over long lichen sequences.** Yusuf Demir" in after
    assert "(https://arxiv.org/abs/2301.09999)" in after


ODD = world.work(
    "Walks on a* trees in [sparse] x_1 grids", "Mara Lindqvist; Tomas Oyelaran",
    "Journal of Estuarine Sensing", "2021", "doi:10.99999/jes.2021.99",
)  # fmt: skip


@pytest.mark.parametrize(
    ("style", "title"),
    [
        ("org", ""),
        ("bold title", r"Walks on a\* trees in \[sparse\] x_1 grids"),
        ("rst", r"Walks on a\* trees in \[sparse\] x_1 grids"),
    ],
)
def test_signs_of_a_title_are_escaped_as_the_format_escapes_or_stay_as_they_were_pasted(
    style: str, title: str
) -> None:
    """Org has no backslash for it: what would end its bold letters early is left to a person."""
    ending, form = STYLES[style]
    text = HEADS.get(ending, "# Papers\n\n") + "\n".join(entries(form)) + "\n- " + URL + "9\n"
    text = text.replace(URL + "9", "https://doi.org/10.99999/jes.2021.99")
    after = world.run(shelf(ODD), text, ending=ending).fixed(Accepted())
    assert (after == text) if ending == "org" else (title in after)
    plain = ODD.but(title="Walks on trees in [sparse] x_1 grids")
    after = world.run(shelf(plain), text, ending=ending).fixed(Accepted())
    assert plain.title in after.replace("\\", "")
    assert ("\\" in after) == (ending != "org")


BEHIND = {
    "code": " [[code]](https://github.com/a/b)", "badge": " ![stars](https://img.shields.io/a/b)"
}  # fmt: skip


@pytest.mark.parametrize("everywhere", [False, True])
@pytest.mark.parametrize("more", BEHIND)
def test_code_and_badges_behind_an_entry_are_its_own_and_spoil_no_style(
    more: str, *, everywhere: bool
) -> None:
    form = STYLES["dashes"][1]
    lines = [line + BEHIND[more] * (everywhere or n == 0) for n, line in enumerate(entries(form))]
    text = "# Papers\n\n" + "\n".join(lines) + f"\n* {URL}\n"
    assert completed("md", text).split("\n")[-2] == (
        f"* [Tidal memory in estuarine sensor networks]({URL}) - Mara Lindqvist, Tomas Oyelaran, "
        "Jun Hasek, Petra Quill - Journal of Estuarine Sensing (2021)"
    )


@pytest.mark.parametrize(
    ("ending", "text"),
    [("md", "{0}\n{1}\n"), ("md", "{0}\n\n{1}\n"), ("md", "# Papers\n\n- {0}\n- {1}\n"),
     ("md", "# Papers\n\n* <{0}>\n* <{1}>\n"), ("txt", "{0}\n{1}\n")],
)  # fmt: skip
def test_to_a_list_of_nothing_but_addresses_a_work_can_be_added(ending: str, text: str) -> None:
    text = text.format(OTHERS[0][4], OTHERS[1][4])
    reading = formats.read(Document(path=f"list.{ending}", text=text))
    paper = world.run(shelf(), f"# Papers\n\n- {URL}\n").audited[0].paper
    assert paper
    done = added(reading, section_for(reading, paper.work), paper, URL).reading
    assert done.text.startswith(text.rstrip("\n"))
    assert URL in done.text
    assert len(done.entries) == 3


HEAD = "# Papers\n\n| Title | Authors | Venue | Year | Link |\n|---|---|---|---|---|\n"
ROW = "| {t} | {a} | {v} | {y} | [Link]({u}) |"


@pytest.mark.parametrize(
    "row",
    [f"| {DOI} | | | | |", f"| {URL} |||||", f"| | | | | [Link]({URL}) |", f"| | | | | {URL} |"],
)
def test_a_row_with_nothing_but_a_number_is_completed_as_the_others_are(row: str) -> None:
    text = HEAD + "\n".join(entries(ROW)) + "\n"
    after = completed("md", f"{text}{row}\n\nAn end.\n")
    assert after == (
        f"{text}| Tidal memory in estuarine sensor networks | Mara Lindqvist, Tomas Oyelaran, Jun "
        f"Hasek, Petra Quill | Journal of Estuarine Sensing | 2021 | [Link]({URL}) |\n\nAn end.\n"
    )
    assert world.run(shelf(), after).codes == []


@pytest.mark.parametrize("pasted", [DOI, URL, f"[paper]({URL})"])
def test_a_row_is_completed_in_a_table_that_names_no_authors(pasted: str) -> None:
    text = (
        "# Papers\n\n| Paper | Year | Code |\n|---|---|---|\n"
        f"| [{OTHERS[0][0]}]({OTHERS[0][4]}) | 2022 | [git](https://github.com/x/moss) |\n"
    )
    after = completed("md", f"{text}| {pasted} | | |\n")
    assert after == f"{text}| [Tidal memory in estuarine sensor networks]({URL}) | 2021 | |\n"
    assert world.run(shelf(), after).codes == []


def test_a_row_that_says_more_than_a_number_stays() -> None:
    text = HEAD + "\n".join(entries(ROW)) + f"\n| Tides, to read | | | | [Link]({URL}) |\n"
    assert completed("md", text) == text


@pytest.mark.parametrize("more", ["", ",\n  url = {https://doi.org/10.99999/jes.2021.017}"])
def test_a_bib_entry_with_nothing_but_numbers_is_completed_under_its_key(more: str) -> None:
    text = f"@article{{tides,\n  doi = {{{DOI}}}{more}\n}}\n"
    after = completed("bib", text)
    (entry,) = read("bib", after)
    assert (entry.key, entry.kind) == ("tides", "article")
    assert entry.title
    assert entry.title.text == "Tidal memory in estuarine sensor networks"
    assert f"doi     = {{{DOI}}}" in after
    assert world.run(shelf(), after, ending="bib").codes == []


def faults(ending: str, before: str, after: str, others: str) -> list[str]:
    old, new = read(ending, before), read(ending, after)
    found = [] if others in after else ["the others changed"]
    found += [] if len(old) == len(new) else [f"{len(old)} entries became {len(new)}"]
    was, now = old[-1], new[-1]
    lost = {m.identifier for m in was.mentions} - {m.identifier for m in now.mentions}
    found += [f"lost {identifier}" for identifier in lost]
    own = before.rstrip("\n").split("\n")[-1]
    kept = (
        after[len(after) - len(after.rsplit(others, maxsplit=1)[-1]) :]
        if others in after
        else after
    )
    found += [f"lost {mark}" for mark in marks(own) if mark not in kept]
    found += [f"{a} without {b}" for a, b in ("[]", "()", "<>") if kept.count(a) != kept.count(b)]
    if after == before:
        return found
    again = world.run(shelf(), after, ending=ending)
    found += ["a second run writes"] if again.fixed(Accepted()) != after else []
    mine = again.audited[-1]
    return [*found, *(f"then {f.code}: {f.message}" for f in mine.findings)]
