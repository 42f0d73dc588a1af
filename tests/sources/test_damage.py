"""Letters that got lost on the way into a record, and letters that only look odd."""

import pytest

from pipeline.sources.plain import plain
from pipeline.sources.protocol import DAMAGED


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("Herv\u00c3\u00a9 J\u00c3\u00a9gou", "Hervé Jégou"),
        ("Kroi\u00c3\x9f", "Kroiß"),
        ("diversity\u00e2\x80\x93productivity", "diversity–productivity"),
        ("\x98The \x9cEconomics of moss", "The Economics of moss"),
        ("the Big Data Era \x97 Roles", "the Big Data Era Roles"),
    ],
)
def test_what_was_meant_is_read(sent: str, meant: str) -> None:
    assert plain(sent) == meant


@pytest.mark.parametrize(
    "sent",
    ["Tom{}", "L Dall{}Antonia", "{}afa", "M. K{}uhne", "Alzheimer{}s disease"],
)
@pytest.mark.parametrize(
    "lost", ["\x92", "\x9a", "\x81", "\ue5f8", "\U000f0001", "\uffff", "&#xE000;"]
)
def test_what_cannot_be_read_is_marked(sent: str, lost: str) -> None:
    assert plain(sent.format(lost)) == sent.format(DAMAGED)


@pytest.mark.parametrize("lost", ["\x00", "\x07", "\x1b", "\x7f"])
def test_a_control_within_a_word_stands_for_a_letter_and_elsewhere_for_nothing(lost: str) -> None:
    assert plain(f"Tidal m{lost}sses") == f"Tidal m{DAMAGED}sses"
    assert plain(f"Tidal {lost}mosses{lost} of towns") == "Tidal mosses of towns"


@pytest.mark.parametrize(
    "sound",
    ["Tomášek", "Åsa Ängström", "São João", "“AMANHÔ e depois", "Ñandú", "Đoković", "Ïle", "πr²",
     "深层学习", "𝔸-modules", "col·lecció", "𠀀", "What? And why?", "¿Qué es?", "A|B tests"],
)  # fmt: skip
def test_letters_of_any_language_are_left_as_they_are(sound: str) -> None:
    assert plain(sound) == sound


def test_blanks_of_any_kind_are_no_damage() -> None:
    assert plain("H2O\n and\tmoss\u2028of\u00a0towns\x85") == "H2O and moss of towns"
