"""A text that breaks its reader is read but for the blocks that break it."""

from importlib import import_module
from typing import Any

import pytest

from pipeline import formats
from pipeline.values.entry import Document, Reading

CURSED = "Zzyzx"

ITEM = "- [{} memory in estuarine sensor networks](https://doi.org/10.99999/{}). *Cell*, 2021.\n"


class PlantedError(Exception):
    pass


@pytest.fixture(autouse=True)
def _planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every reader breaks at a text that holds the cursed word."""
    for name in set(formats.FORMATS.values()):
        module = import_module(f"pipeline.formats.{name}")
        monkeypatch.setattr(module, "read", cursed(module.read))


def cursed(read: Any) -> Any:
    def reading(document: Document) -> Reading:
        if CURSED in document.text:
            raise PlantedError("planted")
        found: Reading = read(document)
        return found

    return reading


def titles(reading: Reading) -> list[str | None]:
    return [entry.title.text if entry.title else None for entry in reading.entries]


def both(path: str, text: str, *cursed_lines: str) -> tuple[Reading, Reading]:
    """The reading of a text with cursed lines, and of the same with those lines blank."""
    spoilt = "".join(
        CURSED.join((line[:-6], line[-1:])) if line in cursed_lines else line
        for line in text.splitlines(keepends=True)
    )
    blank = "".join(
        " " * (len(line) - 1) + "\n" if line in cursed_lines else line
        for line in text.splitlines(keepends=True)
    )
    return tuple(formats.read(Document(path=path, text=each)) for each in (spoilt, blank))  # type: ignore[return-value]


LIST = "# Papers\n\n## 2021\n\n" + "".join(
    ITEM.format(word, n) for n, word in enumerate(("Tidal", "Lunar", "Solar", "Polar"))
)


def test_one_item_is_lost_and_the_others_are_read_as_without_it() -> None:
    (lost,) = [line for line in LIST.splitlines(keepends=True) if "Lunar" in line]
    reading, without = both("list.md", LIST, lost)
    failed = [entry for entry in reading.entries if entry.failure]
    assert [entry.line for entry in failed] == [6]
    assert failed[0].id == "list.md#L6"
    assert failed[0].failure
    assert failed[0].failure.stage == "read"
    assert "PlantedError: planted" in failed[0].failure.error
    assert [entry for entry in reading.entries if not entry.failure] == list(without.entries)
    assert len(without.entries) == 3


def test_every_item_may_be_lost() -> None:
    items = [line for line in LIST.splitlines(keepends=True) if line.startswith("- ")]
    reading, _ = both("list.md", LIST, *items)
    assert [entry.line for entry in reading.entries] == [5, 6, 7, 8]
    assert all(entry.failure for entry in reading.entries)


def test_a_file_whose_every_line_is_of_no_use_is_one_failed_entry() -> None:
    text = f"{CURSED} and nothing else"
    (entry,) = formats.read(Document(path="list.md", text=text)).entries
    assert (entry.line, entry.end_line) == (1, 1)
    assert entry.failure
    assert entry.span.cut(text) == text


def test_what_belongs_to_an_item_goes_with_it() -> None:
    """A title whose authors cannot be read would be accused of having none."""
    text = (
        "- **Tidal memory in estuarine sensor networks**\n"
        "  - Mara Lindqvist, Tomas Zzyzx\n"
        "  - *Cell*, 2021. [Link](https://doi.org/10.99999/1)\n" + ITEM.format("Solar", 2)
    )
    reading = formats.read(Document(path="list.md", text=text))
    assert titles(reading) == [None, "Solar memory in estuarine sensor networks"]
    assert (reading.entries[0].line, reading.entries[0].end_line) == (1, 3)


def test_items_below_a_mere_heading_are_apart() -> None:
    text = "- Networks\n" + "".join(
        "  " + ITEM.format(word, n) for n, word in enumerate(("Tidal", CURSED, "Solar"))
    )
    reading = formats.read(Document(path="list.md", text=text))
    assert [bool(entry.failure) for entry in reading.entries] == [False, True, False]
    assert [entry.line for entry in reading.entries] == [2, 3, 4]


def test_a_table_keeps_its_columns() -> None:
    rows = "".join(
        f"| [{word} memory in estuarine networks](https://doi.org/10.99999/{n}) | Cell | 2021 |\n"
        for n, word in enumerate(("Tidal", CURSED, "Solar", "Polar"))
    )
    reading = formats.read(
        Document(path="list.md", text=f"| Paper | Venue | Year |\n|---|---|---|\n{rows}")
    )
    assert [bool(entry.failure) for entry in reading.entries] == [False, True, False, False]
    assert [entry.venue.text for entry in reading.entries if entry.venue] == ["Cell"] * 3


BIB = "".join(
    f"@article{{key{n},\n  title = {{{word} memory}},\n  year = 2021,\n}}\n\n"
    for n, word in enumerate(("Tidal", CURSED, "Solar"))
)
CSL = (
    "[\n"
    + ",\n".join(
        f'  {{"id": "k{n}", "title": "{word} memory", "type": "book"}}'
        for n, word in enumerate(("Tidal", CURSED, "Solar"))
    )
    + "\n]\n"
)
YAML = "papers:\n" + "".join(
    f"  - title: {word} memory\n    year: 2021\n" for word in ("Tidal", CURSED, "Solar")
)
RIS = "".join(
    f"TY  - JOUR\nTI  - {word} memory\nPY  - 2021\nER  -\n" for word in ("Tidal", CURSED, "Solar")
)
NBIB = "\n".join(
    f"PMID- 9000{n}\nTI  - {word} memory\nDP  - 2021\n"
    for n, word in enumerate(("Tidal", CURSED, "Solar"))
)
CSV = "Title,Year\n" + "".join(f"{word} memory,2021\n" for word in ("Tidal", CURSED, "Solar"))
HAYAGRIVA = "".join(
    f"{word.lower()}:\n  type: article\n  title: {word} memory\n  date: 2021\n"
    for word in ("Tidal", CURSED, "Solar")
)
PLAIN = "".join(f"https://doi.org/10.99999/{word}\n" for word in ("tidal", CURSED, "solar"))


@pytest.mark.parametrize(
    ("path", "text", "lines"),
    [
        pytest.param("l.bib", BIB, (1, 6, 11), id="bibtex"),
        pytest.param("l.csl.json", CSL, (2, 3, 4), id="csl-json"),
        pytest.param("l.yaml", YAML, (2, 4, 6), id="yaml"),
        pytest.param("l.ris", RIS, (1, 5, 9), id="ris"),
        pytest.param("l.nbib", NBIB, (1, 5, 9), id="nbib"),
        pytest.param("l.csv", CSV, (2, 3, 4), id="csv"),
        pytest.param("h.yml", HAYAGRIVA, (2, 5, 10), id="hayagriva"),
        pytest.param("l.txt", PLAIN, (1, 2, 3), id="plain"),
        pytest.param("l.org", LIST.replace("Lunar", CURSED), (5, 6, 7, 8), id="org"),
        pytest.param("l.rst", LIST.replace("Lunar", CURSED), (5, 6, 7, 8), id="rst"),
    ],
)
def test_every_format_loses_what_breaks_and_nothing_else(
    path: str, text: str, lines: tuple[int, ...]
) -> None:
    reading = formats.read(Document(path=path, text=text))
    assert tuple(entry.line for entry in reading.entries) == lines
    assert [entry.line for entry in reading.entries if entry.failure] == [lines[1]]


def test_wrong_decoding_elsewhere_is_repaired_and_the_places_fit() -> None:
    text = LIST.replace("Tidal", "TidÃ©l").replace("Solar", CURSED)
    reading = formats.read(Document(path="list.md", text=text))
    assert reading.repairs
    (failed,) = [entry for entry in reading.entries if entry.failure]
    assert CURSED in failed.span.cut(reading.text)
    for entry in reading.entries:
        if entry.title:
            assert entry.title.span.cut(reading.text) == entry.title.raw


def test_a_text_that_breaks_nothing_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.formats import markdown

    calls: list[Document] = []
    real = markdown.read

    def read(document: Document) -> Reading:
        calls.append(document)
        return real(document)

    monkeypatch.setattr(markdown, "read", read)
    assert len(formats.read(Document(path="list.md", text=LIST)).entries) == 4
    assert len(calls) == 1
