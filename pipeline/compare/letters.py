r"""What is left of a text when only its letters and digits count.

Case, accents, punctuation, markup, escapes and the many spellings of one letter (``ø``, ``\\o``,
``α``, ``$\\alpha$``) are undone the same way on both sides of a comparison.
"""

import html
import re
import unicodedata
from functools import lru_cache

TAG = re.compile(
    r"</?(?:[ibup]|em|strong|su[bp]|inf|scp?|tt|span|italic|bold|br|(?:mml|jats):[a-z\-]+)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Tags that registries leave in titles. Not any ``<...>``: "p < q and r > s" is no tag."""

COMMAND = re.compile(r"\\([A-Za-z]+)")

SIGNS = re.compile(r"\(?(?:([<>])\s?or\s?=|\bplus or minus\b)\)?", re.IGNORECASE)
"""How libraries long wrote "≥" and "±": "women > or = 30 years of age"."""

VERSUS = re.compile(r"[\s-]vs\.?(?=[\s:,-])", re.IGNORECASE)
"""PubMed writes "vs." for a registry's "versus"."""

WORD = re.compile(r"[^\W_]+")

FOLDS = str.maketrans(
    {
        "ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h",
        "ı": "i", "ŋ": "ng", "ŧ": "t", "ĸ": "k", "ə": "a", "ς": "sigma", "&": " and ",
        "’": "'", "ʼ": "'", "\u00ad": "", "\u200b": "", "\u2060": "", "\ufeff": "",
    }
)  # fmt: skip
"""Letters that NFKD leaves alone; lower case only, as it is applied after case folding."""

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
         "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi",
         "chi", "psi", "omega"),
        strict=True,
    )
)  # fmt: skip
"""Greek letters by name: "TNF-α" and "TNF-alpha" are one title."""

SYMBOLS = frozenset(
    """
    to rightarrow leftarrow leftrightarrow longrightarrow times cdot ldots cdots dots sim approx leq
    geq le ge ll gg ne neq pm mp circ sqrt surd frac text textit textbf textsc textrm textsf texttt
    emph mathbb mathcal mathrm mathbf mathit mathsf mathtt mathfrak mathscr operatorname boldsymbol
    bm hat bar tilde vec overline underline widetilde widehat left right big quad qquad rm bf it em
    otimes oplus star ast dagger prime infty partial nabla wedge vee cap cup in subset over
    displaystyle scriptstyle hspace vspace mbox ensuremath sum prod coprod int iint oint bigcup
    bigcap bigoplus bigotimes bigwedge bigvee amalg lesssim gtrsim lessapprox gtrapprox leqslant
    geqslant prec succ preceq succeq cong simeq approxeq asymp equiv propto doteq triangleq
    subseteq subsetneq supset supseteq notin ni forall exists nexists emptyset varnothing setminus
    smallsetminus complement langle rangle lfloor rfloor lceil rceil vert lvert rvert mid nmid
    parallel perp bot top angle measuredangle odot ominus oslash boxtimes boxplus uplus sqcup sqcap
    ltimes rtimes bowtie wr bullet diamond square box blacksquare triangle bigcirc natural
    sharp flat mapsto longmapsto hookrightarrow hookleftarrow longleftarrow longleftrightarrow
    uparrow downarrow updownarrow rightleftharpoons leftrightharpoons leftrightarrows
    rightleftarrows rightarrowtail twoheadrightarrow rightsquigarrow nearrow searrow swarrow nwarrow
    xrightarrow implies iff land lor lnot neg vdash models therefore because vdots ddots
    ddagger colon textendash textemdash textquoteright textquoteleft textbackslash textdegree
    textregistered texttrademark textcopyright textbullet textasciitilde textperiodcentered
    limits nolimits bigl bigr bigg biggl biggr middle check breve acute grave dot ddot ring
    mathring overrightarrow overleftarrow underbrace overbrace cdotp centerdot textsuperscript
    textsubscript textpertenthousand textperthousand slashed cal normalfont hbox textnormal
    """.split()  # noqa: SIM905  a table of words reads better so
)
"""TeX commands that stand for no letter."""

SPOKEN = {
    "ell": "l", "hbar": "h", "hslash": "h", "aa": "a", "imath": "i", "jmath": "j",
    "textmu": "mu", "textalpha": "alpha", "textbeta": "beta", "textgamma": "gamma",
    "varepsilon": "epsilon", "vartheta": "theta", "varkappa": "kappa", "varpi": "pi",
    "varrho": "rho", "varsigma": "sigma", "varphi": "phi",
}  # fmt: skip
"""TeX commands that stand for another letter than their name."""


def plain(text: str) -> str:
    """The text with escapes, tags and TeX commands undone; case and accents as they were."""
    if "&" in text:
        text = html.unescape(html.unescape(text))  # Crossref escapes some titles twice
    if "<" in text:
        text = TAG.sub(_gap, text)
    if "\\" in text:
        text = COMMAND.sub(_spoken, text)
    return text


def _gap(tag: re.Match[str]) -> str:
    return " " if tag.group().lower().startswith(("<br", "<p")) else ""


def _spoken(command: re.Match[str]) -> str:
    name = command[1].lower()
    return "" if name in SYMBOLS else SPOKEN.get(name, command[1])


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """The text in lower case without accents, markup and escapes; punctuation stays."""
    text = plain(text)
    if " or" in text or ">or" in text or "<or" in text:
        text = SIGNS.sub(r" \1 ", text)
    if "++" in text:
        text = text.replace("++", "plusplus")  # Text2Loc++ is not Text2Loc
    if "vs" in text or "Vs" in text or "VS" in text:
        text = VERSUS.sub(" versus", text)
    if text.isascii():
        text = text.lower()
        return text.replace("&", " and ") if "&" in text else text
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    text = "".join(c for c in text.translate(FOLDS) if not unicodedata.combining(c))
    return "".join(GREEK.get(c, c) for c in text)


@lru_cache(maxsize=1 << 15)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded; a hyphen parts words, an apostrophe does not."""
    if text.isascii() and text.isalpha():
        return (text.lower(),)
    return tuple(WORD.findall(folded(text).replace("'", "")))


@lru_cache(maxsize=1 << 15)
def key(text: str) -> str:
    """The letters and digits of a text, folded; equal keys mean the same words."""
    return "".join(tokens(text))
