"""Reports under plans of faults by chance: ``python -m tests.benchmarks.plans [PLANS]``.

Prints what any of them says of a service that is not so; the exit status is 1 if anything was.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.hostile.lied import Bench
from tests.hostile.planned import untruths
from tests.server.server import running

PLANS, ENTRIES = 200, 30


def main() -> int:
    """0 if every report said what was so."""
    plans = int(sys.argv[1]) if len(sys.argv) > 1 else PLANS
    wrong: list[str] = []
    with running() as services, tempfile.TemporaryDirectory() as name:
        bench = Bench(services, ENTRIES, Path(name))
        os.environ.update(bench.environment)
        os.chdir(name)
        for seed in range(plans):
            wrong += untruths(bench, seed)
            print(".", end="" if seed % 50 < 49 else "\n", flush=True)
    print(f"\n{plans} plans, {ENTRIES} entries: {len(wrong)} untrue")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
