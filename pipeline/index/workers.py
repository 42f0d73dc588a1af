"""How a process begins that reads or judges by the million."""

import gc


def begun() -> None:
    """A process that lives long collects its garbage, though the command that began it does not.

    Seldom: a piece is thousands of values that are all needed until it is written or told.
    """
    gc.enable()
    gc.set_threshold(50_000, 20, 100)
