# hled: all tasks. `make` alone lists them.
# Needs Python 3.11 or later and make; everything else is installed into .venv/.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
WORKERS ?= 2
TEXTS ?=
BIN := .venv/bin
READY := .venv/.ready
PEERS := .venv-peers/.ready
SPARK := .venv-spark/.ready
CATALOGS := $(shell find src -name '*.po' 2>/dev/null)

.PHONY: help
help: ## List all tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

# The environment is built beside its place and marked ready last, so that an interrupted run is begun again.
$(READY): locks/hled.txt pyproject.toml tools/build_catalogs.py
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "hled needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Set PYTHON=python3.11 or later. / hled necesita Python 3.11 o posterior.")'
	@echo "Setting up .venv (once; a minute or two) ..."
	@test -x $(BIN)/python && $(BIN)/python -c '' 2>/dev/null || { rm -rf .venv && $(PYTHON) -m venv .venv; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/hled.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/.catalogs: $(READY) $(CATALOGS)
	@$(BIN)/python tools/build_catalogs.py >/dev/null
	@touch $@

.PHONY: env
env: $(READY) .venv/.catalogs ## Set up .venv with pinned and hashed dependencies

.PHONY: demo
demo: env ## Load the record, print the scoreboard and sample officers, serve the site (PORT=8000, SERVE=0 stops after printing)
	@$(BIN)/hled prepare
	@$(BIN)/hled scoreboard
	@$(BIN)/hled demo people
	@if [ "$(SERVE)" = 1 ]; then exec $(BIN)/hled serve --port $(PORT); fi

.PHONY: test
test: env ## Run everything a clean clone can run: SQLite, PostgreSQL where found, browser journeys where found
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 -m "not proof and not spark" -q
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python tools/test_on_postgres.py -n 2 -q

.PHONY: check
check: format-check lint types layers docs-check catalogs-check test ## What CI runs: format, lint, strict types, layers, docs, translations, tests

.PHONY: format
format: env ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix-only --quiet .

.PHONY: format-check
format-check: env ## Check the format
	@$(BIN)/ruff format --check --quiet . || { echo "Run: make format"; exit 1; }

.PHONY: lint
lint: env ## Lint
	@$(BIN)/ruff check --quiet .

.PHONY: types
types: env ## Check types, strictly
	@$(BIN)/mypy

.PHONY: layers
layers: env ## Check the order among the rooms
	@$(BIN)/lint-imports --no-cache

.PHONY: migrations-check
migrations-check: env
	@$(BIN)/python -m django makemigrations --check --dry-run --settings hled.project.settings

.PHONY: docs
docs: env ## Build the documentation in both languages into docs/_build
	@$(BIN)/python tools/generated_pages.py --check
	@for language in en es; do $(BIN)/sphinx-build -W --keep-going -q -b html -c docs docs/$$language docs/_build/$$language -D language=$$language -t $$language; done

.PHONY: docs-check
docs-check: docs

.PHONY: catalogs-check
catalogs-check: env ## Check that every text exists in both languages
	@$(BIN)/python tools/catalogs.py --check

.PHONY: catalogs
catalogs: env ## Take new texts into the Spanish catalogues
	@$(BIN)/python tools/catalogs.py

.PHONY: pages
pages: env ## Write the generated pages of the documentation again
	@$(BIN)/python tools/generated_pages.py

.PHONY: accuracy
accuracy: env ## Measure the statement reader on labelled texts (TEXTS=folder with the texts)
	@$(BIN)/python tools/accuracy.py $(TEXTS)

.PHONY: proof
proof: env ## Run the long proofs and date their figures in the docs
	@$(BIN)/python -m tools.proof

$(PEERS): locks/peers.txt
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/peers.txt
	@touch $@

# Java is asked for first: the environment of Spark is large.
$(SPARK): locks/spark.txt pyproject.toml
	@echo "Setting up .venv-spark (once; some minutes) ..."
	@test -x .venv-spark/bin/python || $(PYTHON) -m venv .venv-spark
	@.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/spark.txt
	@.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.PHONY: spark
spark: env ## Ask the trade tables on Spark and on DuckDB, and compare (needs Java 17 or later)
	@$(BIN)/python tools/require_java.py
	@$(MAKE) --no-print-directory $(SPARK)
	@.venv-spark/bin/python -m pytest -n 0 -m spark -q tests/sources/trade

.PHONY: bench
bench: env $(PEERS) ## Run the benchmarks and date their figures in the docs
	@$(BIN)/python -m benchmarks.engine.run
	@$(BIN)/python -m benchmarks.trade.run
	@$(BIN)/python -m benchmarks.complexity.run
	@$(BIN)/python -m benchmarks.ranking.run
	@$(BIN)/python -m benchmarks.brief
	@$(BIN)/python -m benchmarks.register.run
	@$(BIN)/python -m benchmarks.editors.run
	@$(BIN)/python -m benchmarks.docket.run
	@$(BIN)/python -m benchmarks.docket.search
	@$(BIN)/python -m benchmarks.docket.posting
	@$(BIN)/python -m benchmarks.run

.PHONY: lock
lock: env ## Resolve the dependencies again into locks/
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --quiet --no-header --upgrade -o locks/hled.txt
	@$(BIN)/uv pip compile benchmarks/peers.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --quiet --no-header --upgrade -o locks/peers.txt
	@$(BIN)/uv pip compile pyproject.toml --extra dev --extra spark --constraint locks/hled.txt --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --quiet --no-header --upgrade -o locks/spark.txt

.PHONY: clean
clean: ## Remove what was built; keeps var/
	@rm -rf .venv .venv-peers .venv-spark docs/_build build dist
