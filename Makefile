# Two commands do all set-up: `make scan DIR=/some/folder` and `make test`. Run again, they take none.

PYTHON ?= python3
DIR ?=
STOCKTAKE := .venv/bin/stocktake
RUN_READY := .venv/run.stamp
TEST_READY := .venv/test.stamp
PIP_INSTALL := .venv/bin/python -m pip install --quiet --disable-pip-version-check

# The example keeps its catalogue and key in build/: it never touches the home folder.
EXAMPLE := build/share
EXAMPLE_TRUTH := build/share.truth.jsonl
EXAMPLE_CATALOGUE := build/catalogue.sqlite
EXAMPLE_FILES := 200
EXAMPLE_SEED := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help scan scan-example scan-folder test check bench bench-detect bench-access accuracy lock clean packages

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 19

scan: $(if $(value DIR),scan-folder,scan-example) ## Scan DIR=/some/folder, or without DIR an invented council share

# Status 1 is a scan that is done and has gaps, printed with the answer: no error of make's.
scan-folder: $(RUN_READY)
	@$(STOCKTAKE) scan -- '$(subst ','\'',$(value DIR))' || [ $$? -eq 1 ]

scan-example: $(EXAMPLE_TRUTH)
	@XDG_CONFIG_HOME=build $(STOCKTAKE) scan $(EXAMPLE) --database $(EXAMPLE_CATALOGUE) || [ $$? -eq 1 ]
	@echo "Ask it more: $(STOCKTAKE) findings --database $(EXAMPLE_CATALOGUE)"

# The truth is written last, so a share that was cut off is made again.
$(EXAMPLE_TRUTH): | $(RUN_READY)
	@rm -rf $(EXAMPLE)
	@.venv/bin/python -m benchmarks.share $(EXAMPLE) --files $(EXAMPLE_FILES) --seed $(EXAMPLE_SEED) --permissions modes

test: packages $(TEST_READY) ## Run every test; installs the Debian packages they need
	@.venv/bin/python -m pytest -rs -n 3 --dist worksteal --durations 40 $(TESTS)

check: $(TEST_READY) ## Check format, style, types and who imports whom
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/python -m pytest tests/test_architecture.py

bench: $(TEST_READY) ## Measure speed and accuracy; results go to benchmarks/results/
	@.venv/bin/python -m benchmarks.run

bench-detect: $(TEST_READY) ## Measure detection alone, beside ripgrep and Presidio
	@.venv/bin/python -m benchmarks.detect_speed

bench-access: packages $(TEST_READY) ## Measure shares over SMB beside libsmbclient, a large domain, and answers about a large estate
	@status=0; for each in smb_speed directory reach; do .venv/bin/python -m benchmarks.$$each || status=$$?; done; exit $$status

accuracy: $(TEST_READY) ## Measure accuracy beside other tools; writes docs/accuracy.md
	@.venv/bin/python -m benchmarks.accuracy

lock: ## Write the two lock files anew from pyproject.toml; needs uv
	@uv pip compile $(LOCKED) --extra build --output-file requirements.lock
	@uv pip compile $(LOCKED) --extra build --extra dev --extra kerberos --constraint requirements.lock --output-file requirements-dev.lock

# One lock for every supported Python; neither the registry's address nor this machine's paths in it.
LOCKED := pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

clean: ## Remove .venv, build and every cache; catalogues in your data folder stay
	@rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

packages:
	@.ci/packages $(PYTHON)

# Editable, so that the command always runs what lies here; setuptools comes from the lock.
$(RUN_READY): requirements.lock pyproject.toml
	@.ci/python $(PYTHON)
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(PIP_INSTALL) --require-hashes --requirement requirements.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST_READY): requirements-dev.lock $(RUN_READY)
	@command -v krb5-config >/dev/null || .ci/packages $(PYTHON)
	@echo "Adding what the tests need (once) ..."
	@$(PIP_INSTALL) --require-hashes --requirement requirements-dev.lock
	@touch $@
