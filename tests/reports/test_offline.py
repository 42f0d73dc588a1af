"""A service that was never asked is accused of nothing."""

from pipeline.reports import report
from pipeline.values.audit import ServiceUse
from tests.reports import audits

UNASKED = audits.audit(*audits.telling(), complete=False).but(
    services={"crossref": ServiceUse(failed=1, from_cache=4, state="degraded")}
)


def test_without_network_nobody_is_said_not_to_have_answered() -> None:
    for name in ("text", "markdown"):
        told = report(name).render(UNASKED)
        assert "crossref: 4 from the cache, not asked, 1 question open" in told.replace("\n", " ")
        assert "not every service was asked" in told
        assert "a service did not answer" not in told


def test_a_service_that_was_asked_and_kept_silent_is_named() -> None:
    use = ServiceUse(asked=2, failed=1, state="down")
    told = report("text").render(UNASKED.but(services={"crossref": use}))
    assert "crossref: did not answer, 2 requests, 1 unanswered" in told.replace("\n", " ")
    assert "incomplete: a service did not answer" in told
