"""By-lines in every manner: who is named, and where the names end."""

# ruff: noqa: E501  a case is a row of a table, however long its line is

import pytest

from pipeline.reading.bylines import read_names
from pipeline.reading.personal_names import split_name

READ = [
    pytest.param("Rice P, Longden I, Bleasby A. EMBOSS: The European suite", ["Rice P", "Longden I", "Bleasby A"], False, id="a title's first word like a name"),
    pytest.param("Jaejong PARK, Tam H. NGUYEN, Jami J. SHAH & Alok SUTRADHAR", ["Jaejong PARK", "Tam H. NGUYEN", "Jami J. SHAH", "Alok SUTRADHAR"], False, id="a middle initial behind a short family in capitals"),
    pytest.param("Jun LI, Michael J. Black, Yin ZHOU. *T*", ["Jun LI", "Michael J. Black", "Yin ZHOU"], False, id="a middle initial, families as they come"),
    pytest.param("Mustafa Agul, Alexander E. Labovsky: Slow maps", ["Mustafa Agul", "Alexander E. Labovsky"], False, id="a middle initial before a colon"),
    pytest.param("Luis Costa e Silva Pereira, Ana Roca", ["Luis Costa e Silva Pereira", "Ana Roca"], False, id="e within a family name"),
    pytest.param("Bee A • Marsh O • Reed CB et al. *T*", ["Bee A", "Marsh O", "Reed CB"], True, id="bullets between"),
    pytest.param("Ana Roca · Nature Methods · 2019", ["Ana Roca"], False, id="bullets between fields"),
    pytest.param("Dumm, Oliver; Pausch, Jonas; and Thiel, Holger.", ["Dumm, Oliver", "Pausch, Jonas", "Thiel, Holger"], False, id="semicolons, and"),
    pytest.param('Van Stroud, Samuel, et al. "T"', ["Van Stroud, Samuel"], True, id="a particle before the first family"),
    pytest.param("X. HUANG, Z.-R. LAI, L. WEI. *T*", ["X. HUANG", "Z.-R. LAI", "L. WEI"], False, id="initials before short families in capitals"),
    pytest.param("M. EL-HAJ, S. PIAO. *T*", ["M. EL-HAJ", "S. PIAO"], False, id="a compound family in capitals"),
    pytest.param("Javier Marín, David Vázquez, + 3 more, ICCV 2013", ["Javier Marín", "David Vázquez"], True, id="+ 3 more"),
    pytest.param("Javier Marín, David Vázquez (and 3 others). *T*", ["Javier Marín", "David Vázquez"], True, id="(and 3 others)"),
    pytest.param("Javier Marín and 3 other authors", ["Javier Marín"], True, id="and 3 other authors"),
    pytest.param("Marín, J. et coll. *T*", ["Marín, J."], True, id="et coll."),
    pytest.param("Christopher R. Brigham u. a.", ["Christopher R. Brigham"], True, id="u. a."),
    pytest.param("Ana Roca, Bo Li [...] 2013", ["Ana Roca", "Bo Li"], True, id="dots in brackets"),
    pytest.param("Ana Roca, Bo Li and Thomas More. *T*", ["Ana Roca", "Bo Li", "Thomas More"], False, id="a family called More"),
    pytest.param("MIELE, V., PICARD, F., KAHN, D. and DURET, L. *T*", ["MIELE, V.", "PICARD, F.", "KAHN, D.", "DURET, L."], False, id="a family name of four capitals"),
    pytest.param("NGUYEN, LIOU, and TERRY. *T*", ["NGUYEN", "LIOU", "TERRY"], False, id="families alone in capitals"),
    pytest.param("DD QIU, X MA, JG YAN. *T*", ["DD QIU", "X MA", "JG YAN"], False, id="initials and families in capitals"),
    pytest.param("GUO, R. & HU, Z. P. Slow maps", ["GUO, R.", "HU, Z. P."], False, id="the second initial before a title"),
    pytest.param("Bee, M. S. aureus in mice", ["Bee, M."], False, id="no initial before a small word"),
    pytest.param("Lucas WT, and Topi H. In J. Assoc. Inf. Sci.", ["Lucas WT", "Topi H"], False, id="the last point ends the by-line"),
    pytest.param("V Miele, D Kahn et L Duret, 2008", ["V Miele", "D Kahn", "L Duret"], False, id="et"),
    pytest.param("V Miele, D Kahn et al, 2008", ["V Miele", "D Kahn"], True, id="et al. is no et"),
    pytest.param("Natale M e Serra-Mestres J. *T*", ["Natale M", "Serra-Mestres J"], False, id="e between two of two words"),
    pytest.param("Santiago Ramón y Cajal, Ana Roca. *T*", ["Santiago Ramón y Cajal", "Ana Roca"], False, id="y within a family name"),
    pytest.param("Mao, Qianjun、Liu, Ning、Peng, Li。", ["Mao, Qianjun", "Liu, Ning", "Peng, Li"], False, id="another comma between people"),
    pytest.param("JL Irish, CM Ferreira, BL Edge: Slow maps", ["JL Irish", "CM Ferreira", "BL Edge"], False, id="the last one before a colon"),
    pytest.param("JL Irish, CM Ferreira, Mask Scoring: Slow maps", ["JL Irish", "CM Ferreira"], False, id="a title's first words before a colon"),
    pytest.param("Ana B. Roca, Bo Li & Chi Ma", ["Ana B. Roca", "Bo Li", "Chi Ma"], False, id="ampersand"),
    pytest.param("Ana Roca, Bo Li, and Chi Ma. 2006.", ["Ana Roca", "Bo Li", "Chi Ma"], False, id="Oxford comma"),
    pytest.param("Shang L, Zhou X.", ["Shang L", "Zhou X"], False, id="Vancouver, sentence ends"),
    pytest.param("George A, Kumar M A and K P S, *T*", ["George A", "Kumar M A", "K P S"], False, id="Vancouver, a family name that is initials"),
    pytest.param("Jo Hoff, D. d. L. Casas, G. v. d. Driess", ["Jo Hoff", "D. d. L. Casas", "G. v. d. Driess"], False, id="initials of particles"),
    pytest.param("S. B. Scyphers, S. P. Powers & K. L., Jr. Heck. *T*", ["S. B. Scyphers", "S. P. Powers", "K. L., Jr. Heck"], False, id="a suffix before the family name"),
    pytest.param("Ed Wu, Jr. Heck, Bo Li", ["Ed Wu", "Jr. Heck", "Bo Li"], False, id="a suffix behind a whole name goes on with nobody"),
    pytest.param("W. Yu, C. Zhang, ACM Trsns. Web 2019", ["W. Yu", "C. Zhang"], False, id="a misspelt venue of a publisher"),
    pytest.param("L. Sterck, Y. Van de peer, S. Le scouarnec. *T*", ["L. Sterck", "Y. Van de peer", "S. Le scouarnec"], False, id="small family names behind particles"),
    pytest.param("A. Roca, de novo maps of mice", ["A. Roca"], False, id="a phrase with a particle is no name"),
    pytest.param("F.M. van't Hooft, R.H. ffrench-Constant & M. delaBastide. *T*", ["F.M. van't Hooft", "R.H. ffrench-Constant", "M. delaBastide"], False, id="van't, ffrench, dela"),
    pytest.param("Christian Benoı̂t, Bo Li. *T*", ["Christian Benoı̂t", "Bo Li"], False, id="a combining accent"),
    pytest.param("Ring D, Johnston 2nd CE, Wenger DR. *T*", ["Ring D", "Johnston 2nd CE", "Wenger DR"], False, id="Vancouver, a suffix"),
    pytest.param("R. Lahes, T. Aitto, IEEE/ACM Transactions on Maps", ["R. Lahes", "T. Aitto"], False, id="two publishers are nobody"),
    pytest.param("YU Q, HUO HW. *T*", ["YU Q", "HUO HW"], False, id="Vancouver in capitals"),
    pytest.param("Bo Li, Martin de los Rios and Rosa Seoane - T", ["Bo Li", "Martin de los Rios", "Rosa Seoane"], False, id="de los"),
    pytest.param("R. Linding, A. Via, N. del-Toro. *T*", ["R. Linding", "A. Via", "N. del-Toro"], False, id="a family like a word of titles"),
    pytest.param("R. Linding, Learning via maps", ["R. Linding"], False, id="words of a title"),
    pytest.param("Zhang, Y., Blanchette, M. Reference of all.", ["Zhang, Y.", "Blanchette, M."], False, id="family, initials"),
    pytest.param("Hoff, Ana / Koch, Ulrike, Zur Frage der Karten", ["Hoff, Ana", "Koch, Ulrike"], False, id="slashes between people"),
    pytest.param("Ana Bee / Bo Marsh / Cy Reed, Slow maps", ["Ana Bee", "Bo Marsh", "Cy Reed"], False, id="slashes, given names first"),
    pytest.param("Hoff, Ana; Koch, Ulrike, Moss und Karten der Welt", ["Hoff, Ana", "Koch, Ulrike"], False, id="semicolons, and a title behind a comma"),
    pytest.param("Toldo, R.; Gherardi, R., Farenzena, M. and Fusiello, A.. CVIU 2015", ["Toldo, R.", "Gherardi, R.", "Farenzena, M.", "Fusiello, A."], False, id="semicolons among commas"),
    pytest.param("CHEVALIER, Michel, ROUSSEAU, Sophie et MARTIN, Paul. Les formes", ["CHEVALIER, Michel", "ROUSSEAU, Sophie", "MARTIN, Paul"], False, id="families in capitals, whole given names"),
    pytest.param("Getiren, B.; Soysal, F.; Yildiz, N. N-doped Graphene Oxide", ["Getiren, B.", "Soysal, F.", "Yildiz, N."], False, id="the last initial before a title, semicolons"),
    pytest.param("HOLT R D, OVERBY S T. Wildfire and erosion", ["HOLT R D", "OVERBY S T"], False, id="initials apart, the last point ends the by-line"),
    pytest.param("WILLMANN R. Biospecies und Systematik", ["WILLMANN R"], False, id="somebody alone in capitals"),
    pytest.param("Соколов А. В. Сравнительный анализ", ["Соколов А. В."], False, id="Cyrillic initials"),
    pytest.param("Saha, S., Paz, D. H.-D.-M., Marsh, L. (2017)", ["Saha, S.", "Paz, D. H.-D.-M.", "Marsh, L."], False, id="initials of a given name with hyphens"),
    pytest.param("Gleason et al.\tA proposal", ["Gleason"], True, id="a tab ends a by-line"),
    pytest.param("Roca, A., Lima, C. G. de, Bee, W. de L., & Souto, W. de M. e. (2008)", ["Roca, A.", "Lima, C. G. de", "Bee, W. de L.", "Souto, W. de M. e."], False, id="particles behind or among initials"),
    pytest.param("Roca, A.; Hill Moss, R. M.; van der Goot, A. J. Fern Chemistry", ["Roca, A.", "Hill Moss, R. M.", "van der Goot, A. J."], False, id="families of two words before a journal"),
    pytest.param("Türk, Can, and Ana Bee. 1999. “T”", ["Türk, Can", "Ana Bee"], False, id="first inverted, a given name like a word of titles"),
    pytest.param("Roca, Ana and Li, Bo and Ma, Chi", ["Roca, Ana", "Li, Bo", "Ma, Chi"], False, id="bibliographic"),
    pytest.param("Serra, François, Davide Baù, and Mike Good. “T”", ["Serra, François", "Davide Baù", "Mike Good"], False, id="first inverted"),
    pytest.param('Mnih, Volodymyr, et al. "T"', ["Mnih, Volodymyr"], True, id="inverted, et al."),
    pytest.param("Ahn B, Kim C el al. 2019", ["Ahn B", "Kim C"], True, id="el al."),
    pytest.param("Omar El Al", ["Omar El Al"], False, id="El Al is a name"),
    pytest.param("Ahn, Kim et al.", ["Ahn", "Kim"], True, id="family names, et al."),
    pytest.param("C. Yu, et al. 2019.", ["C. Yu"], True, id="comma before et al."),
    pytest.param("Ana Roca; Bo Li; Chi Ma", ["Ana Roca", "Bo Li", "Chi Ma"], False, id="semicolons"),
    pytest.param("Ana Roca (Some University, Town) et al. arXiv.", ["Ana Roca"], True, id="affiliation"),
    pytest.param("Etienne Routhier1 and Julien Mozz2*", ["Etienne Routhier", "Julien Mozz"], False, id="footnote digits"),
    pytest.param("Jan van der Berg, Ghamdan Al-Eryani, Priya Kalita-de Croft", ["Jan van der Berg", "Ghamdan Al-Eryani", "Priya Kalita-de Croft"], False, id="particles"),
    pytest.param("N. Zalba Sr., Pablo Ursua Jr., Ed Wu III", ["N. Zalba Sr.", "Pablo Ursua Jr.", "Ed Wu III"], False, id="suffixes"),
    pytest.param("Ye Yuan & Hong-Bin Shen . ", ["Ye Yuan", "Hong-Bin Shen"], False, id="blank before the full stop"),
    pytest.param("张三, 李四, 王小五", ["张三", "李四", "王小五"], False, id="Chinese"),
    pytest.param("AYE AYUB SYED, FORD GAOL", ["AYE AYUB SYED", "FORD GAOL"], False, id="capitals"),
    pytest.param("Zhao Li, C. -P. Yuan and Soo An", ["Zhao Li", "C. -P. Yuan", "Soo An"], False, id="initial with a hyphen"),
    pytest.param("H. Alha, J. Yu. Pantel & B. -D. Sun", ["H. Alha", "J. Yu. Pantel", "B. -D. Sun"], False, id="a Cyrillic letter in two"),
    pytest.param("Lukas All, Darius. A. Farou, Thomas. P. A. Debray - 37th", ["Lukas All", "Darius. A. Farou", "Thomas. P. A. Debray"], False, id="a point behind a given name"),
    pytest.param("Li X, Wang Yu. Graphs and trees of mice. Nature", ["Li X", "Wang Yu"], False, id="a name before a title"),
    pytest.param("J. R. Dimar 2nd, Ana Bee", ["J. R. Dimar 2nd", "Ana Bee"], False, id="ordinal"),
    pytest.param("Ben Zouari, Yousra, Anne M Molit, and Tom Sex", ["Ben Zouari, Yousra", "Anne M Molit", "Tom Sex"], False, id="family name of two words inverted"),
    pytest.param("Di Veroli, Gio Y., Chiara Forn, Dennis Wang", ["Di Veroli, Gio Y.", "Chiara Forn", "Dennis Wang"], False, id="the same, an initial behind"),
    pytest.param("Roca DS, Bashel B and Varam S. MICE: A portal for maps", ["Roca DS", "Bashel B", "Varam S"], False, id="a title with a colon behind Vancouver names"),
    pytest.param("Ana Roca1, Bo Li12 and Chi Ma3*", ["Ana Roca", "Bo Li", "Chi Ma"], False, id="numbers of two digits"),
    pytest.param("Karen S and Andrew Ziss, Very Deep Convolutional Networks, ICLR", ["Karen S", "Andrew Ziss"], False, id="title follows"),
]  # fmt: skip

NONE = [
    pytest.param("Nature Communications", id="a journal"),
    pytest.param("Deep Learning for Everybody", id="a title"),
    pytest.param("a tool for reading", id="a description"),
    pytest.param("2019", id="a year"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize(("text", "wanted", "et_al"), READ)
def test_names_are_told_one_by_one(text: str, wanted: list[str], et_al: bool) -> None:  # noqa: FBT001
    names = read_names(text)
    assert names is not None
    assert [person.text for person in names.people] == wanted
    assert names.et_al is et_al
    for person in names.people:
        assert person.text in text[person.start : person.end]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_name_is_none(text: str) -> None:
    assert read_names(text) is None


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Bos MEMM, Jansen AB and de Vries K", ["Bos", "Jansen", "de Vries"]),
        ("Jansen AB, Bos MEMM", ["Jansen", "Bos"]),
        ("Wei WANG, Jun LI", ["WANG", "Jun"]),
        ("Wei WANG, Jansen AB", ["WANG", "Jansen"]),
        ("Wei WANG and Ann Moss", ["WANG", "Moss"]),
    ],
)
def test_four_capitals_are_initials_where_the_others_are(text: str, families: list[str]) -> None:
    names = read_names(text)
    assert names is not None
    assert [one.family for one in names.people] == families


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("LI, C. I., SWAYNE, D. A., & WU, K.", ["LI", "SWAYNE", "WU"]),
        ("LAM, D. C. L., & MAYFIELD, C. I.", ["LAM", "MAYFIELD"]),
        ("LAM, D. C. L., and C. I. MAYFIELD", ["LAM", "MAYFIELD"]),
        ("LI, D. A.", ["LI"]),
        ("Ann Moss, C. I. Swayne", ["Moss", "Swayne"]),
    ],
)
def test_a_short_name_in_capitals_before_its_initials_is_a_family(
    text: str, families: list[str]
) -> None:
    names = read_names(text)
    assert names is not None
    assert [one.family for one in names.people] == families


def test_what_is_glued_to_a_name_is_kept_apart() -> None:
    names = read_names("Etienne Routhier1 and X Æ A-12")
    assert names is not None
    assert names.people[0].noise == "1"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Roca, Bea Lüthi, and MossPy 2.0 Contributors. Nature", "MossPy 2.0 Contributors"),
        ("A. Roca, B. Lüthi, on behalf of the NETS Study Group, 2018",
         "on behalf of the NETS Study Group"),
        ("Roca A, Lüthi B; the 1000 Larches Consortium. Slow maps", "the 1000 Larches Consortium"),
    ],
)  # fmt: skip
def test_a_group_signs_last(text: str, people: str) -> None:
    names = read_names(text)
    assert names is not None
    assert [person.text for person in names.people][2:] == [people]


@pytest.mark.parametrize(
    "text", ["Ana Roca, Bea Lüthi, a working group on moss", "Ana Roca, Bea Lüthi, 3 developers"]
)
def test_a_group_of_nobody_in_particular_is_none(text: str) -> None:
    names = read_names(text)
    assert names is not None
    assert len(names.people) == 2


PARTS = [
    pytest.param("Ramana V. Davuluri", "Davuluri", "Ramana V.", id="given first"),
    pytest.param("Davuluri RV", "Davuluri", "RV", id="Vancouver"),
    pytest.param("Davuluri R V", "Davuluri", "R V", id="initials apart"),
    pytest.param("van der Berg A. B.", "van der Berg", "A. B.", id="initials apart, a particle"),
    pytest.param("Ya Li M", "Ya Li", "M", id="a family name of two words"),
    pytest.param("Davuluri, Ramana", "Davuluri", "Ramana", id="comma"),
    pytest.param("Jan van der Berg", "van der Berg", "Jan", id="particles"),
    pytest.param("Ed Wu III", "Wu III", "Ed", id="suffix"),
    pytest.param("Wu IV JH", "Wu IV", "JH", id="a suffix between family and initials"),
    pytest.param("Ed Wu JR", "Wu JR", "Ed", id="a suffix in capitals"),
    pytest.param("dos Santos JR", "dos Santos", "JR", id="initials like a suffix"),
    pytest.param("Steyer J\u2010S", "Steyer", "J\u2010S", id="initials, the hyphen of typesetters"),
    pytest.param(
        "\u00d3 S\u00e9aghdha D", "\u00d3 S\u00e9aghdha", "D", id="a particle of one letter"
    ),
    pytest.param("ATLAS Collaboration", "ATLAS Collaboration", "", id="an organisation"),
    pytest.param("王小五", "王", "小五", id="Chinese"),
    pytest.param("Plato", "Plato", "", id="one word"),
]


@pytest.mark.parametrize(("name", "family", "given"), PARTS)
def test_family_and_given_names_are_told_apart(name: str, family: str, given: str) -> None:
    assert split_name(name) == (family, given)


def test_thousands_of_names_over_bullets_are_read() -> None:
    names = read_names(" • ".join(f"Bee A{chr(65 + n % 26)}" for n in range(2_000)))
    assert names
    assert len(names.people) == 2_000


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Sanz V, Link A, Glockner FO. Moss", ["Sanz", "Link", "Glockner"]),
        ("Bott S, Roca B, Schulte im Walde S. ", ["Bott", "Roca", "Schulte im Walde"]),
        ("Bott S, Roca B, Oral S.", ["Bott", "Roca", "Oral"]),
        ("Bott S, Oral moss in fens", ["Bott"]),
        ("Bott S, Science A, 2001", ["Bott"]),
        ("Ana Bott, Bo Roca, Link A", ["Bott", "Roca"]),
        ("Jin Zeng, Gene Cheung, Wei Hu, 2001", ["Zeng", "Cheung", "Hu"]),
        ("Jin Zeng, Huawei Shen", ["Zeng", "Shen"]),
        ("Jin Zeng, Bo Roca, Gene Therapy, 2001", ["Zeng", "Roca"]),
        ("Jin Zeng, Bo Roca, Plant Cell, New York", ["Zeng", "Roca"]),
        ("Jin Zeng, Joseph J. Roca Jr. Pen-based moss", ["Zeng", "Roca Jr."]),
        ("Hariri, Y., Khan, A. & Al Ebrahem, S. Moss in fens", ["Hariri", "Khan", "Al Ebrahem"]),
        ("Bee A., Roca B. et al. Moss in fens", ["Bee", "Roca"]),
        ("Liu, X.; Leung, C. W.-K. Moss in fens", ["Liu", "Leung"]),
        ("Kuijper, M., van Noord, R.: Moss in fens", ["Kuijper", "van Noord"]),
        ("van Noord, May C. I., Bo Roca, and Jin Zeng", ["van Noord", "Roca", "Zeng"]),
        ("de Noord, Ana Bea; dos Santos, Bo Abel. Moss", ["de Noord", "dos Santos"]),
    ],
)
def test_a_by_line_is_read_to_its_end_and_no_further(text: str, families: list[str]) -> None:
    names = read_names(text)
    assert names is not None
    assert [person.family for person in names.people] == families
