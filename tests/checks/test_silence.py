"""What is said of silence: the service that was silent, and nothing that nobody was asked."""

from itertools import chain, combinations

import pytest

from pipeline.values.audit import Audited
from tests.shelf import LINES, changed, listed, shelf
from tests.world import run

SERVICES = ("crossref", "arxiv", "pubmed", "doi", "datacite")
PLANS = tuple(chain.from_iterable(combinations(SERVICES, n) for n in range(len(SERVICES) + 1)))
GHOST = (
    "- **Lichens that nobody ever wrote a word about.** Nina Nobody. *Nature*, 2020. "
    "[[Link]](https://doi.org/10.99999/nobody.7)"
)
TEXT = listed(*LINES) + "\n" + GHOST + "\n- [A title of no link at all, on moss](https://x.example)"


def sayings(one: Audited) -> list[str]:
    reasons = one.match.reasons if one.match else ()
    return [*reasons, *(finding.message for finding in one.findings)]


@pytest.mark.parametrize("down", PLANS, ids=lambda down: "+".join(down) or "none")
def test_no_reason_names_a_service_that_answered(down: tuple[str, ...]) -> None:
    """With Crossref down it was said of every entry that no work bears its title."""
    result = run(shelf(down=down), TEXT)
    assert len(result.audited) > len(LINES)
    for one in result.audited:
        silent = one.match.unavailable if one.match else ()
        assert set(silent) <= set(down)
        for text in sayings(one):
            for service in SERVICES:
                assert (f"{service} could not be asked" in text) <= (service in silent)
            if silent:
                assert "no work bears this title" not in text


def test_the_reason_says_which_service_was_silent_and_what_follows() -> None:
    result = run(shelf(down=("crossref",)), GHOST)
    (finding,) = result.of("not-verified")
    assert finding.message == (
        "Not verified: crossref could not be asked: did not answer. Nothing is concluded."
    )
    assert result.audited[0].match is not None
    assert result.audited[0].match.reasons == ("crossref could not be asked: did not answer",)


def test_that_no_work_bears_a_title_is_said_where_it_was_searched_for() -> None:
    (one,) = run(shelf(), GHOST).audited
    assert one.match is not None
    assert one.match.reasons == ("no work bears this title",)


LICHEN_PEOPLE = "Yusuf Demir, Clara Whitlock, Ines Farrow"
MOSS_PEOPLE = "Ilse Verhoeven, Kofi Adomako, Rana Sato"


@pytest.mark.parametrize("down", [(), ("arxiv",)])
def test_by_lines_that_changed_places_are_told_as_such_while_one_work_is_unknown(
    down: tuple[str, ...],
) -> None:
    """With arXiv silent the moss has its neighbour's authors all the same, not strangers'."""
    moss = changed("moss", MOSS_PEOPLE, LICHEN_PEOPLE)
    lichen = changed("lichen", LICHEN_PEOPLE, MOSS_PEOPLE)
    result = run(shelf(down=down), listed("tides", moss, lichen))
    told = {f.code: f.other for f in result.audited[1].findings}
    assert told == {"authors-swapped": "list.md#L5"}


def test_strangers_are_told_as_such_though_a_neighbour_is_unknown() -> None:
    moss = changed("moss", MOSS_PEOPLE, "Ada Fennimore, Bruno Castle, Cyd Marlow")
    result = run(shelf(down=("arxiv",)), listed("tides", moss, "lichen"))
    assert [f.code for f in result.audited[1].findings] == ["authors-differ"]
