"""Plain text, people, dates, venues and notices: what the services' spelling is turned into."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources import notices, venues
from pipeline.sources.dates import date, earliest, first_year, iso_date, month_number
from pipeline.sources.people import byline, from_display, person
from pipeline.sources.plain import folded, plain, without_full_stop
from pipeline.sources.searching import spared
from pipeline.values.work import PartialDate, Person


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("Growth of <i>E. coli</i> in milk", "Growth of E. coli in milk", id="italics"),
        pytest.param("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O", id="sub glues no words"),
        pytest.param("A<p>B</p><p>C</p>", "A B C", id="paragraphs part words"),
        pytest.param("&lt;i&gt;Moss&lt;/i&gt; &amp;amp; fern", "Moss & fern", id="escaped twice"),
        pytest.param("Signals &amp; Systems", "Signals & Systems", id="an entity after JSON"),
        pytest.param("<![CDATA[A title]]>", "A title", id="CDATA left over"),
        pytest.param("A\n            title\t of  lines", "A title of lines", id="runs of blanks"),
        pytest.param("Labels and\\n Moss,\\nFern", "Labels and Moss, Fern", id="a spelt break"),
        pytest.param(r"the $\nu$ mass \neq 0", r"the $\nu$ mass \neq 0", id="TeX is no break"),
        pytest.param("p<0.05 and x > 3", "p<0.05 and x > 3", id="less than is no tag"),
        pytest.param("if a<b and b>c", "if a<b and b>c", id="inequalities are no tag"),
        pytest.param("<scp>DNA</scp> repair", "DNA repair", id="small capitals"),
        pytest.param('<emph type="ital">In vitro</emph> moss', "In vitro moss", id="emphasis"),
        pytest.param("<it>Sphagnum</it> moss", "Sphagnum moss", id="an unknown tag that ends"),
        pytest.param("moss<fn id='1'/> and fern", "moss and fern", id="an unknown empty one"),
        pytest.param("moss<hsp/>fern", "mossfern", id="one without attributes"),
        pytest.param("<ce:italic>In vivo</ce:italic>", "In vivo", id="a publisher's own space"),
        pytest.param("a stray </styled> end", "a stray end", id="only the end of one"),
        pytest.param("x<y>z and Vec<T> of moss", "x<y>z and Vec<T> of moss", id="no tags"),
        pytest.param("moss for <think> models", "moss for <think> models", id="a word"),
        pytest.param("0<x<1 or a <b, c> d", "0<x<1 or a <b, c> d", id="formulas"),
        pytest.param(
            "the <mml:math><mml:mi>D</mml:mi><mml:mn>2</mml:mn></mml:math> law",
            "the D2 law",
            id="MathML",
        ),
        pytest.param(
            "<mml:math><mml:mi>x</mml:mi></mml:math><tex-math>$x$</tex-math> rays",
            "x rays",
            id="a formula told twice",
        ),
        pytest.param("<jats:title>A</jats:title>", "A", id="JATS"),
        pytest.param("so\u00adft hy\u200bphen", "soft hyphen", id="invisible characters"),
        pytest.param("left\u202eright", "leftright", id="a bidi override"),
        pytest.param("moss\U000e0041\U000e007f", "moss", id="tags that nobody sees"),
        pytest.param("\ufff9moss\ufffa\ufffb", "moss", id="annotations between the lines"),
        pytest.param("bell\x07 and \x1b[31mred", "bell and [31mred", id="controls"),
        pytest.param("Cafe\u0301", "Café", id="a decomposed accent"),
        pytest.param("Tid\u0430l m\u043esses", "Tidal mosses", id="look-alikes of another script"),
        pytest.param("\u0422he moss", "The moss", id="a look-alike in front"),
        pytest.param("\u043c\u043ex", "\u043c\u043ex", id="a word of both scripts"),
        pytest.param(
            "Под\u0441чёт snails \u0441 DNA",
            "Под\u0441чёт snails \u0441 DNA",
            id="words of the other script",
        ),
        pytest.param(
            "moss and \u0430 fern", "moss and a fern", id="one letter of the other script"
        ),
        pytest.param(
            "The rise of the СССР", "The rise of the СССР", id="a word of look-alikes alone"
        ),
        pytest.param("Чебышёв polynomials", "Чебышёв polynomials", id="a name of the other script"),
        pytest.param(
            "Щит and \u0421ounting", "Щит and Counting", id="one word of both scripts of two"
        ),
        pytest.param("DN\u042f", "DN\u042f", id="a letter that looks like none"),
        pytest.param("", "", id="nothing"),
        pytest.param(None, "", id="no string"),
        pytest.param(["a"], "", id="a list"),
    ],
)
def test_markup_goes_and_its_text_stays(raw: object, text: str) -> None:
    assert plain(raw) == text


@given(st.text(alphabet="<>&;ab ip/!-[]\n\u200b#38", max_size=60))
def test_plain_text_is_one_line_without_stray_blanks(raw: str) -> None:
    text = plain(raw)
    assert text == " ".join(text.split())
    assert "\n" not in text


def test_ten_megabytes_of_brackets_take_no_time() -> None:
    for raw in ("<" * 1_000_000, "<a " * 300_000, "&amp;" * 200_000, "<!--" * 250_000):
        plain(raw)


def test_a_final_stop_is_pubmeds() -> None:
    assert without_full_stop("A title.") == "A title"
    assert without_full_stop("To be continued...") == "To be continued..."


def test_folded_text_is_letters_and_digits() -> None:
    assert folded("Größe, naïve—Café 2!") == "grosse naive cafe 2"


PARTS = st.sampled_from([
    "J", "J.", "JA", "Li", "Jr", "Jr.", "Sr", "II", "Iii", "III", "2nd", "Mary", "Jean-Marie", "De",
    "Anonymous", "No", "Author", "Authors", "Unknown", "Null", "Not", "Given", "Ng", "SMITH",
    "McDonald", "O'Neill", "van", "der", "Müller", "Staff", "Writer", "Smith1", "X" * 90,
])  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=3), st.lists(PARTS, min_size=1, max_size=3))
def test_a_name_with_nothing_to_mend_is_read_as_any_other(
    first: list[str], last: list[str]
) -> None:
    """A blank at an end says nothing, but keeps a name from the short way."""
    named, called = " ".join(last), " ".join(first)
    assert person(family=named, given=called) == person(family=f"{named} ", given=called)


@pytest.mark.parametrize("word", ["Study", "Trialists", "Task Force", "Working Party", "team"])
@pytest.mark.parametrize("dot", ["", "."])
def test_a_group_is_one_whatever_its_words_are_parted_by(word: str, dot: str) -> None:
    for name in (f"Moss Survey {word}{dot}", f"Moss-Survey {word}{dot}", f"Moss J. {word}{dot}"):
        assert from_display(name) == Person(literal=name)
    assert from_display("Ana Studying") == Person(given="Ana", family="Studying")


@pytest.mark.parametrize(
    ("parts", "who"),
    [
        pytest.param(
            {"family": "Müller", "given": "A. B."},
            Person(family="Müller", given="A. B."),
            id="as given",
        ),
        pytest.param(
            {"family": "LINDQVIST", "given": "MARA"},
            Person(family="Lindqvist", given="Mara"),
            id="capitals",
        ),
        pytest.param(
            {"family": "O'NEILL-SMITH", "given": "J"},
            Person(family="O'Neill-Smith", given="J"),
            id="capitals with signs",
        ),
        pytest.param(
            {"family": "VAN DER BERG", "given": "AB"},
            Person(family="van der Berg", given="AB"),
            id="particles; initials stay",
        ),
        pytest.param(
            {"family": "MCDONALD", "given": "R"}, Person(family="McDonald", given="R"), id="Mc"
        ),
        pytest.param(
            {"family": "WHO"}, Person(family="WHO"), id="capitals alone may be an acronym"
        ),
        pytest.param(
            {"family": "D. Lee", "given": "Daniel"},
            Person(family="Lee", given="Daniel D."),
            id="a glued initial",
        ),
        pytest.param(
            {"family": "Iii", "given": "Frank M. Shipman"},
            Person(family="Shipman", given="Frank M.", suffix="III"),
            id="a suffix for the family name",
        ),
        pytest.param(
            {"family": "Jr.", "given": "K. L."},
            Person(family="Jr.", given="K. L."),
            id="a suffix, and no family name at all",
        ),
        pytest.param(
            {"name": "The Moss Consortium"}, Person(literal="The Moss Consortium"), id="a group"
        ),
        pytest.param({"given": "Plato"}, Person(family="Plato"), id="a given name alone"),
        pytest.param(
            {"family": "Fern&amp;Moss", "given": "A"},
            Person(family="Fern&Moss", given="A"),
            id="an entity",
        ),
        pytest.param(
            {"family": "Li", "given": "X", "orcid": "http://orcid.org/0000-0001-2345-678X"},
            Person(family="Li", given="X", orcid="0000-0001-2345-678X"),
            id="an ORCID",
        ),
        pytest.param({"family": ":"}, None, id="a colon"),
        pytest.param({"family": "&NA;"}, None, id="not available"),
        pytest.param(
            {"family": "Na", "given": "Xi"}, Person(family="Na", given="Xi"), id="Na is a surname"
        ),
        pytest.param({"family": "NA"}, None, id="not available, in letters"),
        pytest.param({"name": ":(unav)"}, None, id="DataCite's word for no value"),
        pytest.param({"family": "N/A", "given": "N/A"}, None, id="no value, twice"),
        pytest.param({"name": "Various Authors"}, None, id="nobody in particular"),
        pytest.param(
            {"family": "Staff", "given": "Ben"},
            Person(family="Staff", given="Ben"),
            id="somebody whose name is a word for nobody",
        ),
        pytest.param({"family": "(:Unkn)"}, None, id="another of its words"),
        pytest.param(
            {"family": "Tba", "given": "Ko"}, Person(family="Tba", given="Ko"), id="a surname"
        ),
        pytest.param({}, None, id="nobody"),
        pytest.param({"family": None, "given": 3, "name": []}, None, id="no strings"),
    ],
)
def test_people_are_mended_only_where_the_record_is_at_fault(
    parts: dict[str, object], who: Person | None
) -> None:
    assert person(**parts) == who


@pytest.mark.parametrize(
    ("name", "who"),
    [
        pytest.param("Mara Lindqvist", Person(family="Lindqvist", given="Mara"), id="given first"),
        pytest.param(
            "Kees A. Schouhamer van den Berg",
            Person(family="van den Berg", given="Kees A. Schouhamer"),
            id="particles",
        ),
        pytest.param(
            "Lindqvist, Mara", Person(family="Lindqvist", given="Mara"), id="family first"
        ),
        pytest.param(
            "ATLAS Collaboration", Person(literal="ATLAS Collaboration"), id="a collaboration"
        ),
        pytest.param("Plato", Person(literal="Plato"), id="one word"),
        pytest.param(
            "John Fern Jr.", Person(family="Fern", given="John", suffix="Jr"), id="a suffix"
        ),
        pytest.param(":", None, id="a colon"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_display_names_are_taken_apart(name: str, who: Person | None) -> None:
    assert from_display(name) == who


def test_a_list_deposited_twice_counts_once() -> None:
    pair = [Person(family="A"), Person(family="B")]
    assert byline([*pair, *pair, None]) == tuple(pair)
    twins = [Person(family="Wang", given="Wei")] * 2
    assert byline(twins) == tuple(twins), "two people may bear one name"


def test_dates_are_as_precise_as_they_were_given() -> None:
    assert date(None) is None
    assert date(2021, 13, 4) == PartialDate(year=2021)
    assert date("2021", "6", "40") == PartialDate(year=2021, month=6)
    assert iso_date("2024-03-02T10:00:00Z") == PartialDate(year=2024, month=3, day=2)
    assert iso_date("2024") == PartialDate(year=2024)
    assert iso_date("soon") is None
    assert [month_number(text) for text in ("Jun", "06", "June", "Winter", "")] == [
        6,
        6,
        6,
        None,
        None,
    ]
    assert first_year("1998 Dec-1999 Jan") == PartialDate(year=1998)
    assert first_year("Winter 2018") == PartialDate(year=2018)
    assert first_year("no. 20189") is None


def test_one_day_told_twice_is_told_finer() -> None:
    dates = [date(2024), date(2024, 3, 2), date(2025, 1)]
    assert earliest(dates) == PartialDate(year=2024, month=3, day=2)


@pytest.mark.parametrize(
    ("doi", "told", "server"),
    [
        pytest.param("10.1101/2022.08.11.503261", (), "bioRxiv", id="six digits"),
        pytest.param("10.1101/2020.03.15.20030890", (), "medRxiv", id="eight digits"),
        pytest.param("10.64898/2026.07.31.741992", (), "bioRxiv", id="the prefix since 2025"),
        pytest.param("10.1101/503261", (), "bioRxiv", id="an early number"),
        pytest.param(
            "10.1101/2020.03.15.20030890", ("bioRxiv",), "bioRxiv", id="the record knows better"
        ),
        pytest.param(
            "10.2139/ssrn.123", ("Elsevier BV",), "SSRN", id="SSRN, whose publisher is Elsevier"
        ),
        pytest.param("10.9999/x", ("Ecology", "Some Press"), "Some Press", id="an unknown server"),
    ],
)
def test_the_server_of_a_preprint_is_told_by_its_doi(
    doi: str, told: tuple[str, ...], server: str
) -> None:
    assert venues.preprint_server(doi, recorded=told) == server


def test_proceedings_have_a_name_without_year_and_acronym() -> None:
    full = "2016 IEEE Conference on Moss and Fern Recognition (CMFR)"
    assert venues.names(full) == [full, "IEEE Conference on Moss and Fern Recognition", "CMFR"]
    assert venues.names("Nature") == ["Nature"]


@pytest.mark.parametrize(
    ("title", "bare", "kinds"),
    [
        pytest.param("RETRACTED: Cold light", "Cold light", ["retraction"], id="a prefix"),
        pytest.param(
            "RETRACTED ARTICLE: Cold light", "Cold light", ["retraction"], id="Springer's"
        ),
        pytest.param("[Retracted] Cold light", "Cold light", ["retraction"], id="in brackets"),
        pytest.param("WITHDRAWN: Cold light", "Cold light", ["withdrawal"], id="withdrawn"),
        pytest.param(
            "Retracted science and its readers",
            "Retracted science and its readers",
            [],
            id="about retraction",
        ),
        pytest.param(
            "Withdrawn children at school", "Withdrawn children at school", [], id="about people"
        ),
    ],
)
def test_a_mark_in_the_title_is_a_notice(title: str, bare: str, kinds: list[str]) -> None:
    found, told = notices.from_title(title)
    assert (found, [notice.kind for notice in told]) == (bare, kinds)


@pytest.mark.parametrize(
    ("title", "is_notice"),
    [
        ("Correction: Cold light from warm moss", True),
        ("Corrigendum to “Cold light from warm moss”", True),
        ("Erratum to: Cold light from warm moss", True),
        ("Author Correction: Cold light", True),
        ("Retraction notice to Cold light", True),
        ("Correction for guessing in multiple-choice tests", False),
        ("Correction of errors in moss genomes", False),
        ("Retraction of the gingiva after surgery", False),
        ("Expression of concern in public speech", False),
    ],
)
def test_titles_of_notices_are_told_from_works(title: str, is_notice: bool) -> None:  # noqa: FBT001
    assert notices.is_notice_title(title) is is_notice


@given(st.lists(st.text(alphabet="abcdef", min_size=3, max_size=9), min_size=3, unique=True))
def test_one_misspelt_word_leaves_a_group_whole(words: list[str]) -> None:
    groups = spared(words, most=12)
    for wrong in words:
        assert any(wrong not in group for group in groups)
    assert all(groups)


def test_short_words_tell_nothing_unless_there_are_no_others() -> None:
    assert spared(["covid", "19", "in", "moss"], most=12) == [["covid", "moss"]]
    assert spared(["up", "it"], most=12) == [["up", "it"]]


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix"),
    [
        ("Giulia De Rosa", "De Rosa", "Giulia", ""),
        ("Francesca Di Lodovico", "Di Lodovico", "Francesca", ""),
        ("C. Van Schalkwyk", "Van Schalkwyk", "C.", ""),
        ("J. Van der Aa", "Van der Aa", "J.", ""),
        ("Maria de la Cruz", "de la Cruz", "Maria", ""),
        ("Thi Van Nguyen", "Nguyen", "Thi Van", ""),
        ("Jia Di Wu", "Wu", "Jia Di", ""),
        ("Le Wang", "Wang", "Le", ""),
        ("Ada Storm", "Storm", "Ada", ""),
        ("John Smith, Jr.", "Smith", "John", "Jr"),
        ("Smith, Jr., John", "Smith", "John", "Jr"),
        ("Smith, John, Jr.", "Smith", "John", "Jr"),
        ("Frank Shipman III", "Shipman", "Frank", "III"),
        ("Giovanni Dalla Torre", "Dalla Torre", "Giovanni", ""),
        ("Anna Lo Presti", "Lo Presti", "Anna", ""),
        ("Siu Lo Wong", "Wong", "Siu Lo", ""),
        ("Ali bin Hamad", "bin Hamad", "Ali", ""),
        ("Mohammed El Bachir", "El Bachir", "Mohammed", ""),
        ("Emma St. John", "St. John", "Emma", ""),
        ("Seán Ó Briain", "Ó Briain", "Seán", ""),
        ("Arno 't Hooft", "'t Hooft", "Arno", ""),
        ("Koen op de Beeck", "op de Beeck", "Koen", ""),
        ("Harald zur Hausen", "zur Hausen", "Harald", ""),
        ("Otto von und zu Stein", "von und zu Stein", "Otto", ""),
        ("A. Mc Carthy", "Mc Carthy", "A.", ""),
    ],
)
def test_particles_and_suffixes_in_one_string(
    name: str, family: str, given: str, suffix: str
) -> None:
    assert from_display(name) == Person(family=family, given=given, suffix=suffix)


@pytest.mark.parametrize(
    "name",
    [
        "The Moss Trial", "Northern Roofs Study", "Flint Biobank", "CMS Collaboration",
        "Moss Task Force", "Ministry of Moss", "Fern Registry",
    ],
)  # fmt: skip
def test_collectives_are_nobody_in_particular(name: str) -> None:
    assert from_display(name) == Person(literal=name)


def test_a_suffix_in_a_part_of_the_name_is_taken_out() -> None:
    assert person(family="Smith, Jr.", given="John") == Person(
        family="Smith", given="John", suffix="Jr"
    )
    assert person(family="Shipman", given="Frank M., III") == Person(
        family="Shipman", given="Frank M.", suffix="III"
    )


def test_the_number_of_an_affiliation_is_not_of_a_name() -> None:
    one = person(family="Routhier12", given="Étienne1,2")
    assert one
    assert (one.family, one.given) == ("Routhier", "Étienne")
    other = person(family="Dimar", given="J. R.", suffix="2nd")
    assert other
    assert (other.family, other.suffix) == ("Dimar", "2nd")
    group = person(name="SciPy 1.0 Contributors 2020")
    assert group
    assert group.literal == "SciPy 1.0 Contributors 2020"
