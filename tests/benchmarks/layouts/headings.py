"""What stands around the items: headings, the beginning of a list and its end."""

from random import Random

from pipeline.values.text import Value
from tests.benchmarks.layouts import words
from tests.benchmarks.layouts.choices import Chooser, Dimension
from tests.benchmarks.layouts.ink import Ink

HEADINGS = Dimension("headings", {
    "## T": "## {t}", "# T": "# {t}", "### T": "### {t}", "T ---": "{t}\n---", "T ===": "{t}\n===",
    "## 2021": "## {y}", "### 2021": "### {y}", "## T, ### 2021": "## {t}\n\n### {y}",
    "## T (12)": "## {t} (12)",
    "## 1. T": "## {n}. {t}", "## 🌿 T": "## 🌿 {t}", "## 2021年": "## {y}年",
    "## Papers of 2021": "## Papers of {y}",
    "## **T**": "## **{t}**", "## T ##": "## {t} ##", "<h2>T</h2>": "<h2>{t}</h2>", "none": "",
    '<a name="t"></a>': '<a name="s{n}"></a>\n\n## {t}', "## [T](#t)": "## [{t}](#s{n})",
    "#### *T*": "#### *{t}*",
    "## T, ### T": "## {t}\n\n### {u}", "## Published in 2021": "## Published in {y}",
}, common=("## T", "### T", "## 2021"), shared=("## T",))  # fmt: skip


class Heading(Value):
    """A heading as written, and what it says."""

    text: str
    name: str = ""
    year: int | None = None


class Style(Value):
    """How a list heads its sections."""

    form: str
    ending: str


def style(whole: Chooser, ink: Ink) -> Style:
    """The headings of a list of that kind of text."""
    form = whole.pick(HEADINGS)
    if ink.ending != "md":
        form = "{y}" if "{y}" in form else "{t}" if form else ""
    return Style(form=form, ending=ink.ending)


def heading(how: Style, place: int, chance: Random) -> Heading:
    """The heading of a section."""
    year = 2024 - place
    first, second = chance.sample(words.TOPICS, 2)
    shown = how.form.format(t=first, u=second, y=year, n=place + 1)
    if not shown:
        return Heading(text="\n")
    last = shown.rsplit("\n\n", 1)[-1]
    name = last.split("](")[0].split("\n")[0].replace("<h2>", "").replace("</h2>", "")
    told = year if "{y}" in how.form else None
    return Heading(text=f"\n{_spelt(shown, how.ending)}\n\n", name=name, year=told)


def _spelt(text: str, ending: str) -> str:
    if ending == "rst":
        return f"{text}\n{'-' * 2 * len(text)}"
    if ending == "txt":
        return f"{text}\n{'=' * len(text)}"
    return f"* {text}" if ending == "org" else text


def front(whole: Chooser, how: Style) -> str:
    """The beginning of a list."""
    title = "Papers on moss and tides"
    kind = whole.pick(words.FRONT)
    match how.ending:
        case "md":
            contents = (
                "- [Surveys](#surveys)\n- [Methods](#methods)\n  - [Early work](#early-work)\n"
            )
            said = contents if kind == "contents" else words.FRONTS[kind]
            return f"# {title}\n\n{said}"
        case "rst":
            return f"{title}\n{'=' * len(title)}\n\nA list of papers.\n"
        case "org":
            return f"#+TITLE: {title}\n\nA list of papers.\n"
        case "txt":
            return f"# {title}\n"
    return ""


def back(whole: Chooser, how: Style) -> str:
    """The end of a list."""
    head, said = words.BACKS[whole.pick(words.BACK)]
    return f"\n## {head}\n\n{said}" if head and how.ending == "md" else ""
