"""Where characters stand: blocks of lists, web pages and plain text, inline markup, scans of files.

In: the text of a file. Out: what a reader sees, each character with its place in the file.
Imports: values.
"""
