"""A year of weekly runs: faults come, are merged or refused; services fail; hands edit."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.action.boxes import corrections
from tests.action.conftest import RIGHT, Repository, workflow
from tests.action.runner import Ended, Runner
from tests.action.stand_in import GitHub
from tests.server.server import Services

BRANCH = "errata/corrections"
WEEKLY = workflow("schedule")
WEEKS = 52

OTHER = RIGHT.replace("# Moss papers", "# Moss papers, for teaching")
SETTINGS = 'lists = ["README.md", "teaching.md"]\n'

FAULTS = {
    "swap": ("Ilse Verhoeven, Kofi Adomako", "Mara Lindqvist, Tomas Oyelaran, Jun Hasek"),
    "venue": ("*Annals of Moss", "*Anals of Moss"),
    "title": ("**Tidal memory", "**Tidal memmory"),
    "letters": ("Kofi Adomako", "Kofi Adomakko"),
}
UNKNOWN = "- **Cold light from warm moss.** O Tarrant. [Link](https://doi.org/10.9999/ami.2018.9)\n"


@dataclass
class Year:
    """The repository and its maintainer; each week one thing happens, or nothing."""

    repository: Repository
    runner: Runner
    github: GitHub
    services: Services
    texts: dict[str, str] = field(default_factory=lambda: {"README": RIGHT, "teaching": OTHER})
    refused: set[str] = field(default_factory=set)
    expected: str = ""
    """Of the next run, where it is certain."""

    def saved(self) -> None:
        names = {f"{name}_md": text for name, text in self.texts.items()}
        self.repository.commit("Weekly work", errata_toml=SETTINGS, **names)

    def plant(self, fault: str, path: str = "README") -> None:
        right, wrong = FAULTS[fault]
        assert right in self.texts[path], fault
        self.texts[path] = self.texts[path].replace(right, wrong)
        self.saved()

    def right(self) -> None:
        self.texts["README"] = RIGHT
        self.saved()

    def pull(self) -> dict[str, object]:
        [pull] = self.github.open_pulls()
        return pull

    def merge(self) -> None:
        pull = self.pull()
        self.repository.merge(BRANCH)
        pull.update(state="closed", merged_at="2026-01-01T00:00:00Z")
        for name in self.texts:
            self.texts[name] = self.repository.show("main", f"{name}.md")

    def close(self) -> None:
        pull = self.pull()
        self.refused |= set(corrections(str(pull["body"])))
        pull["state"] = "closed"

    def untick(self) -> None:
        pull = self.pull()
        name = next(n for n, ticked in corrections(str(pull["body"])).items() if ticked)
        self.refused.add(name)
        pull["body"] = re.sub(rf"- \[x\] (.*{name})", r"- [ ] \1", str(pull["body"]))

    def by_hand(self) -> None:
        text = self.repository.show(BRANCH, "README.md") + "\nA note by hand.\n"
        self.repository.commit("By hand", branch=BRANCH, README_md=text)

    def afresh(self) -> None:
        pull = self.pull()
        pull["body"] = str(pull["body"]).replace("- [ ] Start afresh", "- [x] Start afresh")

    def outage(self) -> None:
        self.services.fail("crossref", "503")
        self.texts["README"] += UNKNOWN
        self.saved()

    def over(self) -> None:
        self.services.faults.clear()
        self.texts["README"] = self.texts["README"].replace(UNKNOWN, "")
        self.saved()

    def week(self) -> Ended:
        """A run, and what must hold after each."""
        done = self.runner.run(WEEKLY)
        assert done.status == 0, done.log
        assert len(self.github.open_pulls()) <= 1
        for pull in self.github.open_pulls():
            body = str(pull["body"])
            proposed = {name for name, ticked in corrections(body).items() if ticked}
            assert not proposed & self.refused
            assert proposed, "there is no pull request without a correction"
        return done


Happening = tuple[Callable[[Year], None], str]

HAPPENS: dict[int, Happening] = {
    1: (Year.saved, "unchanged"),
    3: (lambda year: year.plant("swap"), "opened"),
    5: (lambda year: year.plant("venue"), "updated"),
    7: (Year.merge, "unchanged"),
    9: (lambda year: year.plant("title", "teaching"), "opened"),
    11: (Year.outage, "unchanged"),
    13: (Year.over, "unchanged"),
    15: (Year.close, "unchanged"),
    17: (lambda year: year.plant("letters", "teaching"), "opened"),
    19: (lambda year: year.plant("venue", "teaching"), "updated"),
    21: (Year.untick, "updated"),
    23: (Year.by_hand, "unchanged"),
    25: (Year.afresh, "updated"),
    27: (Year.merge, "unchanged"),
    29: (Year.outage, "unchanged"),
    31: (Year.over, "unchanged"),
    33: (lambda year: year.plant("title"), "opened"),
    35: (Year.merge, "unchanged"),
    37: (lambda year: year.plant("title"), "unchanged"),
    39: (lambda year: year.plant("letters"), "opened"),
    41: (Year.close, "unchanged"),
    47: (Year.right, "unchanged"),
}
"""Week -> what happens before its run, and what the run does; in the others nothing happens."""


def test_a_year_of_weekly_runs_proposes_only_news_and_nothing_twice(
    repository: Repository, runner: Runner, github: GitHub, services: Services
) -> None:
    year = Year(repository, runner, github, services)
    for week in range(1, WEEKS + 1):
        happens, state = HAPPENS.get(week, (None, "unchanged"))
        if happens:
            happens(year)
        deeds = list(github.deeds)
        done = year.week()
        assert (week, done.outputs.get("state", "unchanged")) == (week, state)
        if not happens:
            assert github.deeds == deeds, f"week {week}: nothing is done where nothing happened"
    assert len(github.pulls) == 5
    assert len(year.refused) == 4
    assert repository.show("main", "README.md") == RIGHT
