"""A venue is written as people write it, not as a title page has it."""

import pytest

from pipeline.compare.usual_venues import spoken


@pytest.mark.parametrize(
    ("name", "like", "shown"),
    [
        (("2019 IEEE/CVF International Conference on Computer Vision, ICCV 2019, Seoul, Korea "
         "(South), October 27 - November 2, 2019"), "", ("IEEE/CVF International Conference on "
         "Computer Vision")),
        (("IEEE Conference on Computer Vision and Pattern Recognition, CVPR 2021, virtual, June "
         "19-25, 2021"), "NeurIPS", "CVPR"),
        ("WWW '20: The Web Conference 2020, Taipei, Taiwan, April 20-24, 2020", "",
         "The Web Conference 2020"),
        (("The 20th ACM SIGKDD International Conference on Knowledge Discovery and Data Mining, "
         "KDD '14, New York, NY, USA - August 24 - 27, 2014"), "",
         "The 20th ACM SIGKDD International Conference on Knowledge Discovery and Data Mining"),
        (("2020 IEEE International Conference on Acoustics, Speech and Signal Processing, ICASSP "
         "2020, Barcelona, Spain, May 4-8, 2020"), "", ("IEEE International Conference on "
         "Acoustics, Speech and Signal Processing")),
        (("International Conference on Systems, Man and Cybernetics, Bari, Apulia, Italy, October "
         "6-9, 2019"), "", "International Conference on Systems, Man and Cybernetics"),
        (("International Conference on Image Processing, Sarajevo, Bosnia and Herzegovina, May "
         "3-5, 2019"), "", "International Conference on Image Processing"),
        ("Nature", "ICML", "Nature"),
        ("Protein Engineering, Design and Selection", "Nature", ("Protein Engineering, Design and "
         "Selection")),
        ("Ocean & Coastal Management", "", "Ocean & Coastal Management"),
        (("Philosophical Transactions of the Royal Society A: Mathematical, Physical and "
         "Engineering Sciences"), "", ("Philosophical Transactions of the Royal Society A: "
         "Mathematical, Physical and Engineering Sciences")),
        ("2D Materials", "", "2D Materials"),
        ("3 Biotech", "", "3 Biotech"),
    ],
)  # fmt: skip
def test_place_and_days_go_names_stay(name: str, like: str, shown: str) -> None:
    assert spoken(name, like) == shown
