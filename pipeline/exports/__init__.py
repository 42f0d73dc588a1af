"""The records for other programs.

In: records. Out: text in the form asked for.
Imports: values, markup, papers, reports.

To add one: write ``exports/<name>.py`` with ``NAME`` and ``render(papers)``, and add it here.
"""

from collections.abc import Callable, Sequence

from pipeline.exports import biblatex, bibtex, cff, csl_json, csv, hayagriva, ris
from pipeline.values.record import Paper

Render = Callable[[Sequence[Paper]], str]

EXPORTS: dict[str, Render] = {
    bibtex.NAME: bibtex.render,
    biblatex.NAME: biblatex.render,
    csl_json.NAME: csl_json.render,
    ris.NAME: ris.render,
    csv.NAME: csv.render,
    hayagriva.NAME: hayagriva.render,
    cff.NAME: cff.render,
}
"""By the name that ``--to`` takes; the first is the default."""


def export(papers: Sequence[Paper], form: str) -> str:
    """The papers in that form, in order of their ids, whatever order they came in."""
    return EXPORTS[form](sorted(papers, key=lambda paper: paper.id))
