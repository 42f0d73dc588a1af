"""Titles: what is the same, what is misspelt, what is another work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare import titles

SPOTLIGHT = (
    "SPOTlight: seeded NMF regression to deconvolute spatial transcriptomics spots with "
    "single-cell transcriptomes"
)
DECONVOLUTION = (
    "Reference-free cell type deconvolution of multi-cellular pixel-resolution spatially resolved "
    "transcriptomics data"
)


@pytest.mark.parametrize(
    ("written", "true"),
    [
        pytest.param("Deepst: spatial domains", "DeepST: Spatial Domains", id="capitals"),
        pytest.param("Spatial domains.", "Spatial  domains", id="full stop and blanks"),
        pytest.param("from H&E images", "from H&amp;amp;E images", id="escaped twice"),
        pytest.param("Role of H2O in ice", "Role of H<sub>2</sub>O in <i>ice</i>", id="tags"),
        pytest.param("The TNF-α of mice", "The TNF-alpha of mice", id="Greek by name"),
        pytest.param("The TNF-a of mice", "The TNF-α of mice", id="Greek by its Latin letter"),
        pytest.param("A β-decay bound", r"A $\beta$-decay bound", id="TeX"),
        pytest.param("Schrodinger bridges", "Schrödinger Bridges", id="accents"),
        pytest.param("Sørensen and Łódź", "Sorensen and Lodz", id="letters with strokes"),
        pytest.param("THE GENOMES OF MICE", "The genomes of mice", id="all capitals"),
        pytest.param("[Il cuore dei topi].", "Il cuore dei topi", id="brackets of translations"),
        pytest.param(
            "Graph attention - a primer", "Graph attention: a primer", id="dash for colon"
        ),
        pytest.param(
            "A new look at the initial consonants of Pattani",
            "A new look a99t the initial consonants of Pattani",
            id="figures that fell into a word of the record",
        ),
        pytest.param(
            "Grazer behavior and patterning of community states",
            "Grazer behaviour and patterning of community states",
            id="American for British",
        ),
    ],
)
def test_what_has_the_same_letters_is_the_same_title(written: str, true: str) -> None:
    assert titles.compare(written, true).kind == "same"


@pytest.mark.parametrize(
    ("written", "true"),
    [
        pytest.param(
            "Reference-free cell type deconvo- lution of multi-cellular pixel-resolution spatially "
            "resolved tran- scriptomics data",
            DECONVOLUTION, id="line-end hyphens",
        ),
        pytest.param(
            "Spatial domains with an adaptive graph attention auto- encoder",
            "Spatial domains with an adaptive graph attention auto-encoder",
            id="line-end hyphen in a hyphened word",
        ),
        pytest.param(
            "Cell clustering for spatial transcriptomics data with graph neural network",
            "Cell clustering for spatial transcriptomics data with graph neural networks",
            id="lost plural",
        ),
        pytest.param(
            SPOTLIGHT.replace("regression", "regresion"), SPOTLIGHT, id="lost letter"
        ),
        pytest.param(SPOTLIGHT.replace("seeded", "seedde"), SPOTLIGHT, id="letters exchanged"),
        pytest.param(SPOTLIGHT.replace("seeded NMF", "seeded"), SPOTLIGHT, id="lost word"),
        pytest.param(SPOTLIGHT.replace("spots", "spots spots"), SPOTLIGHT, id="doubled word"),
        pytest.param(
            "Getting the subtext wthout the text of modalities",
            "Getting the subtext without the text of modalities", id="a misspelt negation",
        ),
        pytest.param(
            "Estimating the cost of real-time adaptation by mangrove forests",
            "Estimating the cost of adaptation by mangrove forests", id="a hyphened word too many",
        ),
        pytest.param(
            "Energy e cient indexing of broadcasts", "Energy efficient indexing of broadcasts",
            id="ligature lost by copying",
        ),
        pytest.param(
            "On deep lea12rning for the tides of the northern sea",
            "On deep learning for the tides of the northern sea", id="figures within a word",
        ),
        pytest.param(
            "Optimal Moss Algorithm", "The Optimal Moss Algorithm", id="the article of a short one"
        ),
        pytest.param(
            "On aisotropic diffusion in porous materials",
            "On anisotropic diffusion in porous materials", id="prefix with a letter lost",
        ),
    ],
)  # fmt: skip
def test_faults_of_fingers_and_copying_are_misspellings_and_can_be_mended(
    written: str, true: str
) -> None:
    found = titles.compare(written, true)
    assert found.kind == "misspelt"
    assert found.score >= 0.85
    assert found.reasons
    assert titles.mended(written, true) == true


@pytest.mark.parametrize(
    ("written", "true"),
    [
        pytest.param("DNABERT: a model of genomes", "DNABERT-2: a model of genomes", id="version"),
        pytest.param("On tides in estuaries: Part I", "On tides in estuaries: Part II", id="parts"),
        pytest.param("Tides of the northern estuary (2012)", "Tides of the northern estuary (2013)",
                     id="years of a series"),
        pytest.param("Seismic inversion, Part 2", "Seismic inversion, Part 1", id="numbers"),
        pytest.param("Roles of IL6R in the tides of mice", "Roles of ILR in the tides of mice",
                     id="figures of a gene"),
        pytest.param("Reply to: Tides in the deep sea", "Tides in the deep sea", id="reply"),
        pytest.param("Tides in the deep sea", "Erratum to: Tides in the deep sea", id="erratum"),
        pytest.param("Tides in the deep sea", "Tides in the deep sea-Reply.", id="reply behind"),
        pytest.param("Re: Tides in the deep sea", "Tides in the deep sea", id="re"),
        pytest.param(
            "The interaction database", "The interaction database: 2013 update", id="yearly update"
        ),
        pytest.param(
            "Unsupervised learning of proteins in yeast",
            "Supervised learning of proteins in yeast", id="opposite prefix",
        ),
        pytest.param(
            "Withdrawing interventions may accelerate time to death among patients",
            "Withdrawing interventions may not accelerate time to death among patients",
            id="negation",
        ),
        pytest.param(
            "Localization from natural language with Text2Loc",
            "Localization from natural language with Text3Loc", id="figure in a name",
        ),
    ],
)  # fmt: skip
def test_what_counts_or_negates_or_reacts_is_another_work(written: str, true: str) -> None:
    found = titles.compare(written, true)
    assert found.kind in ("related", "differs")
    assert found.score < 0.9


@pytest.mark.parametrize(
    ("written", "true"),
    [
        pytest.param("RNA folding in yeast", "DNA folding in yeast", id="RNA is not DNA"),
        pytest.param("Growth of mice", "Growth of rice", id="mice are not rice"),
        pytest.param(
            "Wavelet Pooling for Convolutional Neural Networks",
            "Adaptive wavelet pooling for convolutional neural networks", id="a word before",
        ),
        pytest.param(
            "Deep learning: new computational modelling techniques for genomics",
            "Deep learning", id="a general title is not meant by a long one",
        ),
        pytest.param("Spatial domains in tissue", "Tides in the deep sea", id="nothing in common"),
        pytest.param("Cancer statistics, 2020", "Cancer statistics", id="a yearly series"),
        pytest.param("", "Tides", id="nothing written"),
    ],
)  # fmt: skip
def test_other_words_are_another_title(written: str, true: str) -> None:
    assert titles.compare(written, true).kind == "differs"


def test_an_acronym_of_several_letters_is_one_lost_word() -> None:
    # The preprint of BLEEP names the stain, the proceedings do not.
    found = titles.compare(
        "Spatially resolved gene expression prediction from H&E histology images by learning",
        "Spatially Resolved Gene Expression Prediction from Histology Images by Learning",
    )
    assert found.kind == "misspelt"


@pytest.mark.parametrize(
    ("written", "true", "kind"),
    [
        pytest.param("Efficient Models of Genomes", "DNABERT-2: Efficient Models of Genomes",
                     "shortened", id="no nickname"),
        pytest.param("The tides of the estuary", "The tides of the estuary: a field study",
                     "shortened", id="no subtitle"),
        pytest.param("The tides of the estuary in ...", "The tides of the estuary in winter months",
                     "shortened", id="cut by dots"),
        pytest.param("Attention in graphs of genes (with code)", "Attention in graphs of genes",
                     "extended", id="remark in brackets"),
        pytest.param("Attention in graphs of proteins. NeurIPS 2017",
                     "Attention in graphs of proteins", "extended", id="venue behind"),
        pytest.param("PoolNet: Attention in graphs of proteins", "Attention in graphs of proteins",
                     "extended", id="nickname before"),
        pytest.param("Seasonal tides of the northern estuary, 2020.",
                     "Seasonal tides of the northern estuary", "extended", id="year behind"),
        pytest.param("Seasonal tides of the northern estuary (2012)",
                     "Seasonal tides of the northern estuary", "extended", id="year in brackets"),
        pytest.param("Attention in graphs of proteins",
                     "RETRACTED ARTICLE: Attention in graphs of proteins", "shortened",
                     id="the mark of a retraction"),
    ],
)  # fmt: skip
def test_what_curators_leave_out_or_add_is_no_fault(written: str, true: str, kind: str) -> None:
    assert titles.compare(written, true).kind == kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        pytest.param("playlist recommendation engines", "same", id="whole"),
        pytest.param("playlist recommendation", "misspelt", id="a word less"),
        pytest.param("movie suggestion engines", "differs", id="other words"),
    ],
)
def test_a_blank_that_a_record_lost_is_no_fault_of_the_entry(written: str, kind: str) -> None:
    """The line of a title page ended between two words."""
    title = "Offline trials of ten ways to choose songs for {}"
    found = titles.compare(title.format(written), title.format("PlaylistRecommendation Engines"))
    assert found.kind == kind
    if kind == "misspelt":
        assert found.true == title.format("Playlist Recommendation Engines")


def test_the_whole_title_counts_before_its_first_half() -> None:
    # Crossref keeps subtitles apart; a fault in the subtitle is still one.
    true = "Deep residual tides: a field study of the estuary"
    found = titles.compare(
        "Deep residual tides: a feild study of the estuary", true, ("Deep residual tides",)
    )
    assert (found.kind, found.true) == ("misspelt", true)


def test_a_vernacular_title_serves_as_well() -> None:
    found = titles.compare("Il cuore dei topi", "The heart of mice", ("Il cuore dei topi",))
    assert (found.kind, found.true) == ("same", "Il cuore dei topi")


def test_a_suspended_hyphen_is_no_line_end() -> None:
    written = "Single- and multi-cell models of the tumour"
    assert titles.compare(written, "Single and multi-cell models of the tumour").kind == "same"
    assert titles.compare(written, "Single- and multi-cell models of the tumour").kind == "same"


@pytest.mark.parametrize(
    ("written", "true", "mended"),
    [
        pytest.param("DNABERT-2: Benchmark For Multi-Species Genome.",
                     "DNABERT-2: Benchmark for multi-species genomes",
                     "DNABERT-2: Benchmark For Multi-Species Genomes.", id="own capitals and stop"),
        pytest.param("DNABERT-2: BENCHMARK FOR MULTI-SPECIES GENOME",
                     "DNABERT-2: Benchmark for multi-species genomes",
                     "DNABERT-2: BENCHMARK FOR MULTI-SPECIES GENOMES", id="all capitals stay"),
        pytest.param("deconvo- lution of Spots", "DECONVOLUTION OF SPOTS", "deconvolution of Spots",
                     id="shouted record"),
        pytest.param("the tides of estuary in summer", "The Tides of the Estuary in Summer",
                     "the tides of the estuary in summer", id="inserted in sentence case"),
        pytest.param("Growth of coli in mouse cells at night",
                     "Growth of Escherichia coli in mouse cells at night",
                     "Growth of Escherichia coli in mouse cells at night", id="a name stays"),
        pytest.param("Schrödinger brigdes in the plane", "Schrodinger bridges in the plane",
                     "Schrödinger bridges in the plane", id="accents stay"),
    ],
)  # fmt: skip
def test_mending_touches_only_the_fault(written: str, true: str, mended: str) -> None:
    assert titles.mended(written, true) == mended


@given(st.text(), st.text())
def test_mending_always_ends_with_the_true_letters(written: str, true: str) -> None:
    assert titles.key(titles.mended(written, true)) == titles.key(true)


WORD = st.sampled_from(
    ["graph", "neural", "deep", "DNA-2", "of", "the", "Part", "II", "learning:", "auto-", "encoder",
     "α", "(code)", "reply", "to", "not", "<i>mice</i>", "&amp;", "2013", "Schrödinger", "…", "X."]
)  # fmt: skip


@given(st.lists(WORD, min_size=1).map(" ".join), st.lists(WORD, min_size=1).map(" ".join))
def test_comparison_is_total_and_a_title_is_itself(left: str, right: str) -> None:
    found = titles.compare(left, right)
    assert 0 <= found.score <= 1
    if titles.key(left):
        assert titles.compare(left, left).kind == "same"
        assert titles.compare(left.upper(), left).kind in ("same", "misspelt")


@pytest.mark.parametrize(
    ("title", "least", "most"),
    [
        pytest.param("Editorial", 0, 0.05, id="one word of every journal"),
        pytest.param("Deep learning", 0, 0.05, id="two words of the field"),
        pytest.param("Introduction to the special issue", 0, 0.15, id="special issues"),
        pytest.param(SPOTLIGHT, 0.95, 1, id="a long telling title"),
    ],
)
def test_distinctiveness_follows_number_and_rarity_of_words(
    title: str, least: float, most: float
) -> None:
    assert least <= titles.distinctive(title) <= most


def test_style_names_capitals_punctuation_and_blanks() -> None:
    true = "Spatial transcriptomics at subspot resolution with BayesSpace"
    faults = titles.styled("Spatial transcriptomics at subspot  resolution with bayesspace..", true)
    assert faults == (
        "“bayesspace” is written “BayesSpace”",
        "stray “..” at the end",
        "stray blanks",
    )
    assert titles.styled(true, true) == ()
    assert titles.styled(true, true.upper()) == ()
    half = "MAGNETO-ACTIVE POLYMERS: fabrication and modelling"
    assert titles.styled("Magneto-active polymers: fabrication and modelling", half) == ()
    assert titles.styled("ExWave: a solver for waves", "EXWAVE: a solver for waves") == ()
    assert titles.styled("Exwave: a solver for waves", "EXWAVE: a solver for waves") != ()
    assert (
        titles.styled("Spatial Transcriptomics at Subspot Resolution with BayesSpace", true) == ()
    )


def test_a_giant_line_is_not_searched_for_a_title() -> None:
    giant = "a- " * 400_000
    assert titles.compare(giant, "Tides in the deep sea").kind == "differs"
    assert titles.compare("x" * 1_000_000, "x" * 1_000_000).kind == "same"


@pytest.mark.parametrize(
    ("written", "true", "is_one"),
    [
        ("Machine-learsed actions", "Machine-learned actions", True),
        ("An auto- encoder of owls", "An autoencoder of owls", True),
        ("Owls on graphs", "Owls for graphs", False),
        ("Models of the genome", "Models of the genomes", False),
        ("Owls in towns, October", "Owls in towns, October and December 2017", False),
    ],
)
def test_a_slip_is_of_letters_and_no_other_word(written: str, true: str, *, is_one: bool) -> None:
    assert titles.slip(written, true) is is_one


@pytest.mark.parametrize(
    ("written", "true"),
    [
        ("Owls of >=30 grams, seen at night", "Owls of >or=30 grams, seen at night"),
        ("Owls of ≥ 30 grams, seen at night", "Owls of > or = 30 grams, seen at night"),
        (
            "Seeds +/- snails in the diet of owls",
            "Seeds (plus or minus) snails in the diet of owls",
        ),
        (
            "The diet of owls in towns",
            "The diet of owls in towns.[Erratum appears in J Owls. 2003 Jun;142(6):616]",
        ),
        ("The diet of owls in towns [see comments]", "The diet of owls in towns"),
    ],
)
def test_how_libraries_write_is_no_other_title(written: str, true: str) -> None:
    assert titles.compare(written, true).kind == "same"
    assert titles.compare(true, written).kind == "same"


def test_an_erratum_in_the_title_itself_is_another_work() -> None:
    assert titles.compare("The diet of owls [Erratum]", "The diet of owls").kind == "related"
    assert titles.compare("Owls of 30 or 40 grams", "Owls of 30 grams").kind != "same"


CUT = "A single allele associated with insecticide resistance in"


@pytest.mark.parametrize("true", [CUT, f"{CUT} ", f"{CUT.removesuffix(' in')} ("])
def test_a_record_that_breaks_off_leaves_the_rest_to_the_entry(true: str) -> None:
    written = "A single allele associated with insecticide resistance in Drosophila"
    assert titles.compare(written, true).kind == "extended"


@pytest.mark.parametrize(
    ("written", "true"),
    [
        ("Tolerance of metals in a population of the springtail Orchesella cincta",
         "Tolerance of metals in a population of the springtail"),
        ("Cbf genes of the Fr-A2 allele are regulated in acclimated tissue",
         "genes of the Fr-A2 allele are regulated in acclimated tissue"),
    ],
)  # fmt: skip
def test_a_record_that_lost_a_species_leaves_it_to_the_entry(written: str, true: str) -> None:
    assert titles.compare(written, true).kind == "extended"
    whole = true[0].upper() + true[1:]
    other = titles.compare(f"Frozen {whole[0].lower()}{whole[1:]} again", whole)
    assert other.kind != "extended"


def test_a_whole_record_or_a_plain_beginning_leaves_nothing() -> None:
    longer = "A single allele associated with insecticide resistance in Drosophila"
    assert titles.compare(longer, "A single allele in resistance").kind != "extended"
    assert titles.compare("Isolation of shrews from islands", "Isolation of").kind != "extended"


def test_a_greek_letter_is_its_latin_one_beside_a_number_too() -> None:
    written, true = "Shrews activate PGC-1a at night", "Shrews activate PGC-1alpha at night"
    assert titles.compare(written, true).kind == "same"
    assert titles.compare(written, "Shrews activate PGC-2alpha at night").kind != "same"


def test_a_title_may_end_before_a_preposition_and_nowhere_else() -> None:
    whole = "Observation of a new particle in the search for the boson with the detector"
    assert titles.begins("Observation of a new particle in the search for the boson", whole)
    assert not titles.begins("Observation of a new particle in the search for the", whole)
    assert not titles.begins("Observation of a new", whole)
    assert not titles.begins(whole, whole)
    assert not titles.begins("Slow maps of cold mice", "Slow maps of cold mice, Part II")


def test_words_in_capitals_on_either_side_of_a_hyphen_are_no_names() -> None:
    written = "Radiances of cloud-affected rats"
    assert titles.styled(written, "Radiances of Cloud-Affected Rats") == ()
    assert titles.styled("Rats by bayes-space", "Rats by Bayes-SPACE")


@pytest.mark.parametrize(
    ("shown", "raw"),
    [
        (r"Decays of B → ℓ^+ℓ^- in moss", r"Decays of $B \to \ell^+\ell^-$ in moss"),
        (r"The ħ of ε and φ in moss", r"The $\hbar$ of $\varepsilon$ and $\varphi$ in moss"),
        (r"Moss at ⟨n⟩ ≲ 3 and ∑ k", r"Moss at $\langle n\rangle \lesssim 3$ and $\sum k$"),
        (r"Moss ⋊ fern ≅ G ∥ H", r"Moss $\rtimes$ fern $\cong G \parallel H$"),
        (r"Moss at 3 ‰ with DESIGN®",
         r"Moss at 3 \textperthousand{} with DESIGN\textsuperscript{\textregistered}"),
    ],
)  # fmt: skip
def test_the_signs_of_formulas_are_the_same_shown_and_as_commands(shown: str, raw: str) -> None:
    assert titles.compare(shown, raw).kind == "same"
    assert titles.compare(shown.replace("oss", "ice"), raw).kind != "same"


@pytest.mark.parametrize("short", ["vs.", "vs", "VS.", "Vs"])
def test_versus_is_often_shortened(short: str) -> None:
    assert titles.compare(f"Moss {short} fern in fens", "Moss versus fern in fens").kind == "same"
    assert titles.compare("Moss versus fern in fens", f"Moss {short} fern in fens").kind == "same"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("programmes", "programs"),
        ("neighbourhoods", "neighborhoods"),
        ("aluminium", "aluminum"),
        ("ageing", "aging"),
        ("artefacts", "artifacts"),
        ("enrolment", "enrollment"),
        ("manoeuvres", "maneuvers"),
        ("learnt", "learned"),
        ("amongst", "among"),
        ("towards", "toward"),
    ],
)
def test_british_and_american_spellings_are_the_same(british: str, american: str) -> None:
    frame = "On the {} of mosses in cold fens: evidence from a long study"
    assert titles.compare(frame.format(british), frame.format(american)).kind == "same"
    assert titles.compare(frame.format(american), frame.format(british)).kind == "same"


@pytest.mark.parametrize(
    ("written", "true", "kind"),
    [
        ("Tides of the fens: Part II", "Tides of the fens: Part 2", "same"),
        ("Tides of the fens 3", "Tides of the fens III", "same"),
        ("Tides of the fens: Part I", "Tides of the fens: Part 2", "related"),
        ("Tides of the fens II", "Tides of the fens III", "related"),
        ("Vitamin C in the fens", "Vitamin 100 in the fens", "related"),
        ("The programmer of the cold fens", "The program of the cold fens", "differs"),
    ],
)
def test_roman_numerals_are_figures_and_other_numbers_other_works(
    written: str, true: str, kind: str
) -> None:
    assert titles.compare(written, true).kind == kind


@pytest.mark.parametrize(
    ("written", "true", "kind"),
    [
        ("Playlist Recommendation of moss", "PlaylistRecommendation of moss", "same"),
        ("Tensor methods for moss in fens", "TensorFlow methods for moss in fens", "differs"),
        ("Four ways to moss in the fens", "For ways to moss in the fens", "misspelt"),
    ],
)
def test_a_word_in_two_pieces_is_not_one_of_them(written: str, true: str, kind: str) -> None:
    assert titles.compare(written, true).kind == kind
