"""Lists with faults, put together from pieces: entries and stretches of them."""

from hypothesis import strategies as st

from tests.shelf import LINES

EARLY = (
    (
        "- **Counting rock pool snails from kite photographs.** Hugo Almeida, Wren Castell. "
        "*arXiv*, 2021. [[Link]](https://arxiv.org/abs/2111.01234)"
    ),
    (
        "- **The grain transformer: robust models of dune migration.** Asta Bergman, Dario "
        "Conti, Femi Okoro. *bioRxiv*, 2022. [[Link]](https://doi.org/10.1101/2022.02.11.480123)"
    ),
    (
        "- **Cold light from warm moss colonies.** Owen Tarrant, Sofia Nakagawa. *Annals of Moss "
        "Informatics*, 2018. [[Link]](https://doi.org/10.99999/ami.2018.9)"
    ),
    (
        "- **Whispering algorithms for the census of glacier fleas.** Orla Penhallow, Tib Sander. "
        "*Nature Methods*, 2020. [[Link]](https://doi.org/10.99999/none.1)"
    ),
)
FAULTS = (
    ("Mara Lindqvist", "Mara Lindqivst"),
    ("Lindqvist, ", "Lindqvist1, "),
    ("Jun Hasek, ", ""),
    ("Petra Quill", "Petra Quill, Olga Strand"),
    ("Ilse Verhoeven, Kofi Adomako", "Kofi Adomako, Ilse Verhoeven"),
    ("Ilse Verhoeven, Kofi Adomako, Rana Sato", "Nadia Brandao, Peter Quist, Lena Ostrava"),
    ("Ilse Verhoeven, Kofi Adomako, Rana Sato", "Ada Fennimore, Bruno Castle, Cyd Marlow"),
    ("Nadia Brandao, Peter Quist, Lena Ostrava. ", ""),
    ("Nadia Brandao, Peter Quist, Lena Ostrava", "Brandao N, Quist P, Ostrava L"),
    ("Yusuf Demir, Clara Whitlock, Ines Farrow", "Yusuf Demir et al"),
    ("estuarine", "estua- rine"),
    ("estuarine sensor", "estuarine"),
    ("dispersal", "dispresal"),
    ("Tidal memory", "Tidal amnesia"),
    ("lichen sequences", "lichen  sequences"),
    ("*Nature Methods*", "*Nature*"),
    ("Nature Methods", "Nature methods"),
    ("*Nature Reviews Genetics*", "*Naure*"),
    ("*Nature Reviews Genetics*, ", ""),
    ("Journal of Estuarine Sensing", "J. Estuar. Sens."),
    ("*arXiv*", "*NeurIPS (Spotlight)*"),
    (", 2021. ", ", 2016. "),
    (", 2023. ", ", 2019. "),
    ("10.99999/jes.2021.017", "10.99999/nm.2022.4"),
    ("10.99999/nrg.2020.8", "10.99999/nrg.2020.88"),
    ("https://doi.org/10.99999/mel.2022.77", ""),
    ("https://doi.org/", "http://dx.doi.org/"),
    ("abs/2301.09999", "abs/2301.09999v2"),
    ("2301.09999", "2313.09999"),
)
"""Stretches of right entries and what stands there instead, wrong or merely otherwise."""


@st.composite
def entries(draw: st.DrawFn) -> str:
    """One entry with up to three stretches of it written otherwise."""
    line = draw(st.sampled_from((*LINES.values(), *EARLY)))
    fitting = [fault for fault in FAULTS if fault[0] in line]
    for right, written in draw(st.lists(st.sampled_from(fitting), max_size=3)) if fitting else ():
        line = line.replace(right, written, 1)
    return line


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list of up to six such entries, in sections or in none, with either line ending."""
    lines = draw(st.lists(entries(), min_size=1, max_size=6))
    heading = draw(st.sampled_from(("# Papers", "# Papers\n\n## 2022", "Some papers.")))
    text = heading + "\n\n" + "\n".join(lines) + "\n"
    return text.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


down = st.sets(st.sampled_from(("crossref", "arxiv", "pubmed", "doi")), max_size=3).map(tuple)
"""Services that do not answer."""
