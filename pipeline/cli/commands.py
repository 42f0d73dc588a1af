"""What each command does; the only place where stages and edge meet."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from pipeline import formats
from pipeline.cli.lists import diff, write_list
from pipeline.cli.present import present
from pipeline.edge import configuration
from pipeline.edge.files import Source, UserError, read_library, read_list, write_records
from pipeline.values.audit import Audit, Audited, ServiceUse, Status
from pipeline.values.question import Question
from pipeline.values.settings import Ignore, Settings
from pipeline.values.text import Value


def settings_of(options: argparse.Namespace) -> Settings:
    """Files, environment and options as one."""
    names = (
        "records", "cache", "mailto", "fail_on", "offline", "refresh", "max_requests", "max_time_s",
    )  # fmt: skip
    given: dict[str, Any] = {name: getattr(options, name, None) for name in names}
    given["only"] = tuple(getattr(options, "only", None) or ()) or None
    found = configuration.settings(given)
    ignored = tuple(getattr(options, "ignore", None) or ())
    if ignored:
        found = configuration.checked(found.but(ignore=(*found.ignore, Ignore(codes=ignored))))
    return found


def sources_of(options: argparse.Namespace, settings: Settings) -> list[Source]:
    """The lists named, or those of the settings."""
    names = list(dict.fromkeys(options.lists or settings.lists))
    if not names:
        raise UserError(
            "No list is named. Name one, for example `errata check README.md`, or set "
            'lists = ["README.md"] in errata.toml.'
        )
    return [read_list(name) for name in names]


def read(options: argparse.Namespace) -> int:
    """`errata read`: what Errata understands of the entries."""
    settings = settings_of(options)
    readings = [formats.read(source.document) for source in sources_of(options, settings)]
    audited = tuple(
        Audited(entry=e, status=Status.READ if e.unparsed is None else Status.UNPARSED)
        for reading in readings
        for e in reading.entries
    )
    present(
        Audit(
            version=_version(), generated=_now(), complete=True, readings=tuple(readings),
            audited=audited, checked=False,
        ),
        options,
    )  # fmt: skip
    return 0


class Run(Value):
    """What a run over lists found, before anything is written."""

    sources: tuple[Source, ...]
    audit: Audit
    before: Any
    """The library as it was."""
    library: Any
    """The library as it should be."""


def run_over(options: argparse.Namespace, settings: Settings) -> Run:
    """The lists read, every question asked, every entry judged."""
    return run_on(sources_of(options, settings), options, settings)


def run_on(sources: Sequence[Source], options: argparse.Namespace, settings: Settings) -> Run:
    """The same for lists that were read already, from wherever: a file, an older commit."""
    from pipeline.edge.ask import Desk  # noqa: PLC0415  `read` never needs it
    from pipeline.edge.progress import Progress  # noqa: PLC0415
    from pipeline.run import audit  # noqa: PLC0415

    library = read_library(settings.records)
    settings, notes = configuration.expired(settings, _now().date())
    readings = [formats.read(source.document) for source in sources]
    with Progress(sys.stderr, quiet=options.quiet) as watch, Desk(settings, watch) as desk:

        def foresee(questions: frozenset[Question]) -> None:
            watch.foretell(desk.estimate(questions))

        outcome = audit(readings, library, desk.heard, settings, foresee)
        use = desk.use()
    found = Audit(
        version=_version(), generated=_now(),
        complete=not any(a.match and a.match.unavailable for a in outcome.audited),
        services=use, readings=tuple(readings), audited=outcome.audited,
        notes=(*notes, *_advice(settings, use)),
    )  # fmt: skip
    return Run(sources=tuple(sources), audit=found, before=library, library=outcome.library)


def _advice(settings: Settings, use: dict[str, ServiceUse]) -> tuple[str, ...]:
    asked = any(u.asked for name, u in use.items() if name in ("crossref", "pubmed"))
    if settings.mailto or not asked:
        return ()
    gain = "gives three times the speed at Crossref"
    return (
        f"No contact address: asked at the slower public pace. --mailto you@example.org {gain}.",
    )


def check(options: argparse.Namespace) -> int:
    """`errata check`: the report."""
    settings = settings_of(options)
    done = run_over(options, settings)
    present(done.audit, options)
    return status(done.audit, settings)


def fix(options: argparse.Namespace) -> int:
    """`errata fix`: the report, and what follows from it written back.

    An entry about which a service kept silent is left as it is; so is its record.
    """
    from pipeline.write.rewriting import Accepted, marked  # noqa: PLC0415

    settings = settings_of(options)
    done = run_over(options, settings)
    accepted = Accepted(ids=frozenset(options.accept), style=options.style, move=options.move)
    _known(accepted.ids, done.audit)
    texts = corrected(done, accepted)
    if options.dry_run:
        diff(texts)
        return status(done.audit, settings)
    written = save(done, texts, settings)
    audited = marked(done.audit.audited, accepted)
    present(done.audit.but(audited=audited, notes=(*done.audit.notes, *_told(written))), options)
    return status(remaining(done.audit, accepted), settings)


def corrected(done: Run, accepted: Any) -> list[tuple[Source, str]]:  # noqa: ANN401  Accepted
    """Each list with its text after the accepted fixes."""
    from pipeline.write.moves import NotMovedError  # noqa: PLC0415
    from pipeline.write.rewriting import rewritten  # noqa: PLC0415

    try:
        return [
            (source, rewritten(reading, done.audit.audited, accepted))
            for source, reading in zip(done.sources, done.audit.readings, strict=True)
        ]
    except NotMovedError as error:
        raise UserError(f"{error}. Nothing was written; move that entry by hand.") from error


def save(done: Run, texts: Sequence[tuple[Source, str]], settings: Settings) -> list[str]:
    """The names of the files that were written: records first, then lists."""
    written = write_records(settings.records, done.library, done.before)
    return written + [name for source, text in texts if (name := write_list(source, text))]


def _known(ids: frozenset[str], audit: Audit) -> None:
    from pipeline.values.codes import movable  # noqa: PLC0415  only `fix` needs it

    have = {finding.id: finding for audited in audit.audited for finding in audited.findings}
    if missing := sorted(ids - set(have)):
        raise UserError(f"There is no finding {missing[0]}. Run `errata check` for those of today.")
    if mute := sorted(n for n in ids if not have[n].edits and not movable(have[n])):
        found = have[mute[0]]
        raise UserError(f"{found.code} {mute[0]} is for your own hand, there is no edit to accept.")


def _told(written: Sequence[str]) -> tuple[str, ...]:
    if not written:
        return ("Nothing to write.",)
    shown = ", ".join(written[-3:])
    more = f"{len(written) - 3} more and " if len(written) > 3 else ""
    return (f"Written: {more}{shown}.",)


def remaining(audit: Audit, accepted: Any, refused: Sequence[Ignore] = ()) -> Audit:  # noqa: ANN401
    """What the report would still say: the findings that were neither written nor refused."""
    from pipeline.checks.field_states import covers  # noqa: PLC0415  heavy, and only needed after a run

    left = tuple(
        a.but(
            findings=tuple(
                f for f in a.findings
                if not accepted.takes(f) and not any(covers(i, f.code, a.entry) for i in refused)
            )
        )
        for a in audit.audited
    )  # fmt: skip
    return audit.but(audited=left)


def status(audit: Audit, settings: Settings) -> int:
    """0 nothing at or above the threshold, 1 findings, 3 a service did not answer."""
    if not audit.complete:
        return 3
    rank = ("error", "warning", "notice")
    threshold = settings.threshold()
    if threshold is None:
        return 0
    worst = rank[: rank.index(threshold.value) + 1]
    return int(any(f.severity.value in worst for a in audit.audited for f in a.findings))


def _version() -> str:
    from pipeline.cli.parser import installed_version  # noqa: PLC0415

    return installed_version()


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def explain(options: argparse.Namespace) -> int:
    """`errata explain`: a code's page, or the list of codes."""
    from pipeline.checks.explain import UnknownCodeError  # noqa: PLC0415
    from pipeline.checks.explain import explain as page  # noqa: PLC0415
    from pipeline.values.codes import CODES  # noqa: PLC0415

    if options.code is None:
        width = max(len(code.name) for code in CODES)
        for code in CODES:
            print(f"{code.name:{width}}  {code.severity.value:7}  {code.meaning}")
        return 0
    try:
        print(page(options.code), end="")
    except UnknownCodeError as error:
        raise UserError(str(error)) from error
    return 0


def schema(options: argparse.Namespace) -> int:
    """`errata schema`: a published JSON schema."""
    import json  # noqa: PLC0415

    from pipeline.reports.schema import schema as published  # noqa: PLC0415

    print(json.dumps(published(options.name), indent=2, ensure_ascii=False))
    return 0


def _show(options: argparse.Namespace) -> int:
    from pipeline.cli.show import show  # noqa: PLC0415

    return show(options, settings_of(options))


def _cache(options: argparse.Namespace) -> int:
    from pipeline.cli.answers import answers  # noqa: PLC0415

    return answers(options, settings_of(options))


def _add(options: argparse.Namespace) -> int:
    from pipeline.cli.add import add  # noqa: PLC0415

    return add(options, settings_of(options))


def _export(options: argparse.Namespace) -> int:
    from pipeline.cli.export import export  # noqa: PLC0415

    return export(options, settings_of(options))


def _review(options: argparse.Namespace) -> int:
    from pipeline.cli.review import review  # noqa: PLC0415

    return review(options, settings_of(options))


def _compared(options: argparse.Namespace) -> int:
    from pipeline.cli.compared import diff  # noqa: PLC0415

    return diff(options)


def completion(options: argparse.Namespace) -> int:
    """`errata completion`: a script for the shell."""
    from pipeline.cli.completion import script  # noqa: PLC0415
    from pipeline.cli.parser import parser  # noqa: PLC0415

    print(script(options.shell, parser()), end="")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "read": read, "check": check, "fix": fix, "add": _add, "review": _review,
    "show": _show, "export": _export, "diff": _compared, "cache": _cache, "explain": explain,
    "schema": schema, "completion": completion,
}  # fmt: skip
