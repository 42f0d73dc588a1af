"""A venue is another one if it is known to be; not because its name is not recognised."""

import pytest

from pipeline.compare.other_venues import another, known
from pipeline.compare.venues import early

ICCV = (
    "2019 IEEE/CVF International Conference on Computer Vision, ICCV 2019, Seoul, Korea (South)",
)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("Nature", ("Nature Methods",), id="a sibling"),
        pytest.param("CVPR", ICCV, id="another conference"),
        pytest.param("Bioinformatics", ("Nucleic Acids Research",), id="another journal"),
        pytest.param("ICML", ("Journal of Estuarine Sensing",), id="a conference for a journal"),
        pytest.param("International Conference on Quantum Kelp Acoustics", ICCV,
                     id="a meeting that nobody knows, by what it is about"),
        pytest.param(
            "Journal of Kelp Acoustics", ("Molecular Mosses",), id="a journal's name in full"
        ),
        pytest.param("Comput. Phys. Commun.", ("BMC Bioinformatics",),
                     id="as records abbreviate it"),
        pytest.param("PAEDIATRIC ANAESTHESIA", ("Nucleic Acids Research",), id="in capitals"),
        pytest.param(
            "ACL", (("Proceedings of the 2018 Conference on Empirical Methods in Natural Language "
                    "Processing"),), id="a conference of the same society",
        ),
    ],
)  # fmt: skip
def test_what_is_known_to_be_another_is(written: str, names: tuple[str, ...]) -> None:
    assert another(written, names)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("INLG", (("Proceedings of the 11th International Conference on Natural "
                              "Language Generation"),), id="an acronym that is not in our table"),
        pytest.param("Workshop on Kelp Acoustics", ICCV, id="a workshop is held at any meeting"),
        pytest.param("Conference on Visual Computing", ICCV, id="a meeting about nearly the same"),
        pytest.param("International Conference on Kelp Acoustics", ("Lecture Notes in Computing",),
                     id="a meeting in a series"),
        pytest.param("International Conference on Kelp Acoustics", ("Journal of Algae",),
                     id="a meeting whose papers a journal prints"),
        pytest.param("Chinese Journal of Lung Cancer", ("Zhongguo Fei Ai Za Zhi",),
                     id="the journal's own language"),
        pytest.param("Revista Moss de Fisioterapia", ("Moss Journal of Physical Therapy",),
                     id="translated"),
        pytest.param("Journal of Kelp", ("Zeitschrift für Tang",), id="German"),
        pytest.param("TBME", ("IEEE Transactions on Biomedical Engineering",), id="of a journal"),
        pytest.param("ACL", ("Proceedings of ACL 2018, Student Research Workshop",),
                     id="the record has the acronym in its name"),
        pytest.param("ACL", ("Proceedings of the 2nd Workshop on Neural Machine Translation",),
                     id="a workshop that may be held there"),
        pytest.param("Conference on Big Data, 2013 IEEE International",
                     ("Proceedings of the 2013 IEEE International Conference on Big Data",),
                     id="the words in another order"),
        pytest.param("Zhongguo Fei Ai Za Zhi", ("Chinese Journal of Lung Cancer",),
                     id="a transliteration"),
        pytest.param("Num. Meth. PDE", ("Numerical Methods for Partial Differential Equations",),
                     id="an abbreviation of one's own"),
        pytest.param("Complexity", ("Nucleic Acids Research",), id="a word of many titles"),
        pytest.param("Under review", ("Nature",), id="a stage"),
        pytest.param("https://arxiv.org/abs/2012.03918", ICCV, id="the address of a preprint"),
        pytest.param("EMNLP Findings", (("Findings of the Association for Computational "
                                        "Linguistics: EMNLP 2020"),), id="a track"),
        pytest.param("CVPR", (), id="nobody names a venue"),
    ],
)  # fmt: skip
def test_what_is_not_recognised_is_not_another(written: str, names: tuple[str, ...]) -> None:
    assert not another(written, names)


def test_a_venue_is_known_by_name_or_by_the_shape_of_a_whole_name() -> None:
    assert known("Nature Methods")
    assert known("NeurIPS")
    assert known("Journal of Estuarine Sensing")
    assert not known("Estuarine Sensing")
    assert not known("J. Estuar. Sens.")


@pytest.mark.parametrize(
    "text", ["Preprint", "Under review", "arXiv preprint", "https://arxiv.org/abs/2012.03918",
             "bioRxiv", "Submitted to Nature", "In preparation", "Manuscript",
             "Forthcoming", "Work in progress", "Under revision", "Resubmitted to Nature"],
)  # fmt: skip
def test_a_server_or_a_stage_is_early(text: str) -> None:
    assert early(text)


@pytest.mark.parametrize(
    "text", ["Nature", "Review of Economic Studies", "Reviews of Modern Physics", "NeurIPS (arXiv)",
             "Preparation of Mosses", "Online Journal of Moss",
             "Progress in Physics", "In progress in oceanography", "Manuscripta Mathematica"],
)  # fmt: skip
def test_a_venue_is_not(text: str) -> None:
    assert not early(text)
