"""Where characters stand: blocks, inline markup, LaTeX, scans of .bib, JSON and YAML, encoding.

In: the text of a file. Out: what a reader sees, each character with its place in the file.
Imports: values.
"""
