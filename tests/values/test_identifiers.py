import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.values.identifiers import Identifier, identifier, parsed, trimmed


@pytest.mark.parametrize(
    ("scheme", "raw", "canonical"),
    [
        pytest.param("doi", "10.1038/S41467-022-30033-Z", "10.1038/s41467-022-30033-z", id="case"),
        pytest.param(
            "doi", "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O",
            "10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o",
            id="SICI DOI with angle brackets and semicolon",
        ),
        pytest.param(
            "doi", "10.1002/(SICI)1097-4571(1998)49:8%3C693::AID-ASI4%3E3.0.CO;2-O",
            "10.1002/(sici)1097-4571(1998)49:8<693::aid-asi4>3.0.co;2-o",
            id="SICI DOI as it stands in addresses",
        ),
        pytest.param(
            "doi", "10.1061/(ASCE)0887-381X(2003)17:1(37)",
            "10.1061/(asce)0887-381x(2003)17:1(37)", id="legal closing bracket",
        ),
        pytest.param("arxiv", "2306.15006v2", "2306.15006", id="arXiv version"),
        pytest.param("arxiv", "math.GT/0309136", "math/0309136", id="arXiv subject class"),
        pytest.param("arxiv", "1501.0123", "1501.00123", id="arXiv lost zeros"),
        pytest.param("arxiv", "0704.0001", "0704.0001", id="four digits before 2015"),
        pytest.param("pmid", "0033544846", "33544846", id="PMID with zeros"),
        pytest.param("pmcid", "pmc10939304", "PMC10939304", id="PMCID"),
        pytest.param("pii", "S0092-8674(11)00581-2", "S0092867411005812", id="formatted PII"),
    ],
)  # fmt: skip
def test_an_identifier_is_brought_to_its_canonical_spelling(
    scheme: str, raw: str, canonical: str
) -> None:
    found = identifier(scheme, raw)
    assert found is not None
    assert found.value == canonical
    assert identifier(scheme, found.value) == found
    assert parsed(str(found)) == found


def test_the_doi_of_an_arxiv_paper_is_its_arxiv_id() -> None:
    assert str(identifier("doi", "10.48550/arXiv.2306.15006")) == "arxiv:2306.15006"


@pytest.mark.parametrize(
    ("scheme", "raw"),
    [
        pytest.param("doi", "5808900", id="a number is no DOI"),
        pytest.param("doi", "10.1038", id="a prefix is no DOI"),
        pytest.param("doi", "10.1038/a b", id="blank"),
        pytest.param("arxiv", "1813.10000", id="there is no thirteenth month"),
        pytest.param("arxiv", "2306.150061", id="six digits"),
        pytest.param("pmid", "12a", id="letters"),
        pytest.param("pii", "S009286741100", id="too short"),
        pytest.param("colour", "red", id="unknown scheme"),
    ],
)
def test_what_is_no_identifier_is_refused(scheme: str, raw: str) -> None:
    assert identifier(scheme, raw) is None


def test_the_value_refuses_any_other_spelling() -> None:
    with pytest.raises(ValidationError):
        Identifier(scheme="doi", value="10.1038/ABC")


@pytest.mark.parametrize(
    ("raw", "doi"),
    [
        ("10.1000/x.", "10.1000/x"),
        ("10.1000/x).", "10.1000/x"),
        ("10.1000/(x)", "10.1000/(x)"),
        ("10.1000/x”,", "10.1000/x"),
    ],
)
def test_the_punctuation_around_a_doi_goes_but_its_own_stays(raw: str, doi: str) -> None:
    assert trimmed(raw) == doi


PIECES = st.lists(
    st.sampled_from(["10.1000/", "x", "(", ")", ".", "%25", "41", "V2", "<", ">", ";", "PMC", "0"]),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("10.1002/(SICI)1097%3C1::AID%3E3.0", "10.1002/(sici)1097<1::aid>3.0"),
        ("10.1002/(SICI)1097%253C1::AID%253E3.0", "10.1002/(sici)1097<1::aid>3.0"),
        ("10.1000/a%25b", "10.1000/a%b"),
    ],
)
def test_what_was_escaped_once_or_twice_is_one_doi(raw: str, value: str) -> None:
    found = identifier("doi", raw)
    assert found
    assert found.value == value
    assert identifier("doi", found.value) == found


@given(st.sampled_from(["doi", "arxiv", "pmid", "pmcid", "pii", "openreview"]), PIECES)
def test_spelling_is_idempotent(scheme: str, raw: str) -> None:
    found = identifier(scheme, raw)
    if found is not None:
        assert identifier(found.scheme, found.value) == found
