"""Names and by-lines: who is meant, who is missing, who is too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.names import BylineComparison, compare, same_person
from pipeline.values.entry import Byline, Name
from pipeline.values.text import Span, Written
from pipeline.values.work import Person

NOWHERE = Span(start=0, end=0)


def person(written: str) -> Person:
    """A person from "family, given", or an organisation."""
    family, comma, given = written.partition(", ")
    return Person(family=family, given=given) if comma else Person(literal=written)


def name(written: str, noise: str = "") -> Name:
    """A name of a list from "family, given"."""
    family, _, given = written.partition(", ")
    return Name(text=written, family=family, given=given, span=NOWHERE, noise=noise)


def compared(
    written: str, people: str, *, et_al: bool = False, complete: bool = True
) -> BylineComparison:
    """The comparison of two by-lines, names parted by semicolons."""
    byline = Byline(
        names=tuple(map(name, written.split("; "))), et_al=et_al,
        written=Written(text=written, raw=written, span=NOWHERE),
    )  # fmt: skip
    return compare(byline, [person(p) for p in people.split("; ") if p], complete=complete)


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        pytest.param("Avsec, Ziga", "Avsec, Žiga", "same", id="accent"),
        pytest.param("Soerensen, Karl", "Sørensen, Karl", "same", id="oe for ø"),
        pytest.param("Sorensen, Karl", "Sørensen, Karl", "same", id="o for ø"),
        pytest.param("Lv, Wei", "Lü, Wei", "same", id="v for ü"),
        pytest.param("李明", "李, 明", "same", id="Chinese without a blank"),
        pytest.param("李明", "李, 华", "different", id="another Chinese given name"),
        pytest.param("DAVULURI, Ramana", "Davuluri, Ramana", "same", id="capitals"),
        pytest.param("Shen, Hong-Bin", "Shen, Hongbin", "same", id="hyphen in a given name"),
        pytest.param("Davuluri, RV", "Davuluri, Ramana V", "compatible", id="initials"),
        pytest.param("Smith, JAS", "Smith, J A", "compatible", id="glued initials"),
        pytest.param("Dong, Zr", "Dong, Zhi-rui", "compatible", id="initials with a small letter"),
        pytest.param("Lee, Y.-F.", "Lee, Yifang", "compatible", id="two initials of one name"),
        pytest.param("Nguyen, Quan", "Nguyen, Quan H.", "compatible", id="middle name dropped"),
        pytest.param("Senior, Andrew", "Senior, Andrew W.", "compatible", id="called Senior"),
        pytest.param("Roca-Company, J.", "Roca-Company, JM", "compatible", id="called Company"),
        pytest.param("Halvorsen, Paal", "Halvorsen, Pål", "compatible", id="two letters for one"),
        pytest.param("Venter, Craig", "Venter, J. Craig", "compatible", id="first name dropped"),
        pytest.param(
            "William Mauck, I. I. I.",
            "Mauck III, William M.",
            "compatible",
            id="a suffix taken for initials",
        ),
        pytest.param("William Mauck, I. I.", "Mauck, William M.", "different", id="other initials"),
        pytest.param(
            "III, Frank", "Iii, Frank M. Shipman", "compatible", id="the family name lost"
        ),
        pytest.param("III, Carl", "Iii, Frank M. Shipman", "different", id="another given name"),
        pytest.param("B. E., N.", "N, Broadbent Eben", "compatible", id="an initial as the family"),
        pytest.param("E. N. Broadbent", "N, Broadbent Eben", "compatible", id="the same, as it is"),
        pytest.param("A, M. Mousa", "Mousa, A. M.", "same", id="an initial behind the family"),
        pytest.param("B. E., K.", "N, Broadbent Eben", "different", id="another initial"),
        pytest.param("Smith Jr, Bob", "Smith, Robert", "compatible", id="suffix and nickname"),
        pytest.param("Zhang, Wei", "Wei, Zhang", "compatible", id="given and family exchanged"),
        pytest.param("W, Zhang", "Zhang, Wei", "compatible", id="initial in place of the family"),
        pytest.param("Bleeken, D. Van den", "Van den Bleeken, Dieter", "compatible", id="particle"),
        pytest.param("Wit, de", "de Wit, Marc", "compatible", id="a family of two words alone"),
        pytest.param("Cao, Lê", "Lê Cao, Kim-Anh", "compatible", id="a short one with accents"),
        pytest.param("Cao, Li", "Lê Cao, Kim-Anh", "different", id="somebody else's given name"),
        pytest.param("Aa, Jan Der", "Der Aa, Jan", "compatible", id="lost particle"),
        pytest.param("van, Groningen K", "van Groningen, K", "same", id="particle alone"),
        pytest.param("de Croft, P", "Kalita-de Croft, Priyakshi", "compatible", id="compound"),
        pytest.param("García, J", "García Pérez, Juan", "compatible", id="second family name"),
        pytest.param("Kathryn, Liszewski M.", "Liszewski, M. K.", "compatible", id="turned"),
        pytest.param("Gordon, D.", "D, G.", "compatible", id="family cut to its initial"),
        pytest.param("ZiweiLiu", "Liu, Ziwei", "compatible", id="in one word"),
        pytest.param("LiuZiwei", "Liu, Ziwei", "compatible", id="in one word, turned"),
        pytest.param("ZiweiLiu", "Liu, Ziwen", "different", id="in one word, another given name"),
        pytest.param("ZiweiLiu", "Liu, Z.", "compatible", id="in one word, of initials"),
        pytest.param("LeCun", "Cun, K.", "different", id="a capital within, another initial"),
        pytest.param("Johnson", "Son, J.", "different", id="a family name that ends like another"),
        pytest.param("Davulrui, Ramana", "Davuluri, Ramana", "misspelt", id="letters exchanged"),
        pytest.param("Grzywaczewsky, A", "Grzywaczewski, Adam", "misspelt", id="one letter"),
        pytest.param("Wang, Li", "Wang, Wei", "different", id="one family, two people"),
        pytest.param("Feng, Shi", "Feng, Sheng", "different", id="a short name is no initials"),
        pytest.param("Li, Wei", "Lin, Wen", "different", id="short families"),
        pytest.param("Smith, John A", "Smith, John B", "different", id="other middle initial"),
    ],
)
def test_two_names_are_one_persons_as_far_as_they_tell(
    left: str, right: str, likeness: str
) -> None:
    assert same_person(name(left), person(right)) == likeness
    assert same_person(person(right), name(left)) == likeness


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        ("ATLAS Collaboration", "The ATLAS Collaboration", "compatible"),
        ("ENCODE Project Consortium", "ENCODE Project Consortium", "same"),
        ("ENCODE Project Consortium", "Tropical Medicine Study Group", "different"),
    ],
)
def test_organisations_go_by_their_letters(left: str, right: str, likeness: str) -> None:
    assert same_person(person(left), person(right)) == likeness


FIVE = "Xu, Chang; Jin, Xiyun; Wei, Songren; Wang, Pingping; Luo, Meng"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        pytest.param(FIVE, "same", id="all"),
        pytest.param("Xu, C; Jin, X; Wei, S; Wang, P; Luo, M", "initials", id="initials"),
        pytest.param("Xu, Chang; Wei, Songren; Wang, Pingping; Luo, Meng", "incomplete", id="lost"),
        pytest.param(FIVE + "; Sahoo, Arpan", "extra", id="one too many"),
        pytest.param(
            "Luo, Meng; Jin, Xiyun; Wei, Songren; Wang, Pingping; Xu, Chang", "order", id="swap"
        ),
        pytest.param(FIVE.replace("Pingping", "Ping-Ping"), "same", id="hyphen"),
        pytest.param("Shang, Lulu; Zhou, Xiang", "differs", id="nobody"),
        pytest.param(
            "Xu, Chang; Jin, Xiyun; Sahoo, Arpan; Wang, Pingping; Luo, Meng", "mixed",
            id="one for another",
        ),
        pytest.param("Wei, Zheng; Jin, Xin; Wei, Shun; Wang, Po; Luo, Mao", "differs",
                     id="common families of strangers"),
    ],
)  # fmt: skip
def test_a_by_line_without_et_al(written: str, kind: str) -> None:
    assert compared(written, FIVE).kind == kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        pytest.param("Xu, Chang", "prefix", id="the first"),
        pytest.param("Xu, Chang; Jin, Xiyun; Luo, Meng", "prefix", id="the first two and the last"),
        pytest.param("Jin, Xiyun; Xu, Chang", "order", id="the first two exchanged"),
        pytest.param("Xu, Chang; Sahoo, Arpan", "extra", id="a stranger"),
        pytest.param("Sahoo, Arpan", "differs", id="only a stranger"),
        pytest.param(FIVE, "same", id="all of them"),
    ],
)
def test_a_by_line_with_et_al(written: str, kind: str) -> None:
    assert compared(written, FIVE, et_al=True).kind == kind


def test_a_misspelt_name_is_told_by_its_place() -> None:
    found = compared("Grzywaczevski, A; Skwark, M", "Grzywaczewski, Adam; Skwark, Marcin")
    assert (found.kind, found.misspelt) == ("misspelt", (0,))
    assert found.pairs == ((0, 0), (1, 1))


def test_affiliation_digits_are_noise() -> None:
    byline = Byline(
        names=(name("Routhier1, Etienne", noise="1"), name("Mozziconacci, Julien")),
        written=Written(text="x", raw="x", span=NOWHERE),
    )
    people = [person("Routhier, Etienne"), person("Mozziconacci, Julien")]
    found = compare(byline, people, complete=True)
    assert (found.kind, found.misspelt) == ("noise", (0,))
    unread = compared(
        "Routhier1, Etienne; Mozziconacci*, J", "Routhier, Etienne; Mozziconacci, Julien"
    )
    assert (unread.kind, unread.misspelt) == ("noise", (0,))  # a star is put there on purpose


def test_a_number_behind_a_name_is_of_the_name() -> None:
    assert compared("Smith 3rd, John", "Smith, John").kind == "same"
    assert compared("Smith, John III", "Smith, John").kind in ("same", "initials")


def test_a_record_of_initials_accuses_no_full_name() -> None:
    found = compared(FIVE, "Xu, C.; Jin, X.; Wei, S.; Wang, P.; Luo, M.")
    assert found.kind == "same"


def test_a_cut_record_has_nobody_too_many() -> None:
    assert compared(FIVE, "Xu, Chang; Jin, Xiyun", complete=False).kind == "same"
    assert compared(FIVE, "Xu, Chang").kind == "same"


def test_a_record_without_people_says_nothing() -> None:
    assert compared(FIVE, "").kind == "unknown"
    assert compared("Wei, Wang", "王, 伟").kind == "unknown"


@pytest.mark.parametrize(
    ("written", "people"),
    [
        pytest.param("Xu, Chang", "Xu, Chang; ATLAS Collaboration", id="not named"),
        pytest.param(
            "ATLAS Collaboration; Xu, Chang", "Xu, Chang; ATLAS Collaboration", id="first"
        ),
        pytest.param("Xu, Chang; ATLAS Collaboration", "Xu, Chang", id="only named"),
    ],
)
def test_organisations_may_stand_anywhere_or_be_missing(written: str, people: str) -> None:
    assert compared(written, people).kind == "same"


@pytest.mark.parametrize(
    ("written", "people", "kind"),
    [
        pytest.param("Gull Collaboration", "Gull Collaboration; Xu, Chang; Jin, Xiyun", "same",
                     id="alone, the record goes on with its members"),
        pytest.param("Gull Collaboration", "Xu, Chang; Jin, Xiyun; Gull Collaboration", "same",
                     id="alone, the record ends with it"),
        pytest.param("Gull Collaboration", "Xu, Chang; Jin, Xiyun", "unknown",
                     id="alone, the record has its members only"),
        pytest.param("Xu, Chang; Jin, Xiyun", "Gull Collaboration", "unknown",
                     id="its members, the record has the group alone"),
        pytest.param("Xu, Chang; Gull Contributors", "Xu, Chang; Gull Contributors; Jin, Xiyun",
                     "same", id="at the end, the record goes on"),
        pytest.param("Xu, Chang; Gull Contributors", "Xu, Chang; Jin, Xiyun; Wei, Songren",
                     "same", id="at the end, the record has its members only"),
        pytest.param("Xu, Chang; Jin, Xiyun; Wei, Songren", "Xu, Chang; Gull Contributors",
                     "same", id="its members named, the record has the group"),
        pytest.param("Gull Contributors; Xu, Chang", "Xu, Chang; Jin, Xiyun; Gull Contributors; "
                     "Wei, Songren", "same", id="at the front, the record has it further on"),
        pytest.param("Gull Collab.", "Xu, Chang; Jin, Xiyun", "unknown", id="shortened"),
        pytest.param("Xu, Chang; Jin, Xiyun", "The Gull Authority", "unknown",
                     id="an office of the state signs the record"),
        pytest.param("Xu, Chang; Strand, Olga; Gull Study Group",
                     "Investigators of the Gull Study Group; Xu, Chang", "same",
                     id="members named, the record begins with the group and names fewer"),
    ],
)  # fmt: skip
def test_a_group_stands_for_its_members(written: str, people: str, kind: str) -> None:
    assert compared(written, people).kind == kind


@pytest.mark.parametrize(
    ("written", "people", "kind"),
    [
        pytest.param("Xu, Chang; Gull Contributors", "Xu, Chang; Jin, Xiyun; Gull Contributors",
                     "incomplete", id="somebody missing before the group"),
        pytest.param("Xu, Chang; Strand, Olga; Gull Contributors", "Xu, Chang; Gull Contributors",
                     "extra", id="somebody too many beside the group"),
        pytest.param("Strand, Olga; Gull Contributors", "Xu, Chang; Jin, Xiyun", "differs",
                     id="other people before the group"),
    ],
)  # fmt: skip
def test_a_group_stands_for_nobody_else(written: str, people: str, kind: str) -> None:
    assert compared(written, people).kind == kind


def test_people_of_one_family_are_told_by_their_given_names() -> None:
    found = compared("Kim, Kuktae; Kim, Ann", "Kim, Ann; Kim, Kuktae")
    assert found.kind == "order"
    assert found.pairs == ((0, 1), (1, 0))


def test_people_who_cannot_be_told_apart_keep_their_order() -> None:
    found = compared("Herbst, R; Kim, Kukhee; Kim, Kuktae; Russell, J",
                     "Herbst, R; Fronk, N; Kim, K; Kim, K; Russell, J")  # fmt: skip
    assert (found.kind, found.missing) == ("incomplete", 1)


def test_a_name_makes_room_for_another() -> None:
    found = compared("Smith, J; Smith, J A", "Smith, Jane A; Smith, J B")
    assert {pair for pair in found.pairs if None not in pair} == {(0, 1), (1, 0)}


def test_an_author_whom_the_record_lists_twice_is_not_missing() -> None:
    assert compared(
        "Lee, Sunghyun; Wei, Dongxu", "Lee, Sunghyun; Wei, Dongxu; Lee, Sunghyun"
    ).kind == ("same")


def test_three_thousand_authors_take_no_minutes() -> None:
    many = "; ".join(
        f"Fam{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}i{'x' * (i % 7)}, A{i}" for i in range(3000)
    )
    everyone = [person(f"Wang, {chr(65 + i % 26)}. {chr(65 + i // 26 % 26)}.") for i in range(3000)]
    byline = Byline(
        names=tuple(name(f"{p.family}, {p.given}") for p in everyone),
        written=Written(text="x", raw="x", span=NOWHERE),
    )
    assert compare(byline, everyone, complete=True).kind == "same"
    assert compared(many, many).extra == 0


NAMES = st.lists(
    st.tuples(
        st.sampled_from(
            ["Xu", "van der Berg", "García Pérez", "Øst", "Kim", "ATLAS Team", "Jr", "o"]
        ),
        st.sampled_from(["", "A", "A.-B.", "Wei", "JP", "Ána María"]),
    ).map(", ".join),
    min_size=1,
    max_size=8,
)


@given(NAMES, NAMES)
def test_comparison_is_total_and_a_by_line_is_its_own(left: list[str], right: list[str]) -> None:
    found = compared("; ".join(left), "; ".join(right))
    assert 0 <= found.overlap <= 1
    assert sorted(i for i, _ in found.pairs if i is not None) == list(range(len(left))) or (
        found.kind == "unknown"
    )
    assert compared("; ".join(left), "; ".join(left)).kind in ("same", "unknown")
