"""Which names of venues are in another language than English."""

import pytest

from pipeline.compare.tongues import foreign


@pytest.mark.parametrize(
    "name",
    [
        "Zhonghua jiehe he huxi zazhi", "Nippon Igaku Hoshasen Gakkai Zasshi",
        "Revista de Patologia Tropical", "Zeitschrift für Australienstudien",
        "İstanbul Hukuk Mecmuası", "La Revue Historique", "Kölner Meeresforschung",
    ],
)  # fmt: skip
def test_names_of_journals_in_their_own_language(name: str) -> None:
    assert foreign(name)


@pytest.mark.parametrize(
    "name",
    [
        "Journal of the American Medical Association", "Nature", "Stroke", "Acta Physica",
        "Proceedings of the National Academy of Sciences", "Annals of Oncology", "CVPR",
        "Archives of Surgery",
    ],
)  # fmt: skip
def test_english_names_and_single_words(name: str) -> None:
    assert not foreign(name)
