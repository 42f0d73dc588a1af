"""What the command line, the Python names and the GitHub Action have in common.

In: settings, names of lists, works to add. Out: what was found, what would be written, what was.
Imports: values, markup, match, formats, resolve, papers, checks, index, edge,
write, reports, run.

Nobody here knows of arguments or reports: that is for whoever calls.
"""
