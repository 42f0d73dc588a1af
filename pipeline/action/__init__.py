"""What the GitHub Action decides: pure, but for ``pipeline/action/edge/``.

In: an event of GitHub. Out: a pull request, a comment, or silence.
Imports: values, edge, reports, write, jobs.

``python -I -m pipeline.action STEP`` runs one step of ``action.yml``. What comes from a list, a
service, an issue or a commit reaches a step through files and variables, and leaves it as text.
"""
