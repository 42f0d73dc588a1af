# Two commands for a newcomer: `make demo` and `make test`. Both need Python 3.11 or later; the tests of Spark need Java.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-browser test-shells package lint types audit format bench clean

demo: .venv/.installed
	@$(BIN)/errata check examples/list-as-given.md --report report.md --report report.json || test $$? -eq 1
	@echo "The whole report: report.md, report.json"

test: .venv/.tested
	$(BIN)/python -m pytest -m "not browser and not shells" --numprocesses auto --dist worksteal

# The report in a real browser; needs Chromium: `apt-get install chromium`, or CHROMIUM=/path/to/it.
test-browser: .venv/.tested
	$(BIN)/python -m pytest -m browser

# The completion scripts in their shells; needs bash, zsh and fish.
test-shells: .venv/.tested
	$(BIN)/python -m pytest -m shells

lint: .venv/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.developed
	$(BIN)/mypy

# Wheel and source distribution, built, checked, installed into an empty environment and run.
package: .venv/.developed
	.ci/package

# Known advisories on what is installed; passes, and says so, where nobody can be asked.
audit: .venv/.developed
	.ci/audit

format: .venv/.developed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Errata needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/.tested: .venv/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch .venv/.installed $@

.venv/.developed: .venv/.python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch .venv/.installed .venv/.tested $@

# What is measured: the owner's list, accuracy on a corpus, requests against the services' limits, reading.
bench: .venv/.tested
	$(BIN)/python -m tests.benchmarks.owner
	$(BIN)/python -m tests.benchmarks.accuracy tests/benchmarks/accuracy/corpus.jsonl
	$(BIN)/python -m tests.benchmarks.asking
	$(BIN)/python -m tests.benchmarks.reading
	$(BIN)/python -m tests.benchmarks.kills
	$(BIN)/python -m tests.benchmarks.saves
	$(BIN)/python -m tests.benchmarks.lies

clean:
	rm -rf .venv report.md report.json .pytest_cache .mypy_cache .ruff_cache .hypothesis
