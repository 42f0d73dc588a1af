"""Wrong decoding is undone; right text is never touched."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.markup.encoding import garbled_words, repaired
from pipeline.values.text import apply


def garble(text: str) -> str:
    return "".join(
        byte.decode("cp1252") if byte[0] not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte[0])
        for byte in (bytes([b]) for b in text.encode())
    )


@pytest.mark.parametrize(
    "text",
    ["Chris Ré", "cell–cell", "Åke Borg and Žiga Avsec", "Gökcen", "Wrocław — “quoted” text’s", "🤖 models", "日本語の論文", "Fredrik Salmén, Jonas Frisén", "Jun Nguyễn", "a 4π study of λ phages, Δ and τ"],
)  # fmt: skip
def test_text_decoded_as_windows_1252_reads_right(text: str) -> None:
    assert repaired(garble(text))[0] == text


RIGHT = [
    "São Paulo, IRMÃO, NÃO – ação",
    "IRMÃ” e “AMANHÃ”",
    "liberté\xa0» et «\xa0égalité… café”…",
    "à\xa0« quoi\xa0?",
    "日本語のテキスト 中文 한국어",
    "🦠 🤖 📄",
    "Ångström Å–Z, Søren, Łódź, Ňa, naïve – “É”",
    "Erdős–Rényi, Gödel’s, Müller & Søn…",
    "«está»… luego",
    "la lettre «Î» et “Î”, NAÏ„ et CAÏ€",
    "Ελληνικά Русский العربية",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_text_is_never_touched(text: str) -> None:
    assert repaired(text) == (text, ())


def test_the_words_are_told_as_they_stand_and_as_they_read() -> None:
    wrong = "by " + garble("Åke Borg") + " and " + garble("René") + "."
    right, edits = repaired(wrong)
    assert apply(wrong, edits) == right
    words = garbled_words(wrong, right, edits)
    assert [(a, b) for _, a, b in words] == [("Ã…ke", "Åke"), ("RenÃ©", "René")]
    assert all(right[at] in b for at, _, b in words)


@given(st.text(alphabet="abc ÃÂâ€™©®¦ðŸéàü”“»\xa0\n", max_size=60))
def test_repairing_is_total_and_keeps_lines(text: str) -> None:
    right, edits = repaired(text)
    assert apply(text, edits) == right
    assert right.count("\n") == text.count("\n")


@given(
    st.text(
        alphabet=st.characters(
            categories=("L", "Nd"), max_codepoint=0x24F, exclude_characters="ªºµƒŒœŠšŽžŸ"
        ),
        max_size=80,
    )
)
def test_letters_alone_are_never_rubbish(text: str) -> None:
    assert repaired(text)[0] == text
