"""The edge: with the command line the only place of network, disk, clock and threads.

In: questions, names of files, settings. Out: answers, texts, and what was written.
Imports: values, sources, match, papers, index.

A question's way, from the top to the bottom:

    run         a question
     |
    Desk        who is asked already, what still waits for what        ask.py
     |--------> Ledger     what was told in this run, what failed       ledger.py
     |            |        and before it: Answers of all runs, on disk  cache.py, kept_answers.py
     |            |        the Snapshot that ships with the list        snapshot.py
     |            |        the index of the services' dumps             local_index.py
    Lane        the threads of one pool of services                    lane.py
     |--------> Waiting    its questions, made up into few Jobs         waiting.py
     |--------> SharedPace whose turn it is, among all runs             pace.py, pace_rules.py
     |
    Letter      the job's request under our identity                   services.py, http.py
     |
    Http        one client: proxies, deadlines, sizes                  transport.py, streams.py ...
     |
    the service
     |
    Response    split by its source into a Share for each question     sources/
     |
    Kept        the raw records, never a conclusion                    kept_answers.py -> the Ledger
     |
    run         an Answer: the records read, what they point at asked  answers.py, raw_records.py

Beside it: settings (configuration, variables, refused, remembering), lists and records on disk
(list_names, files, replacing, records), a paper's own page (pages), what a person sees meanwhile
(watch, progress, tally).
"""
