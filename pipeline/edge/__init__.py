"""The edge: with the command line the only place of network, disk, clock and threads.

In: questions, names of files, settings. Out: answers, texts, and what was written.
Imports: values, sources, papers.
"""
