"""What a reader sees of TeX."""

import pytest

from pipeline.compare import titles
from pipeline.markup.latex import decoded, encoded

SAID = "Survival of Moss alba under salt"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(r"Survival of {\textless}i{\textgreater}Moss alba{\textless}/i{\textgreater} "
                     "under salt", id="as Mendeley writes tags"),
        pytest.param(r"Survival of $\less$i$\greater$Moss alba$\less$/i$\greater$ under salt",
                     id="as Crossref's own BibTeX does"),
        pytest.param("Survival of $<$i$>$Moss alba$<$/i$>$ under salt", id="as formulas"),
        pytest.param("Survival of <i>Moss alba</i> under salt", id="as they are"),
    ],
)  # fmt: skip
def test_tags_in_the_title_of_a_bibliography_are_tags_however_they_are_spelt(raw: str) -> None:
    """ "iMoss alba/i" was said to be the title of another work."""
    assert decoded(raw) == "Survival of <i>Moss alba</i> under salt"
    assert titles.compare(decoded(raw), SAID).kind == "same"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [(r"Salt at p {\textless} 0.05", "Salt at p < 0.05"), (r"Tides $>$ 3 m", "Tides > 3 m"),
     (r"A \lessened \emph{tide}", "A tide")],
)  # fmt: skip
def test_signs_that_are_no_tags_stay_signs(raw: str, shown: str) -> None:
    assert decoded(raw) == shown


@pytest.mark.parametrize(
    "text",
    ["about ~50 tides", "a^b and a_b", "C:\\moss {x}", "50% of #1 & $2", "p < 0.05 > q", "ñ and ô"],
)
def test_what_is_written_is_read_as_it_was_meant(text: str) -> None:
    assert decoded(encoded(text, ascii_only=True)) == text
    assert decoded(r"mosses\textbar{}ferns \textasciicircum{}2") == "mosses|ferns ^2"


def test_no_sign_is_written_as_a_macro_that_was_none() -> None:
    assert encoded("p < 0.05 and q > 1", ascii_only=True) == "p < 0.05 and q > 1"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [(r"\ifmmode \check{Z}\else \v{Z}\fi{}umer, S.", "Žumer, S."),
     (r"Ho\ifmmode \mbox{\l}\else \l{}\fi{}yst", "Hołyst"),
     (r"Zumer \ifmmode", "Zumer")],
)  # fmt: skip
def test_a_letter_of_formulas_and_of_text_is_the_one_of_text(raw: str, shown: str) -> None:
    """As the exports of the American Physical Society write names."""
    assert decoded(raw) == shown


def test_a_command_ends_at_a_letter_beyond_ascii() -> None:
    """arXiv mixes both: the letter was taken for a part of the command's name, and was lost."""
    assert decoded(r"Pairs of $Λ\barΛ$ in moss").count("Λ") == 2
    assert decoded(r"Pairs of $\bar{x}$ and \'Etude").endswith("Étude")
