# Every target says in one line what it does: `make help`.
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
BOVETT := .venv/bin/bovett
# Two at a time, a file each; of the suites that need the service, each half has one of its own, and the longest file begins.
SIDE_BY_SIDE := $(PYTHON) -m pytest --numprocesses 2 --dist loadfile
UNIT := $(SIDE_BY_SIDE) tests/unit
WHOLE := $(SIDE_BY_SIDE) --no-loadscope-reorder tests/eval tests/conversation tests/browser

.PHONY: help setup frontend run test lint unit conversation browser train eval bench content messages coverage calibrate lock audit clean

help: ## list every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: ## install Python 3.10 and everything locked, into .venv, and build the widget
	@sh deploy/setup.sh
	@sh deploy/frontend.sh

frontend: setup ## build the widget and the page from web/frontend, if stale

run: setup ## train and index what is stale, start everything, print one URL
	@$(BOVETT) serve

test: setup ## every check and every test
	@sh deploy/browser.sh
	@sh deploy/clients.sh
	@$(MAKE) --no-print-directory lint messages content coverage
	@$(BOVETT) train
	@$(UNIT); unit=$$?; $(WHOLE) && exit $$unit

lint: setup ## ruff and mypy
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

unit: setup ## the unit tests alone
	@$(UNIT)

conversation: setup ## the conversation tests against the real servers
	@$(BOVETT) train && $(PYTHON) -m pytest tests/conversation

browser: setup ## the browser tests in Chromium
	@sh deploy/browser.sh
	@sh deploy/clients.sh
	@$(BOVETT) train && $(PYTHON) -m pytest tests/browser

train: setup ## build the index and train the Rasa model if stale
	@$(BOVETT) train

eval: setup ## measure the answers on the eval set, per language
	@$(BOVETT) train && $(PYTHON) -m tests.eval.run

bench: setup ## speed and memory, beside a stock Rasa bot; the widget on slow 3G; the search with fifty times the content
	@sh deploy/browser.sh
	@$(BOVETT) train && $(PYTHON) -m tests.load.bench
	@$(PYTHON) -m tests.load.first_paint
	@$(PYTHON) -m tests.load.growth

content: setup ## check articles, contacts, constants and deadlines
	@$(BOVETT) check

messages: setup ## check that the catalogues are complete, used and compiled
	@$(PYTHON) -m tests.messages

coverage: setup ## print each coverage row with its articles, write docs/coverage.md; fails on a gap
	@$(BOVETT) coverage $(COVERAGE_FILE) --page docs/coverage.md

calibrate: setup ## fit the decision on the development set
	@$(BOVETT) calibrate

lock: setup ## write requirements.lock from pyproject.toml
	@.uv/bin/uv pip compile --quiet --python-version 3.10 --generate-hashes --no-emit-index-url \
	  --custom-compile-command "make lock" --extra dev pyproject.toml --output-file requirements.lock

audit: setup ## known advisories in the locked packages (needs a network)
	@.uv/bin/uvx --quiet pip-audit --requirement requirements.lock --disable-pip --no-deps || true

clean: ## remove what was built and stored
	rm -rf var .venv .uv web/static/build web/frontend/node_modules
