"""What each command does: ``errata fix`` is the function ``fix`` of ``fix.py``.

Each takes the arguments and returns the exit status. A module is loaded when its command is called.
"""
