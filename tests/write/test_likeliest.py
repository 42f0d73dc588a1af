"""Where a work is guessed to belong: by the words of headings, titles and venues."""

import pytest

from pipeline import formats
from pipeline.action.answer import IssueAnswer, body
from pipeline.values.entry import Document
from pipeline.write.likeliest import GUESSED, likeliest
from pipeline.write.likeliest import guessed as guess
from pipeline.write.section_choice import SectionError, section_for
from pipeline.write.sections import sections
from tests.shelf import FERNS, LINES, MOSS, POOLS, TIDES
from tests.world import work

SNAILS = "- **Snails of the tidal shore.** Ada Storm. *Marine Ecology Letters*, 2019."
GENES = "- **Assembling moss genomes from short reads.** Bela Nagy. *Nature Methods*, 2018."
TEXT = f"# Papers\n\n## Genomes\n\n{GENES}\n\n## Shores\n\n{SNAILS}\n{LINES['ferns']}\n"


def guessed(text: str, each: object) -> str:
    reading = formats.read(Document(path="list.md", text=text))
    section = likeliest(sections(reading), each)  # type: ignore[arg-type]
    return section.name if section else ""


@pytest.mark.parametrize(
    ("each", "name"),
    [(MOSS, "Genomes"), (POOLS, "Shores"), (TIDES, "Shores"), (FERNS, "Shores")],
)
def test_the_section_of_the_most_telling_words_in_common_is_taken(each: object, name: str) -> None:
    assert guessed(TEXT, each) == name


def test_a_word_of_a_heading_counts() -> None:
    lone = work("Ferns", "Ada Storm", "Cell", "2020", "doi:10.99999/x.1")
    text = TEXT.replace("## Genomes", "## Genomes of ferns")
    assert guessed(text, lone) == "Genomes of ferns"


def test_without_a_word_in_common_it_is_the_section_of_most_entries() -> None:
    alien = work("Quarks", "Ada Storm", "Physica", "2020", "doi:10.99999/x.2")
    assert guessed(TEXT, alien) == "Shores"


def test_the_sections_of_its_year_come_first() -> None:
    text = TEXT.replace("## Genomes", "## 2021").replace("## Shores", "## 2019")
    assert guessed(text, TIDES) == "2021"


def test_in_a_topic_by_years_a_new_year_is_made_and_no_other_year_taken() -> None:
    text = TEXT.replace("## Genomes", "## Genomes\n\n### 2018").replace(
        "## Shores", "## Shores\n\n### 2019"
    )
    reading = formats.read(Document(path="list.md", text=text))
    with pytest.raises(SectionError):
        section_for(reading, TIDES)
    section = guess(reading, TIDES)
    assert section
    assert (section.path, section.new) == (("Papers", "Shores", "2021"), True)


def test_under_other_years_it_is_not_guessed_to_be() -> None:
    text = TEXT.replace("## Genomes", "## 2018\n\n### Genomes").replace(
        "## Shores", "## 2019\n\n### Shores"
    )
    assert guess(formats.read(Document(path="list.md", text=text)), TIDES) is None
    assert guessed(text.replace("2019", "2021"), TIDES) == "Shores"


def test_a_list_without_entries_has_none() -> None:
    assert guessed("# Papers\n\n## Genomes\n", MOSS) == ""


def test_the_pull_request_says_that_it_was_a_guess() -> None:
    plain = IssueAnswer(
        issue=3, outcome="added", said="x: added to list.md, line 9 under “Shores”."
    )
    assert "No section was named" not in body(plain, "https://run.example")
    told = plain.but(said=f"x: added to list.md, line 9 under “Shores” ({GUESSED}).")
    assert "No section was named" in body(told, "https://run.example")
