# Undertone: `make help` lists what there is.
SHELL := /bin/bash
.DEFAULT_GOAL := help
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)
export UNDERTONE_MAKE := 1

.PHONY: help run test fuzz kills outage replay canary provider check bench confusion venv front lock fix translations migrate clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/run front locales/.compiled ## Start the practice city: web and jobs on 127.0.0.1:8000 (PORT=…, HOST=…)
	@$(BIN)/python tools/run.py --host '$(HOST)' --port '$(PORT)'

test: venv front locales/.compiled ## Install what the suite needs (PostgreSQL, Chromium) and run it all
	@tools/test.sh $(TESTS)

fuzz: venv front locales/.compiled ## Bend a million requests (INPUTS=…, SEED=…): none breaks the door or comes in unsigned
	@UNDERTONE_TEST_FUZZ_INPUTS=$(or $(INPUTS),1000000) UNDERTONE_TEST_FUZZ_SEED=$(or $(SEED),1) \
		tools/test.sh tests/doors/test_fuzz.py

kills: venv front locales/.compiled ## Kill the web process under load for half an hour (SECONDS=…): nothing lost or doubled
	@UNDERTONE_TEST_KILL_SECONDS=$(or $(SECONDS),1800) tools/test.sh tests/doors/test_killed.py

outage: venv front locales/.compiled ## Take the database away while texts arrive (TEXTS=…): each kept sealed, heard once, in order
	@UNDERTONE_TEST_OUTAGE_TEXTS=$(or $(TEXTS),5000) tools/test.sh tests/doors/test_outage.py

replay: venv front locales/.compiled ## Replay ten thousand messages of every provider, mixed up (MESSAGES=…, SEED=…): one record each, in order
	@UNDERTONE_TEST_REPLAY_MESSAGES=$(or $(MESSAGES),10000) UNDERTONE_TEST_REPLAY_SEED=$(or $(SEED),1) \
		tools/test.sh tests/doors/test_replay.py

canary: venv front locales/.compiled ## Search every byte at rest after a thousand conversations (CONVERSATIONS=…)
	@UNDERTONE_TEST_CANARY_CONVERSATIONS=$(or $(CONVERSATIONS),1000) \
		tools/test.sh tests/doors/test_canary.py

provider: .venv/run ## Start the standing fake provider on 127.0.0.1:8010 (ARGS='--drop 0.05'); docs/channels.md
	@$(BIN)/flask provider $(ARGS)

check: venv locales/.compiled ## Format, lint, types, architecture, translations
	@tools/check.sh

bench: venv front locales/.compiled ## Run the benchmarks, print ratios, write bench/results.json
	@tools/bench.sh

confusion: venv ## Measure slips of danger, coded and place words; write bench/confusion.json and docs/confusion.md
	@$(BIN)/python -m bench.confusion

venv: .venv/dev ## Make .venv with everything for running, testing and checking

front: .venv/run ## Install the front-end kit into console/static/vendor
	@tools/front.sh

lock: venv ## Resolve the dependencies of pyproject.toml again, with hashes
	@tools/lock.sh

fix: venv ## Format, and repair what the linter can
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

translations: venv ## Extract messages, update and compile the catalogues, check them, make the pseudo-locale
	@$(BIN)/flask translations extract
	@$(BIN)/flask translations compile
	@$(BIN)/flask translations check
	@$(BIN)/flask translations pseudo

migrate: .venv/run ## Bring the database to the newest migration
	@$(BIN)/alembic upgrade head

clean: ## Remove what can be made again; var/ with its keys and data stays
	@rm -rf .venv node_modules console/static/vendor locales/.compiled bench/.work
	@rm -rf .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find locales -name '*.mo' -delete 2>/dev/null || true

.venv/run: requirements.lock
	@tools/venv.sh run && touch $@

.venv/dev: requirements-dev.lock
	@tools/venv.sh dev && touch $@ .venv/run

locales/.compiled: $(CATALOGUES) | .venv/run
	@tools/catalogues.sh && touch $@
