"""References as the rules of several countries set them: signs, marks and words of their own."""

# ruff: noqa: E501  a reference is one line, and its letters and dashes are its own

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Entry
from tests.formats.golden import names

Row = tuple[str | None, list[str], str | None, int | None]


def entries(text: str, path: str = "list.md") -> tuple[Entry, ...]:
    return formats.read(Document(path=path, text=text)).entries


def row(entry: Entry) -> Row:
    return (
        entry.title.text if entry.title else None,
        names(entry),
        entry.venue.text if entry.venue else None,
        entry.year.value if entry.year else None,
    )


GOST = "Автоматика и телемеханика"
MAPS = "О методах анализа медленных сигналов"
SLASHES = [
    pytest.param(f"Иванов А. А., Петров Б. Б. {MAPS} // {GOST}. – 2010. – Т. 7. – № 5. – С. 12–20.", (MAPS, ["Иванов А. А.", "Петров Б. Б."], GOST, 2010), id="GOST 7.0.5"),
    pytest.param(f"Иванов А. А., Петров Б. Б. {MAPS} [Текст] // {GOST}. — 2010. — № 5. — С. 12–20.", (MAPS, ["Иванов А. А.", "Петров Б. Б."], GOST, 2010), id="GOST, printed"),
    pytest.param(f"{MAPS} / А. А. Иванов, Б. Б. Петров // {GOST}. – 2010. – Т. 5, № 2. – С. 12–20.", (MAPS, ["А. А. Иванов", "Б. Б. Петров"], GOST, 2010), id="GOST 7.1"),
    pytest.param("Ivanov A. B., Petrov C. D. Slow maps of cold mice // Phys. Rev. B. 2010. Vol. 5. P. 12.", ("Slow maps of cold mice", ["Ivanov A. B.", "Petrov C. D."], "Phys. Rev. B", 2010), id="GOST, in English"),
    pytest.param("HOLT A B, MARSH C. Slow maps of cold mice[C]//International Conference on Machine Learning. 2020: 3-9.", ("Slow maps of cold mice", ["HOLT A B", "MARSH C"], "International Conference on Machine Learning", 2020), id="GB/T 7714, book"),
    pytest.param("HOLT A B, REED C. Slow maps of cold mice in winter[J]. Ecological Applications, 2020, 12(3):3-9.", ("Slow maps of cold mice in winter", ["HOLT A B", "REED C"], "Ecological Applications", 2020), id="GB/T 7714, journal"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said"), SLASHES)
def test_slashes_and_the_kind_of_a_work_end_its_title(line: str, said: Row) -> None:
    (entry,) = entries(f"# Литература\n\n1. {line}\n")
    assert row(entry) == said


def test_who_is_named_before_the_title_and_behind_it_is_in_no_title() -> None:
    line = f"Сидоров А. Б. {MAPS} / А. Б. Сидоров, В. Г. Петров. – Текст : непосредственный // {GOST}. – 2019. – № 3. – С. 3–9."
    (entry,) = entries(f"# Литература\n\n1. {line}\n")
    assert row(entry) == (MAPS, ["А. Б. Сидоров", "В. Г. Петров"], GOST, 2019)


def test_slashes_before_no_journal_are_of_the_title() -> None:
    (entry,) = entries(
        "- [Client // Server: A Slow Map of Things](https://arxiv.org/abs/2001.00001). Ana Bee, Bo Marsh. ICML 2020.\n"
    )
    assert entry.title
    assert entry.title.text == "Client // Server: A Slow Map of Things"


ISO_690 = "*Genèses* [en ligne]. 2002, Vol. 38, n° 3, pp. 708-730. [Consulté le 14 mars 2025]. Disponible à l’adresse : https://doi.org/10.99999/moss.7"


def test_a_title_that_ends_in_a_year_before_what_iso_690_says_of_an_address() -> None:
    (entry,) = entries(
        f"# Articles\n\nDUPONT, Jean-Luc et BERNARD, Jean-Luc. Retour sur les usages de la statistique depuis 1945. {ISO_690}\n"
    )
    assert row(entry) == (
        "Retour sur les usages de la statistique depuis 1945",
        ["DUPONT, Jean-Luc", "BERNARD, Jean-Luc"],
        "Genèses",
        2002,
    )


@pytest.mark.parametrize(
    ("line", "people", "title"),
    [
        ("Schneider, Stefan / Schäfer, Monika, Bildung und Wissen in der Gegenwart, in: Poetica 25 (2001), S. 264-287.", ["Schneider, Stefan", "Schäfer, Monika"], "Bildung und Wissen in der Gegenwart"),
        ("Weber, Eva / Krüger, Stefan / Koch, Ulrike, Neue Ergebnisse der Klimafolgen, in: Geschichte und Gesellschaft 34 (2004), S. 646-660.", ["Weber, Eva", "Krüger, Stefan", "Koch, Ulrike"], "Neue Ergebnisse der Klimafolgen"),
    ],
)  # fmt: skip
def test_slashes_between_people_and_german_pages(line: str, people: list[str], title: str) -> None:
    (entry,) = entries(f"# Aufsätze\n\n- {line}\n")
    assert (names(entry), entry.title and entry.title.text) == (people, title)


def test_the_short_name_of_a_meeting_behind_the_last_author_is_the_venue() -> None:
    titles = ("Slow Maps of Cold Mice", "Fast Maps of Warm Roofs", "Tidal Memory of Old Snails")
    found = entries(
        "## 2021\n\n"
        + "".join(
            f"- [{title}](https://arxiv.org/abs/2101.0000{n}), Ben Reed, Ana Bee, Francis Williams, {venue}.\n"
            for n, (title, venue) in enumerate(zip(titles, ("CVPR", "ECCV", "CHI"), strict=True))
        )
    )
    assert [names(one) for one in found] == [["Ben Reed", "Ana Bee", "Francis Williams"]] * 3
    assert [one.venue.text for one in found if one.venue] == ["CVPR", "ECCV", "CHI"]


def test_items_below_an_item_of_a_year_have_that_year() -> None:
    found = entries(
        "# Papers\n\n"
        "- CoRL 2024\n"
        "  - [Slow Maps of the Cold Mice of Winter](https://arxiv.org/abs/2101.00001)\n    - Ana Bee, Bo Marsh\n"
        "- ICML 2022\n"
        "  - [Fast Maps of the Warm Roofs of Spring](https://arxiv.org/abs/2101.00002)\n    - Ana Bee, Cy Reed\n"
        "- Since 2020\n"
        "  - [Tidal Memory of the Snails of Estuaries](https://arxiv.org/abs/2101.00003)\n    - Ana Bee, Di Salt\n"
    )
    assert [one.year and one.year.value for one in found] == [2024, 2022, None]
    assert [one.year.source for one in found if one.year] == ["section", "section"]
