"""What the GitHub Action decides: pure, but for ``pipeline/action/edge/``.

``python -I -m pipeline.action STEP`` runs one step of ``action.yml``. What comes from a list, a
service, an issue or a commit reaches a step through files and variables, and leaves it as text.
"""
