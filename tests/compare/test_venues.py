"""Venues: the same, abbreviated, misspelt, another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare import venues

NAR = ("Nucleic Acids Research", "Nucleic Acids Res")
BRIEFINGS = ("Briefings in Bioinformatics", "Brief Bioinform")
NEURIPS = ("Advances in Neural Information Processing Systems 36",)
TWO_CONFERENCES = (
    "Thirty-Seventh AAAI Conference on Artificial Intelligence, AAAI 2023, Thirty-Fifth Conference "
    "on Innovative Applications of Artificial Intelligence, IAAI 2023"
)
CVPR = ("2020 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("Nature communications", ("Nature Communications",), id="case"),
        pytest.param("Lancet", ("The Lancet",), id="article"),
        pytest.param(
            "Future Generation Computer Systems",
            ("Future Generation Computer Systems - The International Journal of eScience",),
            id="what it is, behind a dash",
        ),
        pytest.param(
            "Positivity",
            ("Positivity. An International Mathematics Journal",),
            id="what it is, behind a full stop",
        ),
        pytest.param("Science & Justice", ("Science and Justice",), id="ampersand"),
        pytest.param("Nature Methods 2021", ("Nature Methods",), id="year"),
        pytest.param("Nature Methods (Spotlight)", ("Nature Methods",), id="award"),
        pytest.param("Bioinformatics", ("Bioinformatics (Oxford, England)",), id="place"),
        pytest.param("Transactions on Robotics", ("IEEE Transactions on Robotics",), id="society"),
        pytest.param("Paediatrics", ("Pediatrics",), id="British spelling"),
        pytest.param(
            "Roumanian archives of microbiology",
            ("Romanian Archives of Microbiology",),
            id="a country's older spelling",
        ),
        pytest.param(
            "Proteins", ("Proteins: Structure, Function, and Bioinformatics",), id="subtitle"
        ),
        pytest.param("CHI", ("CHI '20: CHI Conference on Human Factors",), id="acronym"),
        pytest.param(
            "Pacific Symposium on Biocomputing", ("Biocomputing 2015",), id="name of the volume"
        ),
        pytest.param("bioRxiv preprint", ("bioRxiv",), id="preprint server"),
        pytest.param("CoRR abs/1706.03762", ("arXiv",), id="a server's other name"),
        pytest.param(
            "CMAJ", ("CMAJ : Canadian Medical Association journal",), id="acronym before the name"
        ),
        pytest.param(
            "Canadian Journal of Surgery",
            ("Canadian journal of surgery. Journal canadien de chirurgie",),
            id="title in two languages",
        ),
    ],
)
def test_a_venue_is_the_same_whatever_stands_around_its_name(
    written: str, names: tuple[str, ...]
) -> None:
    assert venues.compare(written, names).kind in ("same", "abbreviation")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("Brief Bioinform", BRIEFINGS[:1], id="NLM"),
        pytest.param("Brief. Bioinform.", BRIEFINGS[:1], id="ISO 4"),
        pytest.param("Nucleic Acids Res.", NAR[:1], id="plural stays"),
        pytest.param("NAR", NAR, id="initials"),
        pytest.param("IEEE TPAMI",
                     ("IEEE Transactions on Pattern Analysis and Machine Intelligence",),
                     id="initials behind the society"),
        pytest.param("Optics and Lasers in Engg.", ("Optics and Lasers in Engineering",),
                     id="contracted"),
        pytest.param("PNAS", ("Proceedings of the National Academy of Sciences",), id="custom"),
        pytest.param(
            "Proc Natl Acad Sci U S A", ("Proceedings of the National Academy of Sciences",),
            id="country behind",
        ),
        pytest.param("J. Polym. Sci. A", ("Journal of Polymer Science Part A",), id="Part dropped"),
        pytest.param(
            "Acta Crystallogr C", ("Acta Crystallographica. Section C, Structure communications",),
            id="Section dropped",
        ),
        pytest.param("S Afr Med J", ("South African Medical Journal",), id="S is no article"),
        pytest.param("Drug Des Devel Ther", ("Drug Design, Development and Therapy",), id="Des"),
        pytest.param("Arch. Otorhinolaryngol.", ("Archives of Oto-Rhino-Laryngology",), id="glued"),
        pytest.param("NeurIPS", NEURIPS, id="conference"),
        pytest.param("NIPS", NEURIPS, id="its former name"),
        pytest.param("CVPR", CVPR, id="conference in brackets"),
        pytest.param("Eur. Conf. Comput. Vis.", ("ECCV 2020",), id="long against short"),
        pytest.param("AAAI", (TWO_CONFERENCES,), id="two conferences in one volume"),
        pytest.param("EMNLP", ("Findings of the ACL: EMNLP 2020",), id="Findings as a track"),
        pytest.param("Pediatric blood & cancer", ("Pediatr Blood Cancer",), id="cut by two"),
        pytest.param("Bioinformatics", ("Bioinform.",), id="only the short name is known"),
    ],
)  # fmt: skip
def test_abbreviations_of_rule_and_custom_are_as_good(written: str, names: tuple[str, ...]) -> None:
    assert venues.compare(written, names).kind in ("same", "abbreviation")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("IEEE TIP", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("ACM TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("Genes", "Genetics"),
        ("Neurons", "Neurosciences"),
    ],
)
def test_another_acronym_or_another_word_is_no_abbreviation(written: str, name: str) -> None:
    assert venues.compare(written, (name,)).kind == "differs"


@pytest.mark.parametrize(
    ("written", "names", "mended"),
    [
        pytest.param("Briefing in Bioinformatics", BRIEFINGS, BRIEFINGS[0], id="lost plural"),
        pytest.param("Nuclei Acid Res", NAR, NAR[1], id="abbreviated stays abbreviated"),
        pytest.param("Nuclei Acid Res", NAR[:1], NAR[0], id="no abbreviation known"),
        pytest.param("Naeure Reviews Genetics", ("Nature Reviews Genetics",),
                     "Nature Reviews Genetics", id="not read as ae"),
        pytest.param("Naure", ("Nature", "Nature"), "Nature", id="one word"),
        pytest.param("Internatonal Conference on Machine Learning",
                     ("International Conference on Machine Learning", "ICML"),
                     "International Conference on Machine Learning", id="conference in full"),
    ],
)  # fmt: skip
def test_a_slip_is_told_and_mended_in_its_own_manner(
    written: str, names: tuple[str, ...], mended: str
) -> None:
    found = venues.compare(written, names)
    assert found.kind == "misspelt"
    assert found.reasons
    assert venues.mended(written, found.name, names) == mended


@pytest.mark.parametrize(
    ("written", "names"),
    [
        pytest.param("Naure", ("Nature Reviews Genetics", "Nat Rev Genet"), id="cut and misspelt"),
        pytest.param("Nature", ("Nature Methods", "Nat Methods"), id="sibling"),
        pytest.param("Nature communications", ("Nature Computational Science",), id="like letters"),
        pytest.param("Cancers", ("Cancer",), id="both exist"),
        pytest.param("Cell", ("Cells",), id="both exist, shorter"),
        pytest.param("Journal of Physics A", ("Journal of Physics B",), id="series letter"),
        pytest.param("Journal of Magnetic Resonance", ("Journal of magnetic resonance. Series A",),
                     id="series"),
        pytest.param("Circulation", ("Circulation: Heart Failure",), id="sibling behind a colon"),
        pytest.param(
            "Measurement",
            ("Measurement: Interdisciplinary Research and Perspectives",),
            id="a sibling of two fields",
        ),
        pytest.param(
            "Robotics", ("Robotics: Science and Systems",), id="a journal and a meeting"
        ),
        pytest.param("Annales de Chirurgie", ("Annales de Chirurgie de la Main",), id="longer"),
        pytest.param("CVPR", ("CVPR Workshops (CVPRW)",), id="workshop"),
        pytest.param("ACL", ("North American Chapter of the ACL",), id="chapter"),
        pytest.param("ICML", ("ICLR",), id="acronyms"),
        pytest.param("BMC Bioinformatics", ("Bioinformatics",), id="publisher in the name"),
    ],
)  # fmt: skip
def test_siblings_are_other_venues(written: str, names: tuple[str, ...]) -> None:
    assert venues.compare(written, names).kind == "differs"


def test_the_kindest_name_counts_and_none_means_unknown() -> None:
    assert venues.compare("NAR", ("Oxford Journals", *NAR)).name == NAR[0]
    assert venues.compare("Nature", ()).kind == "unknown"
    assert venues.compare("1467-5463", BRIEFINGS, ("1467-5463",)).kind == "same"


@pytest.mark.parametrize(
    ("written", "server"),
    [
        ("arXiv preprint arXiv:2306.15006", "arXiv"), ("BioRxiv", "bioRxiv"),
        ("CoRR", "arXiv"), ("SSRN Electronic Journal", "SSRN"), ("Preprint at Research Square",
        "Research Square"), ("medRxiv (preprint)", "medRxiv"), ("Nature", None),
        ("NeurIPS (arXiv)", None), ("Journal of Corrosion", None), ("", None),
    ],
)  # fmt: skip
def test_preprint_servers_are_known_by_their_names(written: str, server: str | None) -> None:
    assert venues.server(written) == server


def test_a_preprint_server_in_place_of_a_journal_is_told_apart() -> None:
    assert venues.compare("arXiv", ("Nature Methods",)).kind == "preprint"
    assert venues.compare("Nature Methods", ("bioRxiv",)).kind == "differs"


@pytest.mark.parametrize(
    ("text", "conference"),
    [
        ("The Twelfth International Conference on Learning Representations (ICLR 2024)", "ICLR"),
        ("Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics",
         "ACL"),
        ("ACM SIGKDD International Conference on Knowledge Discovery & Data Mining", "KDD"),
        ("Pacific-Asia Conference on Knowledge Discovery and Data Mining", "PAKDD"),
        ("NeurIPS 2023 Workshop on AI for Science", "NeurIPS Workshop"),
        ("CVPRW", "CVPR Workshop"), ("iclr", "ICLR"), ("CVPR2020", "CVPR"),
        ("Medical Image Computing and Computer-Assisted Intervention – MICCAI 2019", "MICCAI"),
        ("Nature Methods", None), ("the chi square test", None), ("", None),
    ],
)  # fmt: skip
def test_conferences_are_known_by_short_and_long_names(text: str, conference: str | None) -> None:
    assert venues.conference(text) == conference


@pytest.mark.parametrize(
    ("comment", "accepted"),
    [
        ("Accepted at ICLR 2024 (oral)", ("ICLR", 2024)), ("To appear in CVPR", ("CVPR", None)),
        ("Published as a conference paper at ICLR 2017", ("ICLR", 2017)),
        ("12 pages, 3 figures; CVPR'20 camera ready", ("CVPR", 2020)),
        ("NeurIPS 2023 Workshop on AI for Science", ("NeurIPS Workshop", 2023)),
        ("Accepted by IEEE Transactions on Medical Imaging, 10 pages",
         ("IEEE Transactions on Medical Imaging", None)),
        ("Published in Nature Communications 12, 345 (2021)", ("Nature Communications", 2021)),
        ("Submitted to ICML 2020", None), ("Under review at NeurIPS 2020", None),
        ("12 pages, 3 figures", None), ("Extended version of our CVPR 2020 paper", None),
        ("Code at https://example.org", None), ("", None),
    ],
)  # fmt: skip
def test_comments_tell_where_a_preprint_was_accepted(
    comment: str, accepted: tuple[str, int | None] | None
) -> None:
    assert venues.accepted(comment) == accepted


PIECES = st.lists(
    st.sampled_from(
        ["Nature", "Journal", "of", "the", "Proc.", "IEEE", "(CVPR)", "2020", ":", "Part", "A", "&",
         "arXiv", "Bioinformatics", "(Oxford, England)", "=", "/", "Workshop", "U.S.A.", "é"]
    ), max_size=6,
).map(" ".join)  # fmt: skip


@given(PIECES, PIECES)
def test_comparison_is_total_and_a_venue_is_itself(left: str, right: str) -> None:
    assert 0 <= venues.compare(left, (right,)).score <= 1
    assert venues.compare(left, (left,)).kind in ("same", "unknown")
    assert isinstance(venues.mended(left, right), str)


def test_a_giant_line_takes_no_minutes() -> None:
    giant = "1" * 1_000_000
    assert venues.compare(giant, ("Nature",)).kind == "differs"
    assert venues.conference(giant) is None
