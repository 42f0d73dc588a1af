"""`errata explain`: a code's page, with a list's own example if one is named; or all codes."""

import argparse

from pipeline.checks import explain as pages
from pipeline.cli.options import settings_of
from pipeline.edge.files import UserError
from pipeline.edge.progress import unseen
from pipeline.jobs.check import check
from pipeline.jobs.lists import lists
from pipeline.reports import text
from pipeline.reports.plain import shown
from pipeline.reports.ranking import ranked
from pipeline.values.codes import CODES


def explain(options: argparse.Namespace) -> int:
    """0; a code that does not exist is a wrong call."""
    if options.code is None:
        width = max(len(code.name) for code in CODES)
        for code in CODES:
            print(f"{code.name:{width}}  {code.severity.value:7}  {code.meaning}")
        return 0
    try:
        page = pages.explain(options.code)
    except pages.UnknownCodeError as error:
        raise UserError(str(error)) from error
    print(page, end="")
    if options.lists:
        print(f"\n{_own(options)}")
    return 0


def _own(options: argparse.Namespace) -> str:
    """The first such finding of the lists, what matters first, as far as kept answers tell."""
    settings = settings_of(options).but(offline=True)
    code = pages.code_of(options.code)
    audited = check(lists(settings), settings, unseen()).audit.audited
    pairs = [(checked, finding) for checked, finding in ranked(audited) if finding.code == code]
    names = ", ".join(map(shown, settings.lists))
    if not pairs:
        return f"No {code} in {names}, according to the answers kept so far."
    first, finding = pairs[0]
    return (
        f"## The first of {len(pairs)} in {names}\n\n{text.entry(first.but(findings=(finding,)))}"
    )
