"""The records: one for each work, and the files they are kept in.

In: matches with their candidates. Out: records, each field with the service that said it.
Imports: values, compare, match.
"""
