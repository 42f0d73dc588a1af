"""Services that lie, one at a time: ``python -m tests.benchmarks.lies [ENTRIES]``.

Each lie at 10, 40 and 100 % over a list with planted faults. Prints what a run says and would write
that an undisturbed one does not, and whether the next sound run equals the undisturbed one; the
exit status is 1 if anything but ``not-verified`` came of a lie, or if a run did not end with 3
exactly where something could not be checked.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.hostile.lied import ENTRIES, Bench, Ran, untruths
from tests.hostile.lying import LIES
from tests.server.server import running

SHARES = (0.1, 0.4, 1.0)


def compared(bench: Bench, name: str, share: float, sound: Ran, usual: Ran) -> list[str]:
    """What came of a lie that should not have."""
    cache = f"{name}{share}".replace(" ", "-")
    lied = bench.lied_to(LIES[name], share, cache)
    silent = {one for one in lied.said - sound.said if one[1] == "not-verified"}
    new = lied.said - sound.said - silent
    edits = bench.written(lied) - bench.written(sound)
    after = bench.ran("check", cache)
    healed = (after.said, after.fixes) == (usual.said, usual.fixes)
    print(
        f"{name}, {share:.0%}: exit {lied.status}, {len(silent)} not verified, {len(new)} findings "
        f"and {len(edits)} edits besides, {'healed' if healed else 'NOT healed'}"
    )
    wrong = (*sorted(map(str, (*new, *edits))), *untruths(lied, sound))
    found = [f"{name} {share}: {one}" for one in wrong]
    return found if healed else [*found, f"{name} {share}: the next run is another"]


def main() -> int:
    """0 if nothing came of any lie."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with running() as services, tempfile.TemporaryDirectory() as name:
        bench = Bench(services, entries, Path(name))
        os.environ.update(bench.environment)
        os.chdir(name)
        sound, usual = bench.ran("fix", "sound"), bench.ran("check", "usual")
        wrong = [
            fault for lie in LIES for share in SHARES
            for fault in compared(bench, lie, share, sound, usual)
        ]  # fmt: skip
    print(f"{entries} entries, {len(bench.written(sound))} lines mended: {len(wrong)} wrong")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
