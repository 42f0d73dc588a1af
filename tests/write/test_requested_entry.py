"""What somebody pastes as the work to be added."""

import pytest

from pipeline.write.requested_entry import asked

DOI = "10.99999/jes.2021.017"
URL = f"https://doi.org/{DOI}"


@pytest.mark.parametrize(
    "pasted",
    [
        URL, f"<{URL}>", f"see {URL} please", f"[paper]({URL})", f"[[pdf]]({URL})", f"({URL})",
        DOI, f"doi:{DOI}", f"doi:{DOI},", f"DOI: {DOI}.", f"please add {URL}, thanks!", f"- {URL}",
        f"[ ] {URL}", f"`{URL}`", f"{URL}>,", f"{URL}*", f"“{URL}”", f"{URL}…",
        f"<{URL}|the paper>", f"**{URL}**", f"{URL}).",
    ],
)  # fmt: skip
def test_an_address_or_number_is_found_in_what_was_copied_with_it(pasted: str) -> None:
    one = asked(1, pasted, "list.md")
    assert one.text == pasted
    assert {str(mention.identifier) for mention in one.entry.mentions} == {f"doi:{DOI}"}
    assert one.entry.title is None


@pytest.mark.parametrize(
    "pasted",
    [f"`{URL}`", f"{URL}>,", f"{URL}*", f"{URL}…", f"<{URL}|the paper>", URL],
)
def test_no_mark_of_a_chat_gets_into_the_address_that_is_written(pasted: str) -> None:
    """The dead link "…/10.99999/jes.2021.017%3E," was written."""
    assert asked(1, pasted, "list.md").url == URL


def test_brackets_of_the_address_itself_stay() -> None:
    url = "https://doi.org/10.99999/s0099-9925(00)99024-(4)"
    assert asked(1, url, "list.md").url == url


@pytest.mark.parametrize(
    "url",
    [f"https://login.ezproxy.example.edu/login?url={URL}", f"https://sci-hub.se/{DOI}",
     f"https://doi.org/doi:{DOI}"],
)  # fmt: skip
def test_an_address_that_others_do_not_open_is_not_written(url: str) -> None:
    one = asked(1, url, "list.md")
    assert not one.url
    assert [str(mention.identifier) for mention in one.entry.mentions] == [f"doi:{DOI}"]


@pytest.mark.parametrize(
    "pasted",
    ["Tidal memory in estuarine sensor networks", "See the tides, please: a study of harbours",
     "On 10.5 metres of tide", f"Comment on {DOI} by some other people",
     f"{URL} and https://doi.org/10.99999/nm.2022.4", f"{DOI} 10.99999/nm.2022.4"],
)  # fmt: skip
def test_what_names_no_address_is_a_title(pasted: str) -> None:
    one = asked(1, pasted, "list.md")
    assert one.entry.title
    assert one.entry.title.text == pasted
    assert not one.entry.mentions
    assert not one.entry.links


def test_an_address_that_tells_nothing_stays_with_the_title_that_is_given_for_it() -> None:
    one = asked(1, "https://example.org/papers/17", "list.md", "Tidal memory in estuaries")
    assert one.url == "https://example.org/papers/17"
    assert one.entry.title
    assert one.entry.title.text == "Tidal memory in estuaries"
