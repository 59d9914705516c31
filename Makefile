# Dépêche: `make run` and `make test` on a machine that has Python 3.11 or newer and make, and nothing else.

VENV   ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
UV     ?= uv
INPUT  ?= data/raw
ARGS   ?=
TESTS  ?=

.DEFAULT_GOAL := help
.PHONY: help run test faults fuzz page shown bench clean lock environment

help:
	@echo "make run     read data/raw, write the tables into data/processed  (INPUT=folder, ARGS='--csv')"
	@echo "make test    run the tests  (TESTS=tests/test_running.py)"
	@echo "make faults  kill runs at fifty random moments, fill the disk, kill workers: half an hour"
	@echo "make fuzz    read and recognise made-up input for some minutes  (ARGS='--hypothesis-seed=0')"
	@echo "make page    open the report in headless Chromium (needs chromium and chromedriver)"
	@echo "make shown   run the notebooks anew and take the README's picture, both kept (needs the same)"
	@echo "make bench   time it; the figures go into tests/benchmarks"
	@echo "make lock    resolve the dependencies anew into requirements.lock (needs uv)"
	@echo "make clean   remove the environment, the caches and the written tables"

run: environment
	$(VENV)/bin/depeche run $(INPUT) $(ARGS)

# Two processes share the work, a file of tests at a time. Byte code is kept, whatever the environment says: the tests
# start many processes, and each would compile the package anew.
test: export PYTHONDONTWRITEBYTECODE =
test: environment
	$(VENV)/bin/python -m pytest --numprocesses 2 --dist loadfile $(TESTS)

faults: environment
	$(VENV)/bin/python -m pytest -s tests/faults/killing.py tests/faults/mishaps.py $(ARGS)

fuzz: environment
	$(VENV)/bin/python -m pytest tests/fuzz/fuzzing.py $(ARGS)
	$(VENV)/bin/python tests/fuzz/guided.py readers -max_total_time=120
	$(VENV)/bin/python tests/fuzz/guided.py rules -max_total_time=120
	$(VENV)/bin/python -m tests.benchmarks.bench_pathological

page: environment
	$(VENV)/bin/python -m pytest tests/page/checks.py $(ARGS)

shown: environment
	$(VENV)/bin/python tests/test_notebooks.py
	$(VENV)/bin/python tests/page/picture.py

bench: environment
	$(VENV)/bin/python -m tests.benchmarks

environment: $(VENV)/.depeche

# The locked packages, each checked against its hash; made anew only when the lock changes.
$(VENV)/.locked: requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with its venv module was not found; \
	set PYTHON=/path/to/python3" >&2; exit 1; }
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes --only-binary :all: \
		-r requirements.lock
	@touch $@

# The project itself, in place: the builder is among the locked packages, so nothing more is fetched.
$(VENV)/.depeche: $(VENV)/.locked pyproject.toml
	$(VENV)/bin/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

lock:
	$(UV) pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --quiet --custom-compile-command "make lock" -o requirements.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find data/processed -mindepth 1 ! -name README.md -delete
