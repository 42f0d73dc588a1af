"""Laws of every verdict on titles: each kind from both sides, each threshold at its boundary."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare import titles
from pipeline.compare.titles import compare

TITLE = "Tidal memory of estuarine sensor networks"
WORDS = st.sampled_from(
    ["owls", "tides", "harbour", "sensing", "moss", "lanterns", "of", "the", "night", "in"]
)
TITLES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(TITLES, TITLES)
def test_equality_is_mutual_and_another_title_is_never_almost_surely_meant(
    left: str, right: str
) -> None:
    there, back = compare(left, right), compare(right, left)
    assert (there.kind == "same") == (back.kind == "same")
    assert there.kind not in ("differs", "related") or there.score <= 0.88
    assert there.score == round(there.score, 3)


@given(TITLES)
def test_a_title_without_letters_is_no_title_at_all(title: str) -> None:
    for nothing in ("", "***", "…"):
        for found in (compare(title, nothing), compare(nothing, title), compare(nothing, "?!")):
            assert (found.kind, found.score) == ("differs", 0.0)


def test_only_equality_is_certain() -> None:
    assert compare(TITLE, TITLE.upper()).score == 1
    assert 0.9 <= compare("Tidal memory of estuarine sen- sor networks", TITLE).score < 1
    assert 0.9 <= compare(TITLE.replace("memory", "memroy"), TITLE).score < 1
    assert compare("Tidal memory", TITLE).score < 0.9


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        pytest.param("Owls of barns", "shortened", id="the main title"),
        pytest.param("Owls of barns: a field study in the villages of the northern estuary",
                     "same", id="all of it"),
        pytest.param("Owls of farms", "differs", id="other words"),
    ],
)  # fmt: skip
def test_a_short_title_is_known_without_its_long_subtitle(written: str, kind: str) -> None:
    long = "Owls of barns: a field study in the villages of the northern estuary"
    assert compare(written, long).kind == kind
    if kind == "shortened":
        assert compare(long, written).kind == "extended"


SUBTITLE = ": a field study in the villages of the northern estuary, with a note on mice and voles"


@pytest.mark.parametrize(
    ("written", "true", "kind"),
    [
        pytest.param("Tidal memroy of estuarine sensors", "Tidal memory of estuarine sensors",
                     "misspelt", id="long enough"),
        pytest.param("Owls of a barn at dsuk", "Owls of a barn at dusk", "misspelt",
                     id="seventeen letters"),
        pytest.param("Owls of a bran at sea", "Owls of a barn at sea", "differs",
                     id="sixteen letters"),
        pytest.param("Owls nset near wram barn", "Owls nest near warm barn", "misspelt",
                     id="nine letters of ten"),
        pytest.param("Owls nset naer wram barn", "Owls nest near warm barn", "differs",
                     id="fewer than nine of ten"),
    ],
)  # fmt: skip
def test_a_slip_is_seen_through_though_a_long_subtitle_is_missing(
    written: str, true: str, kind: str
) -> None:
    assert compare(written, true + SUBTITLE).kind == kind
    assert compare(written + SUBTITLE, true).kind in (kind, "differs")


def test_a_slip_is_a_slip_though_a_venue_and_its_year_stand_behind() -> None:
    found = compare("Tidal memroy of estuarine sensor networks. CVPR 2020", TITLE)
    assert (found.kind, found.true) == ("misspelt", TITLE)
    assert compare("Tidal memory of estuarine sensor networks, Part 2", TITLE).kind == "related"


def _letters(count: int) -> str:
    """A text of so many letters, in words of ten."""
    return ("abcdefghij " * (count // 10 + 1))[: count + (count - 1) // 10]


def test_a_text_of_three_thousand_letters_is_compared_and_a_longer_one_must_be_equal() -> None:
    """An abstract may stand where the title should; a whole paper does not."""
    for letters, kind in ((3000, "misspelt"), (3001, "differs")):
        true = _letters(letters)
        found = compare(true.replace("abcdefghij", "abcdefghji", 1), true)
        assert (found.kind, found.score == 0) == (kind, kind == "differs")
        assert (compare(true.upper(), true).kind, compare(true, true).score) == ("same", 1)


@pytest.mark.parametrize(
    ("written", "true", "least", "most"),
    [
        pytest.param("Owls of barns", "Mild wind", 0, 0.25, id="hardly a letter"),
        pytest.param("Growth of mice", "Growth of rice", 0.65, 0.75, id="half of the words"),
        pytest.param("Sensor networks of estuarine tidal memory", TITLE, 0.7, 0.88,
                     id="its words in another order"),
        pytest.param("Sediments of the Nile", "Lines of the dements", 0, 0.45, id="letters alone"),
    ],
)  # fmt: skip
def test_the_score_of_another_title_is_half_of_its_letters_and_half_of_its_words(
    written: str, true: str, least: float, most: float
) -> None:
    found = compare(written, true)
    assert found.kind == "differs"
    assert least <= found.score <= most


@given(st.permutations(["limpets", "harbours", "lanterns", "glaciers", "mosses", "whistles"]))
def test_what_has_no_word_in_common_is_never_half_meant(words: list[str]) -> None:
    assert compare(" ".join(words[:3]), " ".join(words[3:])).score <= 0.5


FORMS = {
    "same": "Grazer behaviour in an auto encoder of estuarine tides",
    "misspelt": "Grazer behavior in an autoencoder of estuarine tides",
}


def test_what_is_the_same_title_is_kinder_than_what_is_likelier() -> None:
    """A hyphen between words is no fault where one form of the title has two words there."""
    written = "Grazer behavior in an auto- encoder of estuarine tides"
    same, misspelt = (compare(written, FORMS[kind]) for kind in FORMS)
    assert (same.kind, misspelt.kind) == ("same", "misspelt")
    assert same.score < misspelt.score
    for first, second in permutations(FORMS.values()):
        assert compare(written, first, (second,)) == same


@pytest.mark.parametrize(
    ("written", "first", "second", "kind"),
    [
        pytest.param("Tidal memory of estuarine sensors",
                     "Tidal memory of estuarine sensors: a field study",
                     "Tidal memory of old estuarine sensors", "shortened",
                     id="a missing subtitle rather than a missing word"),
        pytest.param("Lanterns of northern estuarine harbours (long version)",
                     "Lanterns of northern estuarine harbours",
                     "Lanterns of estuarine harbours (long version)", "extended",
                     id="a remark rather than a word too many"),
        pytest.param("Reply to: Memory of tidal estuarine sensor networks",
                     "Memory of tidal estuarine sensor networks",
                     "Reply to: Tidal memory of estuarine sensor networks", "related",
                     id="a reply to the work rather than to another"),
    ],
)  # fmt: skip
def test_of_two_forms_the_one_that_fits_best_is_told_whichever_comes_first(
    written: str, first: str, second: str, kind: str
) -> None:
    assert compare(written, first, (second,)).kind == kind
    assert compare(written, second, (first,)).kind == kind


@pytest.mark.parametrize(
    ("written", "true", "is_one"),
    [
        pytest.param("Owls at teh harbour", "Owls at the harbour", True, id="one fault of three"),
        pytest.param("An owl in graphs", "An owl on graphs", False, id="one letter of two"),
        pytest.param("The owls of farms", "The oats of farms", False, id="two letters of four"),
        pytest.param("The tsdes of farms", "The tides of farms", True, id="one letter of five"),
        pytest.param("The tsdse of farms", "The tides of farms", True, id="two letters of five"),
        pytest.param("The farm of owls", "The farms of owls", False, id="a plural"),
    ],
)
def test_a_slip_spoils_less_than_half_of_a_word(written: str, true: str, *, is_one: bool) -> None:
    assert titles.slip(written, true) is is_one
    assert titles.slip(true, written) is is_one


def test_telling_words_are_long_and_neither_small_nor_everybodys() -> None:
    said = titles.telling_words("The owl and its nest: a new study of Barn Owls with models")
    assert said == {"nest", "barn", "owls"}
    assert titles.telling_words("A new study with models") == frozenset()


@pytest.mark.parametrize(
    ("title", "nickname"),
    [
        ("MinPrompt: a model of prompts", "minprompt"),
        ("Owls at the Barn: a model of nests", "owlsatthebarn"),
        ("Owls at the old barn: a model of nests", ""),
        ("A model of nests", ""),
        ("Owls", ""),
        (": a model of nests", ""),
    ],
)
def test_a_nickname_has_at_most_four_words_and_a_colon(title: str, nickname: str) -> None:
    assert titles.nickname(title) == nickname


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Erratum", True),
        ("Erratum to: Tides in the deep sea", True),
        ("Tides in the deep sea: Reply", True),
        ("Editorial", True),
        ("Tides in the deep sea", False),
        ("On the correction of tides in the deep sea", False),
    ],
)
def test_a_title_says_that_it_is_about_another_work(title: str, *, is_one: bool) -> None:
    assert titles.about_another(title) is is_one


@given(st.lists(WORDS, max_size=8), st.data())
def test_a_shorter_title_lacks_as_many_words_as_were_taken_out(
    said: list[str], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(said), max_size=len(said)))
    shorter = [word for word, keep in zip(said, kept, strict=True) if keep]
    assert titles.lacks(" ".join(shorter), " ".join(said)) == len(said) - len(shorter)
    assert titles.lacks(" ".join(said), " ".join(shorter)) == 0
    assert titles.lacks(" ".join([*shorter, "gannets"]), " ".join(said)) == 0


def test_words_in_another_order_lack_nothing_that_can_be_counted() -> None:
    assert titles.lacks("owls of barns", "owls of all the barns") == 2
    assert titles.lacks("barns of owls", "owls of all the barns") == 0


@pytest.mark.parametrize(
    "word",
    ["with", "in", "at", "for", "of", "by", "using", "from", "via", "through", "on", "under",
     "during", "among", "within"],
)  # fmt: skip
def test_a_title_may_end_before_any_word_that_goes_on(word: str) -> None:
    begun = "Observation of owls and voles"
    assert titles.begins(begun, f"{begun} {word} the harbour")
    assert not titles.begins(begun, f"{begun} and {word} the harbour")
    assert not titles.begins(begun.removesuffix(" and voles"), f"Observation of owls {word} night")
    assert not titles.begins(begun, begun)


def test_a_slip_under_a_lost_nickname_is_a_slip_and_no_sequel() -> None:
    """A number in the nickname alone would make another work of it."""
    rest = "leveraging depth and context for unseen tides"
    found = compare(rest.replace("leveraging", "levreaging"), f"3D TIDES: {rest}")
    assert (found.kind, found.reasons[0]) == ("misspelt", "“levreaging” for “leveraging”")
    assert compare(rest.replace("leveraging", "improving"), f"3D TIDES: {rest}").kind == "related"
