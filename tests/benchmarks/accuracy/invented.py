"""The shipped corpus: the works of ``papers/``, and works that nobody wrote from a fixed seed.

``python -m tests.benchmarks.accuracy.invented`` writes ``corpus.jsonl`` anew. Among the invented
works are what makes matching hard: a preprint beside its version of record, sequels, replies,
notices, retracted works, one title borne by two works, journals whose names are nearly the same.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from pipeline.papers.record_file import load
from pipeline.values.record import Paper

HERE = Path(__file__).parent
PAPERS = HERE.parents[2] / "papers"

Item = dict[str, Any]

TOPICS = (
    ("moss genomes", "lichen sequences", "spore calling", "fern transcripts", "root signalling"),
    ("tidal sensors", "estuary models", "harbour traffic", "kelp forecasting", "coastal radar"),
    ("lantern attention", "pebble embeddings", "sparse gardens", "token weaving", "graph orchards"),
    ("knee bandages", "ward rounds", "infant sleep", "α-amberin dosing", "night-shift nursing"),
    ("cold glass", "ring lattices", "spin marbles", "helium lamps", "two-dimensional amber"),
    ("village archives", "ferry timetables", "choir attendance", "market letters", "inn ledgers"),
)
FORMS = (
    "{a} under slow drift in {b}: evidence from {n} sites",
    "Learning {a} without labels from {b}",
    "{name}: a language model for {a} and {b}",
    "On the stability of {a} in the presence of {b}",
    "Does {a} explain {b}? A {n}-year follow-up study",
    "{a} and {b} in northern Quillmark: a systematic review",
    "Fast estimation of {a} with applications to {b}",
    "{name} identifies {a} from multi-layer {b}",
    "The role of early {b} in later {a}",
    "Toward robust {a} through self-supervised {b}",
    "A randomised comparison of {a} with {b} in small islands",
    "Long-range interactions between {a} & {b} at low temperature",
)
NAMES = ("MossBERT", "TideNet", "PebbleFormer", "FernSeq2", "LanternGAN", "deepKelp", "InnGPT")
GIVEN = (
    "Mara", "Tomas", "Jun", "Ilse", "Kofi", "Nadia", "Peter J.", "Rosa María", "Owen", "Sofia",
    "Jean-Luc", "Zoë", "Björn", "Ağa", "Wei", "Xin", "Hye-Jin", "Anders K.", "Léa", "Miloš",
    "Ruth E. M.", "Ifeoma", "Dmitri", "Yuki", "Paula", "Seán", "Ahmed H.", "Ngọc", "Ola", "T.",
)  # fmt: skip
FAMILY = (
    "Lindqvist", "Oyelaran", "Hasek", "Verhoeven", "Adomako", "Brandão", "Quist", "Ferndale",
    "Tarrant", "Nakagawa", "Müllermann", "O'Corragh", "van der Zwaag", "de la Fuensanta",
    "Kowalczewska", "Žáček", "Thorvaldsdóttir", "Xu", "Li", "Oh", "Ng", "García-Olmo", "Al-Rashidi",
    "MacTavey", "Petrovskaya", "Ødegaardsen", "Nguyễn", "Yılmazoğlu", "Bellefontaine", "Ashdown",
    "Winterbourne", "Okonkwo-Reyes", "St. Merrow", "Castellanos", "Hirayama", "Delacroisette",
    "Szymborczyk", "Featherstone", "Papadimitropoulos", "Ruiz Cárdeno", "Kalnietis", "Ivanchenko",
)  # fmt: skip
JOURNALS = (
    ("Annals of Moss Informatics", "Ann. Moss Inform."), ("Annals of Moss", "Ann. Moss"),
    ("Moss Methods", "Moss Methods"), ("Moss Reviews Genetics", "Moss Rev. Genet."),
    ("Journal of Estuarine Sensing", "J. Estuar. Sens."), ("Estuary Letters", "Estuary Lett."),
    ("Journal of Estuarine Sensing & Control", "J. Estuar. Sens. Control"),
    ("Transactions on Lantern Learning", "Trans. Lantern Learn."),
    ("Bulletin of Pebble Studies", "Bull. Pebble Stud."), ("Pebble Physics A", "Pebble Phys. A"),
    ("Pebble Physics B", "Pebble Phys. B"), ("Quillmark Medical Journal", "Quillmark Med. J."),
    ("International Quarterly of Night Nursing", "Int. Q. Night Nurs."),
    ("Zeitschrift für Ferngeschichte", "Z. Ferngesch."), ("Village & Archive", "Village Arch."),
    ("Proceedings of the Symposium on Lichen Learning", ""),
    ("Proceedings of the Conference on Garden Vision and Token Weaving", ""),
)  # fmt: skip


def records() -> Iterator[Item]:
    """The works of ``papers/``, in the version that their records describe."""
    for path in sorted(PAPERS.glob("*.json")):
        paper = load(path.read_text(encoding="utf-8"))
        yield _record(paper)


def _record(paper: Paper) -> Item:
    work = paper.work
    issued = work.issued
    parts = [p for p in (issued.year, issued.month, issued.day) if p] if issued else []
    ids: Item = {str(i.scheme): i.value for i in reversed(work.identifiers) if i.scheme in IDS}
    first = next((n for n in work.container_titles if n != work.container_title), "")
    return {
        "id": paper.id, **ids, "title": work.title,
        "authors": [
            {"given": p.given, "family": p.family} if p.family else {"name": p.literal}
            for p in work.authors
        ],
        "container_title": work.container_title, "short_container_title": first,
        "type": "posted-content" if work.type == "article" else "journal-article",
        "year": parts[0] if parts else None, "date_parts": parts, "volume": work.volume,
        "issue": work.issue, "pages": work.page, "issn": list(work.issn),
    }  # fmt: skip


IDS = ("doi", "arxiv", "pmid", "pmcid")


class Inventor:
    """Makes works up, each with numbers of its own."""

    def __init__(self, seed: int) -> None:
        self.chance, self.number = Random(seed), 0  # noqa: S311  drawn by seed
        self.titles: set[str] = set()

    def work(self, **given: object) -> Item:
        """A work that nobody wrote."""
        self.number += 1
        place = self.chance.randrange(len(JOURNALS))
        venue, short = JOURNALS[place]
        kind = "proceedings-article" if venue.startswith("Proceedings") else "journal-article"
        item: Item = {
            "id": f"invented:{self.number:04}", "title": self.title(), "authors": self.people(),
            "container_title": venue, "short_container_title": short, "type": kind,
            "date_parts": [self.chance.randrange(1996, 2025), self.chance.randrange(1, 13)],
            "doi": self.doi(place), "volume": str(self.chance.randrange(1, 60)),
            "issue": str(self.chance.randrange(1, 12)), "pages": self.pages(),
        }  # fmt: skip
        if self.chance.random() < 0.4:
            item["pmid"] = str(90_100_000 + self.number)
        return item | given

    def title(self) -> str:
        """A title that no other work has."""
        while True:
            here, there = self.chance.sample(TOPICS, 2)
            made = self.chance.choice(FORMS).format(
                a=self.chance.choice(here), b=self.chance.choice(there),
                n=self.chance.randrange(3, 90), name=self.chance.choice(NAMES),
            )  # fmt: skip
            if made not in self.titles:
                self.titles.add(made)
                return made[0].upper() + made[1:] if made[0] != "α" else made

    def people(self) -> list[dict[str, str]]:
        """Two to nine authors, no family name twice; one in fifty is a junior."""
        families = self.chance.sample(FAMILY, self.chance.choice((2, 2, 3, 3, 4, 5, 6, 9)))
        people = [{"given": self.chance.choice(GIVEN), "family": family} for family in families]
        if self.chance.random() < 0.05:
            people[0]["suffix"] = "Jr."
        return people

    def doi(self, place: int) -> str:
        """A DOI under the prefix that is nobody's, in the manners of several publishers."""
        number = self.number
        forms = (
            f"10.99999/amj.{number:05}", f"10.99999/s4{number:04}-021-0{number:04}-x",
            f"10.99999/j.pebst.2019.10{number:04}",
            f"10.99999/(sici)1099-0000(1997)9:1<{number}::aid>3.0.co;2-z",
            f"10.99999/quill/abc{number:03}",
        )  # fmt: skip
        return forms[place % len(forms)] if place != 3 else forms[0]

    def pages(self) -> str:
        """A range of pages, or the number of an article."""
        first = self.chance.randrange(1, 900)
        return f"{first}-{first + 12}" if self.chance.random() < 0.7 else f"e{first}"

    def posted(self, **given: object) -> Item:
        """A preprint of arXiv."""
        item = self.work(**given)
        for name in ("doi", "pmid", "volume", "issue", "pages", "short_container_title"):
            item.pop(name, None)
        year, month = item["date_parts"][:2]
        year = max(year, 2015)
        number = f"{year % 100:02}{month:02}.{99_000 - self.number}"
        posted = {"container_title": "arXiv", "type": "posted-content", "arxiv": number}
        return item | posted | {"date_parts": [year, month, 15]}

    def pair(self) -> tuple[Item, Item]:
        """A preprint that names its version of record."""
        year, month = self.chance.randrange(2017, 2025), self.chance.randrange(1, 13)
        record = self.work(date_parts=[year, month])
        date = [year - 1, month, 3]
        if self.chance.random() < 0.5:
            shared = {"title": record["title"], "authors": record["authors"], "date_parts": date}
            preprint = self.posted(**shared)
        else:
            doi = f"10.1101/2020.02.30.{900_000 + self.number}"
            preprint = {
                "id": f"{record['id']}p", "title": record["title"], "authors": record["authors"],
                "container_title": "bioRxiv", "type": "posted-content",
                "date_parts": date, "doi": doi,
            }  # fmt: skip
        return record, preprint | {"relation": {"is_preprint_of": [record["doi"]]}}

    def hard(self) -> Iterator[Item]:
        """A work with others about it or nearly like it."""
        base = self.work()
        yield base
        yield self.work(title=f"Reply to: {base['title']}")
        yield self.work(title=f"{base['title']}. Part II", authors=base["authors"])
        yield self.work(title=f"Correction to: {base['title']}", authors=base["authors"],
                        update_to=[{"type": "erratum", "doi": base["doi"]}])  # fmt: skip
        yield self.work(title=base["title"].replace(" and ", " or ").replace(" in ", " beyond "))

    def retracted(self) -> Iterator[Item]:
        """A retracted work and the notice that says so."""
        base = self.work()
        notice = self.work(title=f"Retraction: {base['title']}", authors=base["authors"],
                           update_to=[{"type": "retraction", "doi": base["doi"]}])  # fmt: skip
        told = [{"type": "retraction", "by": notice["doi"]}]
        yield base | {"retracted": True, "updates": told}
        yield notice


def invented(seed: int = 20) -> list[Item]:
    """Some three hundred works."""
    maker = Inventor(seed)
    items = [maker.work() for _ in range(150)]
    items += [maker.posted() for _ in range(60)]
    for _ in range(12):
        items += maker.pair()
    for _ in range(10):
        items += maker.hard()
    for _ in range(6):
        items += maker.retracted()
    for item in items[:6]:  # one title, two works
        items.append(maker.work(title=item["title"]))
    return items


def text() -> str:
    """The corpus as it ships."""
    items = [*records(), *invented()]
    kept = ({name: v for name, v in item.items() if v not in ("", None, [])} for item in items)
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in kept)


if __name__ == "__main__":
    (HERE / "corpus.jsonl").write_text(text(), encoding="utf-8")
