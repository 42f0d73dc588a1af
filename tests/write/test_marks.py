"""Whatever is mended, each mark, note, box, label and link that stood in the entry stands after."""

from collections import Counter

import pytest

from pipeline.values.finding import FixKind
from pipeline.values.text import Edit, Span
from pipeline.write.marks import loses
from tests.shelf import LINES, listed, shelf
from tests.world import run

MOSS = LINES["moss"]
LINK = " [[Link]](https://doi.org/10.99999/nm.2022.4)"

FAULTS = {
    "an older year": (", 2022", ", 2012"),
    "somebody too many": (". *", ", Zed Quorn. *"),
    "somebody left out": ("Kofi Adomako, ", ""),
    "a name misspelt": ("Kofi Adomako", "Kofi Adomaka"),
    "another order": ("Ilse Verhoeven, Kofi Adomako", "Kofi Adomako, Ilse Verhoeven"),
    "another venue": ("Nature Methods", "Nature Reviews Genetics"),
    "a venue misspelt": ("Nature Methods", "Nature Metods"),
    "a title misspelt": ("language", "langauge"),
    "no link": (LINK, ""),
}
MARKS = {
    "a box": ("- ", "- [ ] "),
    "a star": ("- ", "- ⭐ "),
    "a label": ("- ", "- [12] "),
    "an anchor": ("- ", '- <a name="x"></a>'),
    "somebody in bold letters": ("Rana Sato", "**Rana Sato**"),
    "two in bold letters": ("Rana Sato", "**Rana Sato"),
    "somebody linked": ("Rana Sato", "[Rana Sato](https://sato.example)"),
    "a raised number": ("Rana Sato", "Rana Sato<sup>1</sup>"),
    "a dagger": ("Verhoeven", "Verhoeven†"),
    "a note on a name": ("Ilse Verhoeven", "Ilse Verhoeven (equal contribution)"),
    "a note on the venue": ("Methods*", "Methods* (Oral)"),
    "a note at the end": (LINK, LINK + " (in Norwegian) <!-- seen -->"),
    "a footnote": (LINK, LINK + "[^3]"),
    "code": (LINK, LINK + " [[code]](https://github.com/a/b)"),
    "another number": (LINK, LINK + " PMID: 90000022"),
    "a flame": ("genomes.**", "genomes 🔥.**"),
    "a word in italics": ("moss genomes", "*moss* genomes"),
}


def _signs(text: str) -> Counter[str]:
    """What is neither a letter of a field nor the punctuation between fields, and the notes."""
    told = ("equal", "Oral", "Norwegian", "seen", "PMID: 90000022", "sato.example", "a/b", "12]")
    return Counter(c for c in text if not c.isalnum() and c not in " ,.:;/-'") + Counter(
        {word: text.count(word) for word in told}
    )


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("mark", MARKS)
def test_a_correction_takes_no_mark_away_and_brings_no_news(fault: str, mark: str) -> None:
    (good, bad), (plain, marked) = FAULTS[fault], MARKS[mark]
    line = MOSS.replace(plain, marked, 1).replace(good, bad, 1)
    text = listed(line, "tides", "ferns")
    first = run(shelf(), text)
    after = first.fixed()
    assert _signs(text) - _signs(after) == Counter()
    if fault != "no link":
        assert _signs(after) - _signs(text) == Counter()
    second = run(shelf(), after)
    assert {f.code for f in second.findings} <= {f.code for f in first.findings}
    assert second.fixed() == after


@pytest.mark.parametrize("fault", FAULTS)
def test_without_marks_each_of_these_is_written(fault: str) -> None:
    good, bad = FAULTS[fault]
    before = listed(MOSS.replace(good, bad, 1), "tides", "ferns")
    assert run(shelf(), before).fixed() == listed("moss", "tides", "ferns")


def test_a_note_within_a_by_line_is_left_to_a_person() -> None:
    line = MOSS.replace("Ilse Verhoeven, Kofi", "Kofi Adomako, Ilse Verhoeven (PI)")
    line = line.replace("(PI) Adomako", "(PI)")
    (found,) = run(shelf(), listed(line, "tides")).findings
    assert (found.code, found.fix) == ("authors-order", FixKind.REVIEW)
    assert found.proposed == "Ilse Verhoeven, Kofi Adomako, Rana Sato"


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        ("**Ilse Verhoeven**, Rana Sato", "Missing: Kofi Adomako."),
        ("**Ilse Verhoeven**, Kofi Adomako", "Missing: Rana Sato."),
        ("Ilse Verhoeven, **Rana Sato**", "Missing: Kofi Adomako."),
        ("Ilse Verhoeven, [Rana Sato](https://sato.example)", "Missing: Kofi Adomako."),
    ],
)
def test_somebody_in_bold_letters_is_not_missing_nor_is_the_next_one_set_bold(
    names: str, missing: str
) -> None:
    """ "**Ilse Verhoeven**, Ilse Verhoeven, Kofi Adomako, Rana Sato" was written."""
    text = listed(MOSS.replace("Ilse Verhoeven, Kofi Adomako, Rana Sato", names), "tides")
    done = run(shelf(), text)
    assert [f.message for f in done.findings] == [missing]
    assert done.fixed() == text


@pytest.mark.parametrize(
    ("old", "new", "form", "lost"),
    [
        ("Rana Sato (PI)", "Rana Sato", "markdown", True),
        ("Rana Sato*", "Rana Sato", "markdown", True),
        ("Graph ⭐", "Graph", "csv", True),
        ("Sato<sup>1", "Sato", "markdown", True),
        ("{Sato}*", "Sato", "bibtex", False),
        ("Rana~Sato", "Rana Sato", "bibtex", False),
        ("Rana Sato (PI)", "Rana B. Sato (PI)", "markdown", False),
        ("Rana Sato; Tom", "Rana Sato, Tom", "markdown", False),
        ("https://a.example/x_(1)", "https://b.example", "markdown", False),
    ],
)
def test_signs_are_marks_where_the_format_has_no_other_use_for_them(
    old: str, new: str, form: str, *, lost: bool
) -> None:
    edit = Edit(span=Span(start=2, end=2 + len(old)), replacement=new)
    assert loses(f"- {old}.", [edit], form) == lost
