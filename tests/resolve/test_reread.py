"""By-lines in front of titles, which only the work itself can tell from the title's own words."""

import pytest

from pipeline.values.audit import Audited
from tests.formats import golden
from tests.shelf import MOSS, TIDES, listed, shelf
from tests.world import Run, World, run

LINK = "https://doi.org/10.99999/nm.2022.4"


def ran(line: str) -> Run:
    return run(shelf(), listed(f"- {line}"))


def only(line: str) -> Audited:
    (audited,) = ran(line).audited
    return audited


def named(audited: Audited) -> list[str]:
    return golden.names(audited.entry)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (f"[Verhoeven, Adomako, Sato. {MOSS.title}]({LINK})", ["Verhoeven", "Adomako", "Sato"]),
        (f"[Verhoeven, 2022, {MOSS.title}]({LINK})", ["Verhoeven"]),
        (f"[Verhoeven et al., 2022, {MOSS.title}]({LINK})", ["Verhoeven"]),
        (f"Verhoeven, Adomako & Sato. [{MOSS.title}]({LINK})", ["Verhoeven", "Adomako", "Sato"]),
        (f"[Verhoeven. {MOSS.title}]({LINK})", ["Verhoeven"]),
    ],
)
def test_a_by_line_before_the_title_is_read_once_the_title_is_known(
    line: str, names: list[str]
) -> None:
    audited = only(line)
    assert named(audited) == names
    assert audited.entry.title
    assert audited.entry.title.text == MOSS.title
    assert not [f for f in audited.findings if f.field in ("title", "authors")]


@pytest.mark.parametrize(
    "line",
    [
        f"[Lanterns. {MOSS.title}]({LINK})",
        f"[Topic: {MOSS.title}]({LINK})",
        f"[Quist, Brandao. {MOSS.title}]({LINK})",
        f"[Paper] [{MOSS.title}]({LINK})",
    ],
)
def test_words_of_others_before_a_title_are_nobodys_names(line: str) -> None:
    audited = only(line)
    assert audited.match
    assert audited.match.sure
    assert named(audited) == []


def test_a_name_misspelt_there_is_mended_there() -> None:
    done = ran(f"[Verhoveen, Adomako, Sato. {MOSS.title}]({LINK})")
    (finding,) = done.findings
    assert (finding.code, finding.current) == ("author-misspelt", "Verhoveen, Adomako, Sato")
    assert f"[Verhoeven, Adomako, Sato. {MOSS.title}]" in done.with_only(finding)


def test_a_title_that_begins_before_what_was_read_is_whole_again() -> None:
    title = "On tidal memory in estuarine sensor networks"
    world = World(works={"crossref": (TIDES.but(title=title),)})
    line = f"[Lindqvist et al., 2021, {title}](https://doi.org/10.99999/jes.2021.017)"
    (audited,) = run(world, listed(f"- {line}")).audited
    assert audited.entry.title
    assert audited.entry.title.text == title
    assert audited.findings == ()


def test_a_nickname_before_the_title_is_the_lists_own_and_no_fault() -> None:
    audited = only(f"[MossNet: {MOSS.title}]({LINK})")
    assert audited.entry.title
    assert audited.entry.title.text == MOSS.title
    assert audited.findings == ()


def test_a_by_line_of_which_somebody_is_a_stranger_is_not_read_surely() -> None:
    """It was not read as one before its work was known: nobody is accused by it."""
    done = ran(f"[Verhoeven, Adomako, Quist, Sato, 2022, {MOSS.title}]({LINK})")
    (audited,) = done.audited
    assert named(audited) == ["Verhoeven", "Adomako", "Quist", "Sato"]
    assert done.findings == []
