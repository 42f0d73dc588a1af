"""The number before an entry: a bullet, a citation, a count, a year."""

import pytest

from pipeline.write.entry_numbers import leading


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        ("3. Tides", "3", "marker counts"),
        ("| 3) | Tides", "3", "marker counts"),
        ("2019. Tides", "2019", "marker counts"),
        ("- [3] Tides", "3", "cited counts"),
        ("| 3 | Tides", "3", "counts"),
        ("- (3) Tides", "3", "counts"),
        ("**3.** Tides", "3", "counts"),
        ("- 2019. Tides", "2019", ""),
        ("[2019] Tides", "2019", ""),
        ("(1998) Tides", "1998", ""),
    ],
)
def test_a_leading_number_is_read_with_its_signs(text: str, number: str, told: str) -> None:
    found = leading(text)
    assert found is not None
    assert found.number == number
    assert text[: found.end].endswith(number + found.mark)
    says = {"marker": found.is_marker, "cited": found.is_cited, "counts": found.counts}
    assert " ".join(word for word, holds in says.items() if holds) == told


@pytest.mark.parametrize("text", ["3D tides", "12/2019 tides", "1.5 degrees", "Tides 3.", "", "- "])
def test_a_number_that_is_part_of_something_is_none(text: str) -> None:
    assert leading(text) is None
