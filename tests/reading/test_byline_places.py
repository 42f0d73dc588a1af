"""Where the people of an item stand, told by its words and by the signs between them."""

from collections.abc import Callable

import pytest

from tests.reading.test_layouts import TITLES, read

GROUPS = (
    (("Filip", "Radlinski"), ("Nick", "Craswell")),
    (("Thomas", "Kuhn"), ("Peter", "Ward"), ("Marie", "Curie")),
    (("Min", "Li"), ("Ross", "Girshick"), ("Geoffrey", "Hinton")),
)


def whole(given: str, family: str) -> str:
    return f"{given} {family}"


def initials(given: str, family: str) -> str:
    return f"{family} {given[0]}"


def loud(given: str, family: str) -> str:
    return f"{family.upper()} {given[0]}"


def comma(given: str, family: str) -> str:
    return f"{family}, {given[0]}."


def family_only(_given: str, family: str) -> str:
    return family


@pytest.mark.parametrize(
    ("name", "glue", "last", "form"),
    [
        (whole, " • ", " • ", "* [{t}](http://x.org/{n}.pdf): {a}, 201{n}"),
        (whole, " | ", " | ", "* {t} [[pdf](http://x.org/{n}.pdf)] *{a}*. (Cell, 201{n})"),
        (whole, ", ", " et ", "* **{t}**, {a}, Cell, 201{n} [[pdf](http://x.org/{n}.pdf)]"),
        (whole, ", ", " und ", "* **{t}**, {a}, Cell, 201{n} [[pdf](http://x.org/{n}.pdf)]"),
        (initials, ", ", ", ", "* **{t}**, 作者：{a}, Cell, 201{n} [[pdf](http://x.org/{n}.pdf)]"),
        (initials, "; ", "; and ", "* {t}, ({a}), Cell, 201{n} [[pdf](http://x.org/{n}.pdf)]"),
        (loud, ", ", ", ", "* {a}. [{t}](http://x.org/{n}.pdf). J Nutr, 201{n}."),
        (comma, ", ", ", & ", "* **NEW** {a} (201{n}). **[{t}](http://x.org/{n}.pdf)**. *Cell*."),
        (family_only, ", ", ", ", "* [{t}](http://x.org/{n}.pdf), {a} (201{n})"),
        (family_only, ", ", " & ", "* {t}. [{a} (201{n})](http://x.org/{n}.pdf)"),
    ],
)  # fmt: skip
def test_a_by_line_is_read_to_its_end(
    name: Callable[[str, str], str], glue: str, last: str, form: str
) -> None:
    groups = [[name(*person) for person in GROUPS[n % 3]] for n in range(len(TITLES))]
    lines = [
        form.format(t=title, a=glue.join(people[:-1]) + last + people[-1], n=n)
        for n, (title, people) in enumerate(zip(TITLES, groups, strict=True))
    ]
    said = [entry.authors and [one.text for one in entry.authors.names] for entry in read(*lines)]
    assert said == groups


def test_one_who_is_cited_by_his_family_name_and_the_year_is_somebody() -> None:
    lines = [f"* {title}. [Efros (201{n})](http://x.org/{n}.pdf)" for n, title in enumerate(TITLES)]
    for entry in read(*lines):
        assert entry.authors is not None
        assert [name.text for name in entry.authors.names] == ["Efros"]


@pytest.mark.parametrize("venue", ["Village & Archive", "Nature Methods", "Nature (2013)"])
def test_a_venue_is_nobody(venue: str) -> None:
    lines = [f'* "{t}," {venue}, vol. {n}. http://x.org/{n}.pdf' for n, t in enumerate(TITLES)]
    assert all(entry.authors is None for entry in read(*lines))


def test_one_person_before_a_title_is_not_two() -> None:
    lines = [
        f'* Sefer, Emre. "{title}." Cell, 201{n}. [pdf](http://x.org/{n}.pdf)'
        for n, title in enumerate(TITLES)
    ]
    for entry in read(*lines):
        assert entry.authors is not None
        assert [name.text for name in entry.authors.names] == ["Sefer, Emre"]


def test_a_last_author_before_the_title_is_not_of_the_title() -> None:
    for n, entry in enumerate(
        read(
            *[
                f"* Roca A, Dee D. A {t.lower()}. J Nutr 200{n};12:1-9."
                for n, t in enumerate(TITLES)
            ]
        )
    ):
        assert entry.title is not None
        assert entry.title.text == f"A {TITLES[n].lower()}"
        assert entry.authors is not None
        assert [name.text for name in entry.authors.names] == ["Roca A", "Dee D"]


@pytest.mark.parametrize(
    ("people", "said", "others"),
    [
        ("周建国, 李娜. ", ["周建国", "李娜"], False),
        ("欧阳雪†, 杨帆† et al. ", ["欧阳雪", "杨帆"], True),
        ("黄丽华, 杨帆, and 王伟. 2012. ", ["黄丽华", "杨帆", "王伟"], False),
    ],
)
def test_chinese_names_are_names(
    people: str,
    said: list[str],
    others: bool,  # noqa: FBT001  a case
) -> None:
    lines = [
        f"- {people}{t}. bioRxiv 4(8), 26-27 (2017) https://doi.org/10.9/{n}"
        for n, t in enumerate(TITLES)
    ]
    for entry, title in zip(read(*lines), TITLES, strict=True):
        assert entry.title is not None
        assert entry.title.text == title
        assert entry.authors is not None
        assert [name.text for name in entry.authors.names] == said
        assert entry.authors.et_al is others


@pytest.mark.parametrize("words", ["大脑", "代码", "知乎文章", "高效", "多语", "第一篇"])
def test_other_chinese_words_behind_a_title_are_nobody(words: str) -> None:
    lines = [
        f"| [{t}](https://arxiv.org/abs/2112.0920{n}) | {words} | 2020 |"
        for n, t in enumerate(TITLES)
    ]
    assert all(
        entry.authors is None for entry in read("| Paper | X | Year |", "|---|---|---|", *lines)
    )
    plain = [f"- [{t}](https://arxiv.org/abs/2112.0920{n}), {words}" for n, t in enumerate(TITLES)]
    assert all(entry.authors is None for entry in read(*plain))


@pytest.mark.parametrize("others", [" (et al.)", " et al.", ", …", "，等", ", and 5 others"])
def test_authors_left_out_are_said_in_many_ways(others: str) -> None:
    lines = [
        f"- [{t}](https://doi.org/10.9/{n}) | Roca-Maas REM; Müllermann Y; Ng P{others} | Cell 2020"
        for n, t in enumerate(TITLES)
    ]
    for entry in read(*lines):
        assert entry.authors is not None
        assert [name.text for name in entry.authors.names] == [
            "Roca-Maas REM",
            "Müllermann Y",
            "Ng P",
        ]
        assert entry.authors.et_al


def test_families_and_given_names_between_bullets_are_one_person_each() -> None:
    lines = [
        f"- {t}. **Hirayama, Miloš • Ruiz Cárdeno, Peter J.** *(Cell)*. 2011 [[Paper]](http://x.org/{n}.pdf)"
        for n, t in enumerate(TITLES)
    ]
    for entry in read(*lines):
        assert entry.authors is not None
        assert [name.family for name in entry.authors.names] == ["Hirayama", "Ruiz Cárdeno"]
