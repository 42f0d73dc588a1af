"""The signs between names are made the usual ones, and families keep the words they have."""

import pytest

from pipeline.reading.byline_text import usual_signs

JOINED = [
    ("Ana Bee e Bo Li. Moss", "Ana Bee & Bo Li. Moss"),
    ("Rossi M e Bianchi L. Moss", "Rossi M & Bianchi L. Moss"),
    ("Rossi e Bianchi (2001)", "Rossi & Bianchi (2001)"),
    ("Juan Perez y Ana Ruiz, 2001", "Juan Perez & Ana Ruiz, 2001"),
    ("Bee A, Li B y Roca C. Moss", "Bee A, Li B & Roca C. Moss"),
    ("de Avila S e Silva B, 2001", "de Avila S & Silva B, 2001"),
    ("Ana Bee und Bo Li", "Ana Bee &   Bo Li"),
    ("Roca, B. e Silva, C. Moss", "Roca, B. & Silva, C. Moss"),
    ("ROCA, Ana; LIMA, Bruno e SILVA, Carla. Moss", "ROCA, Ana; LIMA, Bruno & SILVA, Carla. Moss"),
    (
        "Roca, Ana, Lima, Bruno y Silva, Carla (2001)",
        "Roca, Ana, Lima, Bruno & Silva, Carla (2001)",
    ),
]


@pytest.mark.parametrize(("text", "usual"), JOINED)
def test_what_joins_two_people_is_an_ampersand(text: str, usual: str) -> None:
    assert usual_signs(text) == usual


@pytest.mark.parametrize(
    "text",
    [
        "de Avila e Silva S, Notari DL",
        "S. de Avila e Silva, D. Notari",
        "Costa e Silva, M., Roca, B.",
        "Costa e Silva M, Bee A",
        "Roca, B., Costa e Silva, M.",
        "Roca, Bruno, Costa e Silva, Maria",
        "J. Ortega y Gasset, A. Bee",
    ],
)
def test_a_family_of_two_words_is_one(text: str) -> None:
    assert usual_signs(text) == text
