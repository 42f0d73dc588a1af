"""How surely a field was read: what is unsure accuses nobody and is not overwritten."""

import pytest

from pipeline.values.entry import Certainty
from tests.benchmarks.layouts import citations
from tests.benchmarks.layouts.choices import Chooser
from tests.benchmarks.layouts.ink import MARKDOWN
from tests.benchmarks.layouts.truth import Truth, Work
from tests.reading.test_layouts import TITLES, listed, read

PEOPLE = (
    (("Peter", "Ward"), ("Ana", "Moore"), ("Sara", "Cohen")),
    (("John R.", "Smith"),),
    (("Wei", "Zhang"), ("Min", "Li")),
    (("Marie", "Curie"), ("Thomas", "Kuhn"), ("Geoffrey", "Hinton"), ("Bo", "Li")),
)


def works() -> list[Work]:
    like = Work(
        title="", authors=(), venue="J. Nutr.", year=2015, month=5, volume="12", issue="3",
        pages="1-9", url="https://arxiv.org/abs/2306.15006", doi="10.1016/x", proceedings=False,
        number=1,
    )  # fmt: skip
    return [
        like.but(
            title=title,
            number=n + 1,
            authors=tuple({"given": g, "family": f} for g, f in PEOPLE[n % len(PEOPLE)]),
        )
        for n, title in enumerate(TITLES)
    ]


def cited(style: str) -> list[tuple[str, Truth]]:
    drawn = {"citation": style, "title in a citation": "plain", "DOI written": "none"}
    return [
        citations.cited(work, Chooser(f"seed {n}", "both", drawn), MARKDOWN)
        for n, work in enumerate(works())
    ]


@pytest.mark.parametrize("style", citations.STYLES.options)
def test_a_by_line_that_was_not_read_to_its_end_is_not_sure(style: str) -> None:
    """Else its last author, taken into the title, would be written twice: "Ward W, Ward W"."""
    truths = cited(style)
    found = read(*[f"- {text}" for text, _ in truths])
    for entry in found:
        truth = truths[entry.line - 3][1]
        if entry.authors is None or not truth.families or entry.certainty.authors < 0.99:
            continue
        said = [name.text for name in entry.authors.names]
        assert len(said) == len(truth.families), (said, truth.families)
        assert all(f.casefold() in s.casefold() for f, s in zip(truth.families, said, strict=True))
        assert entry.title is None or not any(f in entry.title.text for f in truth.families)


def test_what_a_list_shows_again_and_again_is_sure() -> None:
    for entry in read(
        *listed("- **{title}.** {people}. *PNAS*, 200{n}. [[pdf](https://x.org/{n})]")
    ):
        assert entry.certainty == Certainty()


def test_a_venue_that_nobody_knows_is_not_sure() -> None:
    form = "- **{title}.** {people}. *Growth Dispatch*. [[pdf](https://arxiv.org/abs/230{n}.15006)]"
    for entry in read(*listed(form)):
        assert entry.venue is not None
        assert entry.certainty.venue < 0.9


def test_an_unknown_venue_where_the_list_has_its_venues_is_sure() -> None:
    lines = listed("- **{title}.** {people}. **PNAS**. [[pdf](https://arxiv.org/abs/230{n}.15006)]")
    lines[2] = lines[2].replace("PNAS", "Naure")
    entry = read(*lines)[2]
    assert entry.venue is not None
    assert entry.venue.text == "Naure"
    assert entry.certainty.venue == 0.99


def test_plain_text_is_never_sure() -> None:
    from pipeline import formats
    from pipeline.values.entry import Document

    text = "\n".join(
        f"{title} https://arxiv.org/abs/2306.1500{n}" for n, title in enumerate(TITLES)
    )
    entries = formats.read(Document(path="list.txt", text=text)).entries
    assert entries
    assert all(entry.certainty.title < 0.99 for entry in entries)
