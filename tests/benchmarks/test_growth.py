"""No list takes longer than its length allows; the benchmark looks at larger ones."""

from itertools import takewhile

import pytest

from pipeline import formats
from pipeline.values.entry import Document
from pipeline.values.failure import guarded
from tests.benchmarks import growth as measuring
from tests.benchmarks.growing import Family, families
from tests.benchmarks.growth import growth, suspected

TRIES = 3
"""A machine that does other things besides may hide what grows, or feign it, once."""

LETTERS = Family("letters", "list.md", "x")


@pytest.mark.parametrize("family", families(), ids=lambda family: family.name)
def test_a_list_is_read_in_time_that_grows_with_its_length(family: Family) -> None:
    if suspected(family, formats.read):
        tries = (growth(family, formats.read, largest=1 << 16, enough_s=0.1) for _ in range(TRIES))
        faults = [found.fault for found in takewhile(lambda found: found.fault, tries)]
        assert len(faults) < TRIES, faults


def test_the_families_are_of_every_format() -> None:
    read = {formats.read(Document(path=f.path, text=f.text(256))).format for f in families()}
    assert read == set(formats.FORMATS)
    assert len({family.name for family in families()}) == len(families()) >= 60


@pytest.mark.parametrize("size", [512, 4096, 1 << 16])
def test_a_family_has_the_size_that_is_asked_for(size: int) -> None:
    for family in families():
        around = len(family.head) + len(family.tail) + len(family.piece) + len(family.closing)
        assert len(family.text(size)) <= 2 * size + around


def _squared(document: Document) -> int:
    return sum(document.text.count("x", at) for at in range(0, len(document.text), 2))


def test_a_reader_that_rescans_is_found_out() -> None:
    tries = (growth(LETTERS, _squared, largest=1 << 17, enough_s=0.5) for _ in range(TRIES))
    assert any(found.fault for found in tries)


def test_a_reader_that_looks_once_is_not() -> None:
    def once(document: Document) -> int:
        return sum(char == "x" for char in document.text)

    tries = (growth(LETTERS, once, largest=1 << 21, enough_s=0.2) for _ in range(TRIES))
    assert not all(found.fault for found in tries)


def test_a_reading_over_the_limit_is_cut_off_though_exceptions_of_readers_are_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What broke is read again without it: a minute of that was told as the time of 31 s."""
    monkeypatch.setattr(measuring, "LONGEST_S", 0.2)

    def endless() -> None:
        while True:
            pass

    def caught(_: Document) -> object:
        return guarded("read", endless)

    assert growth(LETTERS, caught, largest=1 << 12, enough_s=0.1).fault == "over 0 s at 0 KB"
