"""Exit statuses: what a shell, a workflow, a hook can tell."""

FINE = 0
FOUND = 1
"""Findings at or above the threshold."""
WRONG_CALL = 2
SILENT = 3
"""Incomplete: a service did not answer."""
BUG = 70
"""A fault of ours (EX_SOFTWARE of sysexits.h)."""
