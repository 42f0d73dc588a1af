"""What the other entries of a list say of how one of its fields is read."""

from pipeline.values.finding import Severity
from tests.shelf import listed, shelf
from tests.world import run

MOSS_URL = "https://doi.org/10.99999/nm.2022.4"
FERNS_URL = "https://doi.org/10.99999/nrg.2020.8"
KELP = f"- [Whistled vowels in noisy kelp forests]({MOSS_URL})"
CRABS = f"- [Borrowed armour among hurried crabs]({FERNS_URL})"


def severities(*lines: str) -> list[Severity]:
    return [one.severity for one in run(shelf(), listed(*lines)).of("link-elsewhere")]


def test_one_link_to_another_work_is_a_fault() -> None:
    assert severities(KELP) == [Severity.ERROR]
    assert severities(KELP, "tides") == [Severity.ERROR]


def test_where_one_title_after_the_other_is_not_what_its_link_opens_ours_is_the_fault() -> None:
    """A list of links with a line on each work, which was read as its title."""
    assert severities(KELP, CRABS) == [Severity.NOTICE, Severity.NOTICE]
