"""What a curator or the caller has silenced: which findings are not to be said."""

from pipeline.compare.titles import key
from pipeline.values.entry import Entry
from pipeline.values.settings import Ignore, Settings


def silenced(code: str, entry: Entry, settings: Settings) -> bool:
    """Whether a curator or the caller does not want to hear of this code here."""
    if settings.only and code not in settings.only:
        return True
    if code in entry.ignored or "*" in entry.ignored:
        return True
    return any(covers(ignore, code, entry) for ignore in settings.ignore)


def covers(ignore: Ignore, code: str, entry: Entry) -> bool:
    """Whether an ignore is about this code at this entry."""
    if code not in ignore.codes and "*" not in ignore.codes:
        return False
    if ignore.list is not None and ignore.list != entry.path:
        return False
    return ignore.entry is None or _is_entry(ignore.entry, entry)


def _is_entry(wanted: str, entry: Entry) -> bool:
    """By identifier, citation key or title."""
    if wanted == entry.key or any(wanted == str(m.identifier) for m in entry.mentions):
        return True
    return bool(entry.title and key(entry.title.text) == key(wanted))
