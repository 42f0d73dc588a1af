"""`errata explain`: a code's page, or the list of codes."""

import argparse

from pipeline.checks import explain as pages
from pipeline.edge.files import UserError
from pipeline.values.codes import CODES


def explain(options: argparse.Namespace) -> int:
    """0; a code that does not exist is a wrong call."""
    if options.code is None:
        width = max(len(code.name) for code in CODES)
        for code in CODES:
            print(f"{code.name:{width}}  {code.severity.value:7}  {code.meaning}")
        return 0
    try:
        print(pages.explain(options.code), end="")
    except pages.UnknownCodeError as error:
        raise UserError(str(error)) from error
    return 0
