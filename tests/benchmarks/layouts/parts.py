"""One item of a list: its fields in the order of the layout, each in its dress."""

from random import Random

from pipeline.values.text import Value
from tests.benchmarks.layouts import anchors, citations, people, places, words
from tests.benchmarks.layouts.choices import Chooser, Dimension, listed, only
from tests.benchmarks.layouts.ink import Ink, dressed
from tests.benchmarks.layouts.truth import Truth, Work

ORDERS = listed(
    "order", "TAVYL", "TAVLY", "TLAVY", "ATVYL", "AYTVL", "VTAYL", "YTAVL", "TVYAL", "TVAYL",
    "LTAVY", "YATVL", "TYAVL", "VYTAL", "TYLAV", "ATLVY", "YVTAL", "TVYLA", "TLVYA", "AVYTL",
    "TYVAL", "LYTAV", "TYLVA", "VATYL", "YLTAV", "TALVY", "ATYVL", common=("TAVYL", "ATVYL"),
)  # fmt: skip
"""T title, A authors, V venue, Y year, L links."""

SAYS = Dimension("fields", {
    "all": "TAVYL", "no authors": "TVYL", "no venue": "TAYL", "no year": "TAVL", "title only": "TL",
    "title and authors": "TAL", "title and venue": "TVL", "no links": "TAVY",
    "no links, no venue": "TAY", "title and year": "TYL", "no links, no authors": "TVY",
}, common=("all",), shared=("all",))  # fmt: skip

TITLES = Dimension("title", {
    "linked": ("link",), "bold": ("bold",), "[**T**](u)": ("bold", "link"),
    "**[T](u)**": ("link", "bold"), "italic": ("italic",), "*[T](u)*": ("link", "italic"),
    "[*T*](u)": ("italic", "link"), "plain": (), '"T"': ('"…"',), "“T”": ("“…”",), "'T'": ("'…'",),
    "‘T’": ("‘…’",), "«T»": ("«…»",), "« T »": ("« … »",), "„T“": ("„…“",), "「T」": ("「…」",),
    "《T》": ("《…》",), "『T』": ("『…』",), "code": ("code",), "***T***": ("italic", "bold"),
    "**T.**": ("….", "bold"), '["T"](u)': ('"…"', "link"), '"[T](u)"': ("link", '"…"'),
    "<u>": ("<u>…</u>",), "<b>": ("<b>…</b>",), "**“T”**": ("“…”", "bold"),
    "<a>": ('<a href="@">…</a>',), "*“T”*": ("“…”", "italic"), "[`T`](u)": ("code", "link"),
    "[T]": ("[…]",), "**T**:": ("**…**:",), "<ins>": ("<ins>…</ins>",), '"T,"': ('"…,"',),
    "[T.](u)": ("….", "link"),
    "Title: T": ("Title: …",), "**Title**: T": ("**Title**: …",), "题目：T": ("题目：…",),
    "~T~": ("~…~",),
    "[[T]](u)": ("[…]", "link"), "**_[T](u)_**": ("link", "italic", "bold"),
    "<strong>": ("<strong>…</strong>",),
}, common=("linked", "bold", "plain"), shared=("plain",))  # fmt: skip

JOINTS = Dimension("separators", {
    "T. A. V": (". ", ". "), "T, A, V": (", ", ", "), "T - A - V": (" - ", " - "),
    "T – A – V": (" – ", " – "),
    "T — A — V": (" — ", " — "), "T | A | V": (" | ", " | "), "T: A, V": (": ", ", "),
    "T; A; V": ("; ", "; "),
    "T · A · V": (" · ", " · "), "T / A / V": (" / ", " / "), "T // A // V": (" // ", " // "),
    "T A V": (" ", " "), "T<br>A<br>V": ("<br>", "<br>"), "T. A, V": (". ", ", "),
    "T, A. V": (", ", ". "),
    "T - A, V": (" - ", ", "), "T <br> A, V": (" <br> ", ", "), "T by A in V": (" - ", " "),
    "T -- A": (" -- ", ", "),
    "T • A • V": (" • ", " • "), "T~A~V": (" ~ ", " ~ "), "T => A": (" => ", ", "),
    "T：A，V": ("：", "，"),
    "T。A。V": ("。", "。"), "T :: A :: V": (" :: ", " :: "), "T.A.V": (". ", "; "),
    "T  A  V": ("  ", "  "),
    "T > A > V": (" > ", " > "), "T_A_V": (" _ ", " _ "), "T, A (V)": (", ", " "),
    "T: A. V": (": ", ". "),
}, common=("T. A. V", "T, A, V", "T - A - V"))  # fmt: skip
"""Behind the first field, and between the others."""

SPREADS = Dimension("lines", {
    "one": "one", "one, wrapped": "wrap", "links below": "links", "all below": "lines",
    "people below": "second", "bullets below": "bullets", "labelled bullets below": "labels",
    "link bullets below": "link-bullets", "labelled lines below": "label-lines",
    "note bullet below": "one",
}, common=("one",), shared=("one",))  # fmt: skip
"""How an item spreads over lines."""

LEADS = Dimension("before the title", {
    "nothing": "", "[Nick] ": "[{nick}] ", "**Nick**: ": "**{nick}**: ", "Nick: ": "{nick}: ",
    "(Nick) ": "({nick}) ", "[Topic] ": "[{tag}] ", "(Topic) ": "({tag}) ", "🔥 ": "🔥 ",
    ":star: ": ":star: ",
    "`Nick` ": "`{nick}` ", "**[Nick]** ": "**[{nick}]** ", "[P12] ": "[P{n}] ", "12. ": "#{n} ",
    "✅ ": "✅ ", "【Topic】": "【{tag}】", "NEW ": "**NEW** ", "*Topic* — ": "*{tag}* — ",
    "Topic | ": "{tag} | ",
    "[**Topic**] ": "[**{tag}**] ", "(Nick, Topic) ": "({nick}, {tag}) ",
    "<b>Nick</b> ": "<b>{nick}</b> ",
    "⭐⭐ ": "⭐⭐ ", "Nick - ": "{nick} - ", "[[Nick]] ": "[[{nick}]] ",
    "__Nick__ ": "__{nick}__ ",
    "`[Topic]` ": "`[{tag}]` ",
    "📚 ": "📚 ", "{Nick} ": "{{{nick}}} ", "[Nick]: ": "[{nick}]: ", "(*) ": "(\\*) ",
    "Topic: ": "{tag}: ",
}, common=("nothing",), shared=("nothing",))  # fmt: skip

NOTES = Dimension("note", {
    "none": "", " - N": " - {}", ". N": ". {}", " *N*": " *{}*", " (N)": " ({})", ": N": ": {}",
    " — N": " — {}", "<br>N": "<br>{}", " TL;DR: N": " TL;DR: {}",
    " (cited by 12)": " (cited by {n})",
    " ⭐ 123": " ⭐ {n}", " 🏆": " 🏆", " (Oral)": " (Oral)",
    " **[Best Paper]**": " **[Best Paper]**",
    " `Topic`": " `{tag}`",
    " [Topic]": " [{tag}]", " #topic": " #moss #tide", " <sub>N</sub>": " <sub>{}</sub>",
    " 简介：": " 简介：{}",
    " // N": " // {}", " > N": " > {}", " _N_": " _{}_",
    " ![](stars)": " ![stars](https://img.shields.io/github/stars/moss/m{n})",
    " (Citations: **12**)": " (Citations: **{n}**)",
}, common=("none",), shared=("none",))  # fmt: skip


class Piece(Value):
    """One field as written."""

    field: str
    text: str
    each: tuple[str, ...] = ()
    """The links one by one."""


class Item(Value):
    """An item as its fields, ready to be put on lines."""

    pieces: tuple[Piece, ...]
    truth: Truth
    note: str = ""
    below: str = ""


def item(work: Work, draws: Chooser, ink: Ink, chance: Random) -> Item:
    """The item of a work."""
    made = (
        _cited(work, draws, ink)
        if draws.name(citations.CITED) == "yes"
        else _laid(work, draws, ink)
    )
    lead, note = _lead(work, draws, ink, chance), _note(work, draws, chance)
    return made.but(pieces=_led(made.pieces, lead), note=note if ink.link[0] == "[" else "")


def _cited(work: Work, draws: Chooser, ink: Ink) -> Item:
    text, truth = citations.cited(work, draws, ink)
    said = "L" in draws.pick(SAYS)
    found = anchors.links(work, draws, ink, paper=not truth.links) if said else anchors.Linked()
    pieces = (Piece(field="T", text=text), Piece(field="L", text=found.text, each=found.each))
    truth = truth.but(links=(*truth.links, *found.urls))
    return Item(pieces=pieces if found.text else pieces[:1], truth=truth, below=found.below)


def _laid(work: Work, draws: Chooser, ink: Ink) -> Item:
    said = draws.pick(SAYS)
    title = dressed(work.title, draws.pick(TITLES), ink, work.url)
    linked = work.url in title.replace("&amp;", "&")
    found = anchors.links(work, draws, ink, paper=not linked) if "L" in said else anchors.Linked()
    people_ = people.byline(work, draws, ink) if "A" in said else people.People()
    glued = places.dated(work, draws, ink) if {"V", "Y"} <= set(said) else places.Place()
    if not glued.text and "V" in said:
        glued = places.placed(work, draws, ink)
    year = places.apart(work, draws, ink) if "Y" in said else places.Place()
    if "Y" in said and not year.years and not glued.years:
        year = places.Place(text=str(work.year), years=(work.year,))
    texts = {"T": title, "A": people_.text, "V": glued.text, "Y": year.text, "L": found.text}
    pieces = tuple(
        Piece(field=f, text=texts[f], each=found.each if f == "L" else ())
        for f in draws.pick(ORDERS) if texts[f]
    )  # fmt: skip
    truth = Truth(
        title=work.title, authors=people_.names, families=people_.families, et_al=people_.et_al,
        venues=glued.venues, years=year.years or glued.years, vague=glued.vague,
        links=(*((work.url,) if linked else ()), *found.urls),
    )  # fmt: skip
    return Item(pieces=pieces, truth=truth, below=found.below)


def _lead(work: Work, draws: Chooser, ink: Ink, chance: Random) -> str:
    """What stands before the title; a plain title has nothing that could be its beginning."""
    plain = "no" in draws.name(citations.CITED) and draws.pick(TITLES) != ()
    form = draws.pick(LEADS, only(LEADS.options, lambda lead: plain or lead[-2:-1] not in ":-"))
    if not ink.link.startswith("[…]") and any(mark in form for mark in "*<`_"):
        return ""
    nick, tag = chance.choice(words.NICKNAMES), chance.choice(words.TAGS)
    return form.format(nick=nick, tag=tag, n=work.number)


def _led(pieces: tuple[Piece, ...], lead: str) -> tuple[Piece, ...]:
    """The title with what stands before it."""
    return tuple(p.but(text=lead + p.text) if p.field == "T" else p for p in pieces)


def _note(work: Work, draws: Chooser, chance: Random) -> str:
    form = draws.pick(NOTES)
    said, tag = chance.choice(words.NOTES), chance.choice(words.TAGS)
    return form.format(said, n=work.number * 7, tag=tag)
