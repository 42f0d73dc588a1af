"""A local index made of the services' dumps: it answers in their place, for nothing and at once.

In: dumps, and questions by the thousand. Out: a folder of Parquet files and full-text shards, and
the records that answer, as their services would send them.
Imports: values, sources, compare.

    dump files     gzip, zip, tar: raw records, each with its place     files.py, splitting.py
     |
    parts          each record read by its source's reader, once        rows.py, building.py
     |--------> works        the record, its title, names, year         parts.py
     |--------> identifiers  DOI, arXiv id, PMID, ... -> works          merging.py
     |--------> keys         title, words, places -> works              keys.py, merging.py
     |--------> shards       full text, for what no key finds           shards.py
     |
    generation     all of it, of one moment; replaced at once           manifest.py
     |
    look-ups       identifiers and citations, in bulk                   lookup.py, choosing.py

A folder ``generations/NAME`` is never changed once it is named in ``index.json``.
"""
