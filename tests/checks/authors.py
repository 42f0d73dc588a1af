"""By-lines: others', swapped, incomplete, out of order, misspelt; and what is none of it."""

from pipeline.values.settings import Settings, Style
from pipeline.values.work import Person
from tests.checks.cases import Flagged, Spared, flagged, spared
from tests.shelf import FERNS, LINES, MOSS, POOLS, TIDES, changed, listed, shelf
from tests.world import World, people, preprint, work

TIDES_PEOPLE = "Mara Lindqvist, Tomas Oyelaran, Jun Hasek, Petra Quill"
MOSS_PEOPLE = "Ilse Verhoeven, Kofi Adomako, Rana Sato"
FERNS_PEOPLE = "Nadia Brandao, Peter Quist, Lena Ostrava"

HYENAS = preprint(
    "Long calls: sequence models of hyena laughter", "Ada Storm; Bela Nagy; Cato Lind; Dua Reis",
    "2023-06-27 2023-11-14", "arxiv:2306.77777", comment="NeurIPS 2023",
)  # fmt: skip
HYENAS_PRINTED = work(
    "Long calls: sequence models of hyena laughter", "Ada Storm; Cato Lind; Bela Nagy; Dua Reis",
    "Advances in Neural Information Processing Systems 36", 2023, "doi:10.52202/077777-0001",
    type="paper-conference", preprints=(),
)  # fmt: skip
"""Two genuine orders of authors."""
HYENAS_PEOPLE = "Ada Storm, Bela Nagy, Cato Lind, Dua Reis"
HYENAS_LINE = (
    "- **Long calls: sequence models of hyena laughter.** {}. *Hyena Letters*, 2023. "
    "[[Link]](https://doi.org/10.52202/077777-0001)"
)

OWLS = work(
    "Night shifts: transformers that count owls", "Ada Storm; Bela Nagy; Cato Lind; Dua Reis",
    "Advances in Neural Information Processing Systems 36", 2023, "doi:10.52202/077777-0002",
    type="paper-conference", authors_ordered=False,
)  # fmt: skip
OWLS_EARLY = preprint(
    "Night shifts: transformers that count owls", "Dua Reis; Ada Storm; Cato Lind; Bela Nagy",
    "2023-06-27", "arxiv:2306.77778",
)  # fmt: skip
"""The registry sorts by-lines from A to Z; arXiv has the order of the paper."""
OWLS_LINE = (
    "- **Night shifts: transformers that count owls.** {}. *NeurIPS*, 2023. "
    "[[Link]](https://doi.org/10.52202/077777-0002)"
)
BARE_OWLS = OWLS_LINE.replace(" {}.", "")
OWLS_PEOPLE = "Dua Reis, Ada Storm, Cato Lind, Bela Nagy"

CROWS = work(
    "Crows at the edge of the field", "Ada Almeida; Bela Castell; Cato Lind", "Moss Letters",
    "2018-06", "doi:10.99999/ml.2018.2",
)  # fmt: skip
CROWS_LINE = (
    "- **Crows at the edge of the field.** {}. *Moss Letters*, 2018. "
    "[[Link]](https://doi.org/10.99999/ml.2018.2)"
)

ROOKS = work(
    "Rooks at the edge of the town", "Ada Almeida; Bela Castell; Cato Lind; Dua Reis",
    "Moss Letters", "2018-06", "doi:10.99999/ml.2018.3",
)  # fmt: skip
ROOKS_LINE = (
    CROWS_LINE.replace("Crows", "Rooks").replace("field", "town").replace("2018.2", "2018.3")
)

SIEVES = preprint(
    "Sieves: a toolbox for sorting shells", "Ada Storm; Bela Nagy; Cato Lind; Dua Reis",
    "2012-01-02 2018-06-05", "arxiv:1201.7777",
)  # fmt: skip
"""Revised by one more author years after it was printed where no service looks."""
SIEVES_LINE = (
    "- **Sieves: a toolbox for sorting shells.** Ada Storm, Bela Nagy, Cato Lind. *Toolbox "
    "Letters*, {}. [[Link]](https://arxiv.org/abs/1201.7777)"
)

MOSS_TUTORIAL = work(
    "Deep learning for moss detection", "Cato Lind; Dua Reis; Ines Farrow", "Moss Meetings",
    "2018-06", "doi:10.99999/mm.2018.1", type="paper-conference",
)  # fmt: skip

SHORTEST = work(
    "Irony among shells: a shared task", "R S; A D S; S M Rajend; M T T", "Moss Letters",
    "2018-06", "doi:10.99999/ml.2018.1",
)  # fmt: skip
SHORTEST_LINE = (
    "- **Irony among shells: a shared task.** R. S, A. D. S, S. M. Rajend & M. T T. *Moss "
    "Letters*, 2018. [[Link]](https://doi.org/10.99999/ml.2018.1)"
)

CONSORTIUM = work(
    "A census of rooftop lichens in nineteen towns", "Mara Lindqvist; {Rooftop Consortium}",
    "Annals of Moss Informatics", "2019-04", "doi:10.99999/ami.2019.44",
)  # fmt: skip
NOTTINGHAM = work(
    "Echoes of ferries in harbour sediments", "Zsófia Kovács; Jürgen Müller; María José Ñíguez",
    "Marine Ecology Letters", "2020-04", "doi:10.99999/mel.2020.5",
)  # fmt: skip

TWO_SERVICES = World(
    works={"crossref": (TIDES.but(authors=TIDES.authors[:2]),), "pubmed": (TIDES,)}
)
"""Crossref's record has lost two names."""

ACCENTLESS = World(
    works={"crossref": (MOSS.but(authors=people("Ilse Verhoeven; Kofi Adomaako; Rana Sato")),)}
)
DOUBLED = World(
    works={"crossref": (MOSS.but(authors=people("Ilse Verhoeven; Kofi Adomako; Kofi Adomako")),)}
)

EDITED = World(works={"crossref": (MOSS.but(authors=people(
    "Ilse Verhoeven; Kofi Adomako; Rana Sato; Olga Strand")),)})  # fmt: skip
"""One registry alone counts whoever edited the issue among the authors."""
SHORT_PEOPLE = "Mara Lindqvist, T. Oyelaran, Jun Hasek, Petra Quill"
SHORTENED = World(works={"crossref": (TIDES.but(authors=people(
    "Mara Lindqvist; T. Oyelaran; Jun Hasek; Petra Quill")),)})  # fmt: skip
CUT = World(works={"crossref": (TIDES.but(authors=TIDES.authors[:2]),)})
"""The only record stops after two of four."""
PIECES = World(works={"crossref": (TIDES.but(authors=(
    *TIDES.authors[:2], Person(family="Jh"), TIDES.authors[3])),)})  # fmt: skip
"""A conversion left a piece of the third name."""
TURNED = World(works={"crossref": (TIDES.but(authors=people(
    "M. Lindqvist; T. Oyelaran; H. Jun; Q. Petra")),)})  # fmt: skip
"""Given names filed as family names from the third author on."""

MOSS_BIB = (
    "@article{{moss,\n  title = {{Graph lanterns: a language model for moss genomes}},\n"
    "  author = {{Verhoeven, Ilse and Adomako, Kofi and {}}},\n  journal = {{Nature Methods}},\n"
    "  year = {{2022}},\n  doi = {{10.99999/nm.2022.4}}\n}}\n"
)

NEWTS_PEOPLE = "Orla Penhallow, Tib Sander, Vik Anand, Tora Lund"
NEWTS = preprint(
    "Newts on night roads count their own losses", NEWTS_PEOPLE.replace(", ", "; "), "2022-03-01",
    "arxiv:2203.55556",
)  # fmt: skip
NEWTS_LINE = (
    "- **Newts on night roads count their own losses.** {}. *arXiv*, 2022. "
    "[[Link]](https://arxiv.org/abs/2203.55556)"
)
"""On arXiv in one version, as far as anybody says."""
UNPARTED = """@article{{one,
  title = {{Tidal memory in estuarine sensor networks}},
  author = {{Mara Lindqvist and Tomas Oyelaran and Jun Hasek and {}}},
  journal = {{Journal of Estuarine Sensing}},
  year = {{2021}},
  doi = {{10.99999/jes.2021.017}}
}}
"""
WHOLE_NAMES = Settings(style=Style(authors="full"))

TURNED_FIRST = TIDES.but(authors=(
    Person(given="Mara D.", family="Lindqvist"), Person(given="T.", family="Oyelaran"),
    Person(given="J.", family="Hasek"), Person(given="P.", family="Quill"),
    Person(given="M. F.", family="Moller"), Person(given="D. C.", family="Strand"),
    Person(given="Fabian J.", family="Theys"),
))  # fmt: skip
TURNED_LINE = listed(
    "- {} “Tidal memory in estuarine sensor networks.” *Journal of Estuarine Sensing*, 2021. "
    "https://doi.org/10.99999/jes.2021.017"
)
"""The first name turned round, its initials written as a word; the others as they are."""

CUT_SHORT = (
    changed("moss", MOSS_PEOPLE, "Ilse Verhoeven et al."),
    changed("ferns", FERNS_PEOPLE, "Nadia Brandao et al."),
)
"""Entries that name one author and say that there are more."""

BRACED = UNPARTED.replace("Mara Lindqvist and Tomas Oyelaran and Jun Hasek and {}", "{}")
"""Its by-line is what is said to stand there."""
GROUPED_LINE = (
    "- The Gull Consortium. [Tidal memory in estuarine sensor networks]"
    "(https://doi.org/10.99999/jes.2021.017). Journal of Estuarine Sensing, 2021.\n"
)

AUTHORS_FLAGGED: tuple[Flagged, ...] = (
    Flagged("authors-differ", "one name without braces of its own is a person's",
            (BRACED.format("Nora Penhallow"),), ending="bib", before="{Nora Penhallow}",
            after="{" + TIDES_PEOPLE.replace(", ", " and ") + "}",
            proposed=TIDES_PEOPLE.replace(", ", " and ")),
    Flagged("authors-incomplete", "beside a group, which may stand for them: for review",
            (BRACED.format("Mara Lindqvist and {Gull Consortium}"),), ending="bib",
            world=World(works={"crossref": (TIDES.but(
                authors=(*TIDES.authors, Person(literal="Gull Consortium"))),)}),
            fix="review", before="Lindqvist and {Gull Consortium}",
            after="Lindqvist and Tomas Oyelaran and Jun Hasek and Petra Quill and "
            "{Gull Consortium}",
            proposed="Mara Lindqvist and Tomas Oyelaran and Jun Hasek and Petra Quill and "
            "Gull Consortium"),
    flagged("authors-differ", "right family names under invented given names",
            "tides", "Maria Lindqvist, Otto Oyelaran, Ruth Hasek, Emil Quill", TIDES_PEOPLE),
    flagged("authors-differ", "people of no entry of the list",
            "moss", "Ada Fennimore, Bruno Castle, Cyd Marlow", MOSS_PEOPLE, with_=("tides",)),
    flagged("authors-swapped", "the authors of a neighbour, who is named",
            "moss", FERNS_PEOPLE, MOSS_PEOPLE, with_=("tides", "ferns"), other="list.md#L5",
            says="“Spore dispersal over fragmented fern habitats” (line 5)"),
    flagged("authors-incomplete", "the last name missing, and no et al.",
            "tides", "Mara Lindqvist, Tomas Oyelaran, Jun Hasek", TIDES_PEOPLE,
            says="Petra Quill"),
    flagged("authors-incomplete", "a name in the middle missing",
            "tides", "Mara Lindqvist, Jun Hasek, Petra Quill", TIDES_PEOPLE,
            says="Tomas Oyelaran"),
    flagged("authors-incomplete", "one more at the end of the only record: for review",
            "moss", MOSS_PEOPLE, MOSS_PEOPLE, world=EDITED, fix="review",
            proposed=MOSS_PEOPLE + ", Olga Strand", after=MOSS_PEOPLE + ", Olga Strand"),
    flagged("authors-incomplete", "somebody of initials beside whole names: for review",
            "tides", "Mara Lindqvist, Jun Hasek, Petra Quill", TIDES_PEOPLE, world=SHORTENED,
            fix="review", proposed=SHORT_PEOPLE, after=SHORT_PEOPLE),
    flagged("authors-incomplete", "somebody of initials beside others",
            "tides", "M. Lindqvist, J. Hasek, P. Quill", TIDES_PEOPLE, world=SHORTENED,
            proposed="M. Lindqvist, T. Oyelaran, J. Hasek, P. Quill",
            after="M. Lindqvist, T. Oyelaran, J. Hasek, P. Quill"),
    flagged("authors-incomplete", "cut without et al., where the others have it",
            "tides", "Mara Lindqvist", TIDES_PEOPLE, with_=CUT_SHORT, besides=(),
            proposed="Mara Lindqvist et al.", after="Mara Lindqvist et al."),
    flagged("authors-incomplete", "more names than the others show before et al.",
            "tides", "Mara Lindqvist, Tomas Oyelaran", TIDES_PEOPLE, with_=CUT_SHORT),
    flagged("author-misspelt", "initials apart behind the family name", "tides",
            "Lindqvistt M A, Oyelaran T, Hasek J, Quill P", TIDES_PEOPLE,
            proposed="Lindqvist M A, Oyelaran T, Hasek J, Quill P",
            after="Lindqvist M A, Oyelaran T, Hasek J, Quill P"),
    flagged("authors-extra", "one more than the only record has, at the end: for review",
            "moss", MOSS_PEOPLE + ", Olga Strand", MOSS_PEOPLE, fix="review",
            world=World(works={"crossref": (MOSS,)})),
    flagged("authors-extra", "one more than the only record has, in the middle",
            "moss", "Ilse Verhoeven, Olga Strand, Kofi Adomako, Rana Sato", MOSS_PEOPLE,
            world=World(works={"crossref": (MOSS,)}), fix="review"),
    *(
        Flagged(code, f"by a preprint of one version alone, for review: {written}",
                (listed(NEWTS_LINE.format(written)),), world=World(works={"arxiv": (NEWTS,)}),
                severity=severity, fix="review", before=written, proposed=NEWTS_PEOPLE,
                after=NEWTS_PEOPLE)
        for code, severity, written in (
            ("author-misspelt", "", "Orla Penhallow, Tib Sandner, Vik Anand, Tora Lund"),
            ("authors-incomplete", "", "Orla Penhallow, Vik Anand, Tora Lund"),
            ("authors-order", "", "Orla Penhallow, Tora Lund, Vik Anand, Tib Sander"),
            ("authors-extra", "warning",
             "Orla Penhallow, Tib Sander, Ada Storm, Vik Anand, Tora Lund"),
            ("authors-extra", "notice", "Orla Penhallow, Tib Sander, Tora Lund, Ada Storm"),
        )
    ),
    *(
        Flagged(code, f"{who} before what was printed, whose record names nobody: a notice",
                (listed(HYENAS_LINE.format(written)),),
                world=shelf(HYENAS, HYENAS_PRINTED.but(
                    authors=(), container_title="Hyena Letters", type="article-journal",
                    preprints=HYENAS.identifiers)),
                severity="notice", fix="review", before=written, proposed=HYENAS_PEOPLE,
                after=HYENAS_PEOPLE)
        for code, who, written in (
            ("authors-extra", "one who joined", HYENAS_PEOPLE.replace("Dua", "Olga Strand, Dua")),
            ("authors-incomplete", "one who left", HYENAS_PEOPLE.replace("Bela Nagy, ", "")),
        )
    ),
    Flagged("author-misspelt", "by a record that does not part its names: no braces",
            (UNPARTED.format("Petra Quil"),), ending="bib",
            world=World(works={"crossref": (TIDES.but(authors=tuple(
                Person(literal=f"{p.given} {p.family}") for p in TIDES.authors)),)}),
            proposed=TIDES_PEOPLE.replace(", ", " and "), before="and Petra Quil}",
            after="and Petra Quill}"),
    Flagged("authors-extra", "the same where what is linked is registered nowhere",
            (listed(changed("tides", "Petra Quill", "Petra Quill, Rana Sato").replace(
                "10.99999/jes.2021.017", "10.88888/nowhere.1")),),
            world=World(works={"crossref": (TIDES,)}), besides=("link-dead",), fix="review",
            before="Petra Quill, Rana Sato", proposed=TIDES_PEOPLE, after="Petra Quill"),
    flagged("authors-extra", "somebody who did not write it",
            "tides", TIDES_PEOPLE + ", Olga Strand", TIDES_PEOPLE, says="Olga Strand"),
    flagged("authors-order", "the first two changed places",
            "tides", "Tomas Oyelaran, Mara Lindqvist, Jun Hasek, Petra Quill", TIDES_PEOPLE),
    Flagged("authors-extra", "somebody who did not write it, behind initials written as a word",
            (TURNED_LINE.format("Lindqvist, Md, T Oyelaran, O Strange, J Hasek, P Quill, Mf "
                                "Moller, et al."),),
            world=World(works={"crossref": (TURNED_FIRST,)}), says="O Strange", fix="review",
            before="Lindqvist, Md, T Oyelaran, O Strange, J Hasek, P Quill, Mf Moller",
            after="MD Lindqvist, T Oyelaran, J Hasek, P Quill, Mf Moller, DC Strand",
            proposed="MD Lindqvist, T Oyelaran, J Hasek, P Quill, Mf Moller, DC Strand, et al."),
    Flagged("authors-order", "an order that two voices tell, an alphabet though it is",
            (listed(CROWS_LINE.format("Cato Lind, Ada Almeida, Bela Castell")),),
            world=World(works={"crossref": (CROWS,), "pubmed": (CROWS,)}),
            proposed="Ada Almeida, Bela Castell, Cato Lind",
            before="Cato Lind, Ada Almeida, Bela Castell",
            after="Ada Almeida, Bela Castell, Cato Lind"),
    Flagged("authors-missing", "filled in the order of the preprint, not of a sorted record",
            (listed(BARE_OWLS, "moss", "ferns"),), world=shelf(OWLS, OWLS_EARLY),
            severity="notice", fix="review", proposed=OWLS_PEOPLE, before="owls.** *NeurIPS*",
            after=f"owls.** {OWLS_PEOPLE}. *NeurIPS*"),
    Flagged("authors-incomplete", "somebody missing by one alphabet of four: for a person to see",
            (listed(ROOKS_LINE.format("Ada Almeida, Bela Castell, Cato Lind")),),
            world=World(works={"crossref": (ROOKS,)}), fix="review",
            proposed="Ada Almeida, Bela Castell, Cato Lind, Dua Reis",
            before="Cato Lind.", after="Cato Lind, Dua Reis."),
    Flagged("authors-incomplete", "the same where two voices tell it",
            (listed(ROOKS_LINE.format("Ada Almeida, Bela Castell, Cato Lind")),),
            world=World(works={"crossref": (ROOKS,), "pubmed": (ROOKS,)}),
            proposed="Ada Almeida, Bela Castell, Cato Lind, Dua Reis",
            before="Cato Lind.", after="Cato Lind, Dua Reis."),
    Flagged("authors-incomplete", "somebody missing by a sorted record: named, not written",
            (listed(OWLS_LINE.format("Dua Reis, Ada Storm, Cato Lind")),), world=shelf(OWLS),
            fix="none", says="Missing: Bela Nagy."),
    Flagged("authors-differ", "others than in a sorted record: named, not written",
            (listed(OWLS_LINE.format("Ilse Verhoeven, Kofi Adomako")),), world=shelf(OWLS),
            fix="none", says="The authors are "),
    flagged("author-misspelt", "two letters changed places",
            "tides", "Lindqivst", "Lindqvist", proposed=TIDES_PEOPLE),
    *(
        flagged("author-misspelt", f"another vowel, told by {how}", "moss", "Rehawi", "Sato",
                world=World(works=dict.fromkeys(sources, (MOSS.but(authors=(
                    *MOSS.authors[:2], Person(family="Rihawi", given="Rana"))),))),
                proposed=MOSS_PEOPLE.replace("Sato", "Rihawi"), after="Rihawi", severity=severity)
        for how, sources, severity in (
            ("one record: a notice", ("crossref",), "notice"),
            ("two services", ("crossref", "pubmed"), ""),
        )
    ),
    flagged("author-misspelt", "an affiliation digit glued to the name",
            "tides", "Lindqvist1", "Lindqvist", proposed=TIDES_PEOPLE),
    flagged("author-misspelt", "an affiliation digit glued to a misspelt name",
            "tides", "Lindqivst1", "Lindqvist", proposed=TIDES_PEOPLE),
    flagged("author-misspelt", "both parts of a name misspelt: it is mended wholly",
            "tides", "Tmas Oyelran", "Tomas Oyelaran", proposed=TIDES_PEOPLE),
    flagged("author-misspelt", "a short given name stays beside a mended family name",
            "tides", "Tom Oyelran", "Tomas Oyelaran", after="Tom Oyelaran",
            proposed=TIDES_PEOPLE.replace("Tomas", "Tom")),
    flagged("authors-missing", "none, in a list that gives authors",
            "tides", "networks.** *Journal", f"networks.** {TIDES_PEOPLE}. *Journal",
            severity="notice", fix="review", proposed=TIDES_PEOPLE, with_=("moss", "ferns")),
    flagged("authors-style", "initials where the list wants whole names",
            "moss", "Verhoeven I, Adomako K, Sato R", MOSS_PEOPLE, with_=("tides", "ferns"),
            settings=WHOLE_NAMES),
)  # fmt: skip

AUTHORS_SPARED: tuple[Spared, ...] = (
    Spared("authors-differ", "one name in braces of its own is a group's",
           (BRACED.format("{TideNet}"),), ending="bib"),
    Spared("authors-missing", "a group that was not read as the by-line",
           (listed("moss", "ferns", "pools") + GROUPED_LINE,)),
    Spared("authors-missing", "a group alone signs the record",
           (listed("moss", "ferns", "pools") + GROUPED_LINE.replace("The Gull Consortium. ", ""),),
           world=World(works={"crossref": (
               TIDES.but(authors=(Person(literal="Gull Consortium"),)), MOSS, FERNS, POOLS)})),
    Spared("authors-extra", "the printing that is linked is one that no service shows",
           (listed(changed("tides", "Petra Quill", "Petra Quill, Rana Sato").replace(
               "10.99999/jes.2021.017", "10.88888/elsewhere.1")),),
           world=World(works={"crossref": (TIDES,)}, agencies={"10.88888/elsewhere.1": "mEDRA"})),
    Spared("authors-extra", "given names cut to initials, or short for the whole",
           (listed(changed("moss", MOSS_PEOPLE, "I. Verhoeven, K. Adomako, R. Sato")),)),
    spared("authors-differ", "two family names, and no given one", "moss", MOSS_PEOPLE,
           "Verhoeven, Adomako, et al."),
    spared("authors-extra", "a name cut short", "moss", "Rana Sato", "Rana"),
    *(
        Spared("authors-extra", f"the record's name without its end, {how}",
               (listed(changed("moss", MOSS_PEOPLE, f"I. Verhoeven, K. Adomako, R. {written}")),),
               world=World(works={"crossref": (MOSS.but(authors=(
                   *MOSS.authors[:2], Person(family=family, given="R."))),)}))
        for how, written, family in (("a letter", "Chen", "Che"), ("two", "Santos", "Sant"))
    ),
    Spared("authors-extra", "given names parted from their family by a comma, and a group",
           (listed(changed("moss", MOSS_PEOPLE, "Ilse Verhoeven, Tsz Lun, Ernest Adomako, Rana "
                           "Sato, UKIRDC")),),
           world=World(works={"crossref": (MOSS.but(authors=(
               MOSS.authors[0], Person(family="Adomako", given="T.L.E."), MOSS.authors[2])),)})),
    Spared("authors-incomplete", "the first author alone, in a list of such",
           (listed(*(changed(name, people, people.partition(",")[0]) for name, people in (
               ("tides", TIDES_PEOPLE), ("moss", MOSS_PEOPLE),
               ("ferns", "Nadia Brandao, Peter Quist, Lena Ostrava"),
               ("lichen", "Yusuf Demir, Clara Whitlock, Ines Farrow")))),)),
    Spared("authors-missing", "an address alone under a heading that bears the title",
           (("# Papers\n\n### Tidal memory : in estuarine sensor networks\n\n"
             "**URL**: https://doi.org/10.99999/jes.2021.017\n\n"
             "**Abstract**: Tides are remembered by networks of sensors in estuaries.\n"),)),
    spared("authors-extra", "half of a double name, misspelt", "tides", "Petra Quill",
           "P. Quilll-Overstone"),
    spared("authors-differ", "one name that is a place or a firm", "moss", MOSS_PEOPLE,
           "Simon Fraser"),
    Spared("authors-extra", "a venue that nobody knows, read as the last author",
           (listed(changed("moss", ". *Nature Methods*, 2022", ", Moss Jounral A, 2022"), "tides",
                   "pools"),)),
    Spared("authors-extra", "another talk of the same title, where others spoke",
           (("# Papers\n\n- **Graph lanterns: a language model for moss genomes.** Ilse Verhoeven, "
             "Kofi Adomako, Olga Strand. *Genome Biology*, 2022.\n"),)),
    spared("authors-differ", "given and family names in one word", "tides", TIDES_PEOPLE,
           "MaraLindqvist, TomasOyelaran, JunHasek, PetraQuill"),
    Spared("authors-incomplete", "somebody who joined after a version that nobody shows",
           (listed(SIEVES_LINE.format(2012)), listed(SIEVES_LINE.format(2018))),
           world=shelf(SIEVES), besides=("duplicate", "venue-unverified", "venue-unverified")),
    Spared("authors-incomplete", "somebody who joined before a preprint's last version",
           (listed(changed("lichen", "Yusuf Demir, Clara Whitlock, Ines Farrow",
                           "Yusuf Demir, Ines Farrow")),)),
    Spared("authors-order", "a conference's order, as one service alone tells it",
           (listed(changed("tides", TIDES_PEOPLE,
                           "Tomas Oyelaran, Mara Lindqvist, Jun Hasek, Petra Quill")),),
           world=World(works={"crossref": (TIDES.but(type="paper-conference"),)})),
    Spared("authors-differ", "family names alone, two of them read as one person",
           (listed(changed("moss", MOSS_PEOPLE, "Verhoeven, Adomako, et al.")),)),
    Spared("authors-differ", "the same title at another place: another paper",
           (listed("- **Deep learning for moss detection.** Ada Storm, Bela Nagy. *Moss Meetings*, "
                   "2019."),), world=shelf(MOSS_TUTORIAL)),
    Spared("authors-extra", "a compound family name misspelt, of which the record has one part",
           (listed(changed("moss", "Ilse Verhoeven", "I. Dahl-Verhoeevn")),)),
    Spared("authors-extra", "one person under two given names",
           (listed(changed("moss", "Kofi Adomako", "Emeka Adomako")),)),
    Spared("author-misspelt", "a record without accents is no better than the entry",
           (listed(changed("moss", "Kofi Adomako", "Köfi Adomäko")),),
           world=ACCENTLESS),
    Spared("authors-extra", "a record that has somebody twice, and the entry another in his place",
           (listed(changed("moss", "Rana Sato", "Olga Strand")),),
           world=DOUBLED),
    spared("author-misspelt", "marks of equal contribution",
           "moss", MOSS_PEOPLE, "Ilse Verhoeven*, Kofi Adomako*, Rana Sato†"),
    Spared("authors-differ", "names of initials alone, with an ampersand",
           (listed(SHORTEST_LINE),), world=shelf(SHORTEST)),
    spared("authors-differ", "a true beginning before et al.",
           "tides", TIDES_PEOPLE, "Mara Lindqvist et al"),
    spared("authors-differ", "family names first, initials after",
           "tides", TIDES_PEOPLE, "Lindqvist M, Oyelaran T, Hasek J, Quill P"),
    Spared("authors-differ", "accents and umlauts lost",
           (listed("- **Echoes of ferries in harbour sediments.** Zsofia Kovacs, Jurgen Muller, "
                   "Maria Jose Niguez. *Marine Ecology Letters*, 2020. "
                   "[[Link]](https://doi.org/10.99999/mel.2020.5)"),), world=shelf(NOTTINGHAM)),
    Spared("authors-swapped", "two works of the same people",
           (listed("tides", "- **Preserving estuarine memories in salt.** Mara Lindqvist, Tomas "
                   "Oyelaran, Jun Hasek, Petra Quill. *Marine Ecology Letters*, 2019. "
                   "[[Link]](https://doi.org/10.99999/mel.2019.3)"),),
           world=shelf(TIDES.but(
               title="Preserving estuarine memories in salt",
               container_title="Marine Ecology Letters", container_titles=(),
               identifiers=work("x", "A B", "y", 2019, "doi:10.99999/mel.2019.3").identifiers,
               issued={"year": 2019}, dates=(), volume="1", page="3"))),
    Spared("authors-order", "a preprint's order, where nobody tells who signed what is in print",
           (listed("- **Long calls: sequence models of hyena laughter.** Ada Storm, Cato Lind, "
                   "Bela Nagy, Dua Reis. *Hyena Letters*, 2023. "
                   "[[Link]](https://doi.org/10.52202/077777-0001)"),),
           world=shelf(HYENAS, HYENAS_PRINTED.but(
               authors=(), container_title="Hyena Letters", type="article-journal",
               preprints=HYENAS.identifiers))),
    spared("authors-incomplete", "two names and et al.",
           "tides", TIDES_PEOPLE, "Mara Lindqvist, Tomas Oyelaran, et al"),
    Spared("authors-incomplete", "the record has lost names, not the entry; the second voice has "
           "them", (listed("tides"),), besides=("sources-disagree",), world=TWO_SERVICES),
    Spared("authors-extra", "the record has lost names, not the entry",
           (listed("tides"),), besides=("sources-disagree",), world=TWO_SERVICES),
    Spared("authors-extra", "the only record stops before the last two", (listed("tides"),),
           world=CUT),
    Spared("authors-extra", "a record with a piece of a name", (listed("tides"),), world=PIECES),
    Spared("authors-extra", "a group that the record does not name, parted like a person",
           (MOSS_BIB.format("Sato, Rana and Comparison of Lanterns in Moss, shade"),),
           ending="bib"),
    Spared("authors-extra", "a group in capitals, parted like a person",
           (MOSS_BIB.format("Sato, Rana and LANTERN II, I.and"),), ending="bib"),
    Spared("authors-extra", "the same without the group", (MOSS_BIB.format("Sato, Rana"),),
           ending="bib"),
    Spared("authors-differ", "given and family names turned round in the record",
           (listed(changed("tides", TIDES_PEOPLE,
                           "M. Lindqvist, T. Oyelaran, J. Hasek, P. Quill")),), world=TURNED),
    Spared("authors-extra", "the record says itself that its list is cut", (listed("tides"),),
           world=World(works={"crossref": (
               TIDES.but(authors=TIDES.authors[:2], authors_complete=False),)})),
    Spared("authors-extra", "a consortium among the authors",
           (listed("- **A census of rooftop lichens in nineteen towns.** Mara Lindqvist, Rooftop "
                   "Consortium. *Annals of Moss Informatics*, 2019. "
                   "[[Link]](https://doi.org/10.99999/ami.2019.44)"),), world=shelf(CONSORTIUM)),
    Spared("authors-extra", "two people whom the record runs together",
           (listed(changed("moss", MOSS_PEOPLE, "Verhoeven I, Adomako K,Sato R")),),
           world=World(works={"crossref": (MOSS.but(authors=(
               MOSS.authors[0], MOSS.authors[1].but(family="Adomako K,Sato", given="R"))),)})),
    Spared("authors-extra", "a first name turned round, its initials written as a word",
           (TURNED_LINE.format("Lindqvist, Md, T Oyelaran, J Hasek, P Quill, Mf Moller, Dc "
                               "Strand, et al."),),
           world=World(works={"crossref": (TURNED_FIRST,)})),
    Spared("authors-order", "another order than one alphabetical record has",
           (listed(CROWS_LINE.format("Cato Lind, Ada Almeida, Bela Castell")),),
           world=World(works={"crossref": (CROWS,)})),
    Spared("authors-order", "the order of the paper, of which the registry has the alphabet",
           (listed(OWLS_LINE.format(OWLS_PEOPLE)),), world=shelf(OWLS)),
    Spared("authors-order", "the same, and arXiv tells the order",
           (listed(OWLS_LINE.format(OWLS_PEOPLE)),), world=shelf(OWLS, OWLS_EARLY)),
    Spared("authors-missing", "nobody tells the order of the names",
           (listed(BARE_OWLS, "moss", "ferns"),), world=shelf(OWLS)),
    Spared("authors-order", "the order of the preprint, linked",
           (listed("- **Long calls: sequence models of hyena laughter.** Ada Storm, Bela Nagy, "
                   "Cato Lind, Dua Reis. *NeurIPS*, 2023. "
                   "[[Link]](https://arxiv.org/abs/2306.77777)"),),
           world=shelf(HYENAS, HYENAS_PRINTED)),
    Spared("authors-order", "the order of the proceedings",
           (listed("- **Long calls: sequence models of hyena laughter.** Ada Storm, Cato Lind, "
                   "Bela Nagy, Dua Reis. *NeurIPS*, 2023. "
                   "[[Link]](https://doi.org/10.52202/077777-0001)"),),
           world=shelf(HYENAS, HYENAS_PRINTED)),
    spared("author-misspelt", "a middle name dropped, initials with stops",
           "moss", MOSS_PEOPLE, "I. Verhoeven, K. Adomako and R. Sato"),
    Spared("author-misspelt", "given and family name changed places in one record",
           (listed("moss"),),
           world=World(works={
               "crossref": (MOSS.but(authors=tuple(
                   person.but(family=person.given, given=person.family)
                   for person in MOSS.authors)),), "pubmed": (MOSS,)})),
    Spared("authors-missing", "a list that never gives authors",
           (listed(*(LINES[name].replace(names + ". ", "") for name, names in (
               ("tides", TIDES_PEOPLE), ("moss", MOSS_PEOPLE), ("ferns", FERNS_PEOPLE)))),)),
    Spared("authors-style", "initials in a list that keeps its style",
           (listed(changed("moss", MOSS_PEOPLE, "Verhoeven I, Adomako K, Sato R"),
                   "tides", "ferns"),)),
    Spared("authors-style", "whole names where the list wants them", (listed("moss", "tides"),),
           settings=WHOLE_NAMES),
    Spared("authors-style", "no service knows more than initials",
           (listed(changed("moss", MOSS_PEOPLE, "Verhoeven I, Adomako K, Sato R")),),
           settings=WHOLE_NAMES, world=World(works={"crossref": (MOSS.but(authors=tuple(
               person.but(given=person.given[0]) for person in MOSS.authors)),)})),
)  # fmt: skip
