"""Processor time and memory it takes to read lists of 300, 3,000 and 30,000 entries.

Run: ``python tests/benchmarks/reading.py``. The lists are made up here.
"""

import resource
import sys
import time

from pipeline import formats
from pipeline.values.entry import Document

NAMES = ("Ana Müller", "Bo Li", "Chris van Dyk", "D. E. Stone", "Eva Roca", "Femi Ade")


def entry(number: int) -> str:
    people = ", ".join(NAMES[(number + i) % len(NAMES)] for i in range(4))
    words = f"On the growth of lattice number {number} under a slow and steady field"
    return f"- **{words}.** {people}. **Journal of Growth**. [[Link]](https://doi.org/10.9999/g.{number})"


def bib(number: int) -> str:
    people = " and ".join(NAMES[(number + i) % len(NAMES)] for i in range(4))
    return (
        f"@article{{k{number},\n  title = {{On the growth of {{L}}attice {number}}},\n"
        f"  author = {{{people}}},\n  journal = {{Journal of Growth}},\n  year = {{2020}},\n"
        f"  doi = {{10.9999/g.{number}}}\n}}\n"
    )


def seconds(document: Document) -> float:
    begun = time.process_time()
    found = len(formats.read(document).entries)
    took = time.process_time() - begun
    assert found > 0
    return took


def main() -> None:
    formats.read(Document(path="warm.md", text=entry(1)))
    for count in (300, 3_000, 30_000):
        text = "# List\n\n## 2020\n\n" + "\n\n".join(map(entry, range(count)))
        took = seconds(Document(path="list.md", text=text))
        books = seconds(Document(path="list.bib", text="\n".join(map(bib, range(count)))))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(
            f"{count:6} entries: Markdown {took:.2f} s, BibTeX {books:.2f} s, peak {peak} MB\n"
        )


if __name__ == "__main__":
    main()
