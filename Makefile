# Casualty Ledger. `make report` and `make test` do everything; `make help` lists the rest.

WEEK  ?= 2023-W22
FROM  ?= 2022-W08
TO    ?= 2026-W10
AS_OF ?=
CONFLICT ?=
RAW   ?=
OUT   ?=
NOTEBOOKS ?= notebooks
# One more than there are cores: a test that waits for what it started leaves its own idle.
TESTERS ?= $(shell echo $$(($$(nproc 2>/dev/null || sysctl -n hw.ncpu) + 1)))
LAB_FLAGS ?=

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

ENV     := .venv
LAB_ENV := .venv-lab
BIN     := $(ENV)/bin
COMPILE := env -u PYTHONDONTWRITEBYTECODE
# Jupyter wants to be told that a machine with no other user, such as a container, is meant.
AS_ROOT := $(shell [ "$$(id -u)" -ne 0 ] || echo --allow-root)
UV_LOCK := awk '/^uv==/ {on = 1} on && /^[^ ]/ && !/^uv==/ {exit} on'

.DEFAULT_GOAL := help
.PHONY: help report backfill site ledger test tests soak lint format lab filters lock docs messages bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

report: $(ENV)/.ready ## make the report of a week: WEEK=2023-W22 AS_OF=2024-01-01|latest CONFLICT=… RAW=… OUT=…
	@$(BIN)/casualty-ledger report --week "$(WEEK)" --as-of "$(AS_OF)" --conflict "$(CONFLICT)" --raw "$(RAW)" --out "$(OUT)"

backfill: $(ENV)/.ready ## make the reports of many weeks: FROM=2022-W08 TO=2026-W10 (without them, all these) AS_OF=each-week|2024-01-01|latest
	@$(BIN)/casualty-ledger backfill --from "$(FROM)" --to "$(TO)" --as-of "$(or $(AS_OF),each-week)" --conflict "$(CONFLICT)" --raw "$(RAW)" --out "$(OUT)"

site: $(ENV)/.ready ## write the index, errata and feed of all reports: OUT=…
	@$(BIN)/casualty-ledger site --out "$(OUT)"

ledger: $(ENV)/.ready ## build the ledger in data/processed from the sheets in data/raw
	@$(BIN)/casualty-ledger build --raw "$(RAW)"

test: $(ENV)/.ready-test $(LAB_ENV)/.ready ## check style and types and run every test
	@$(MAKE) --no-print-directory --jobs 2 lint tests

# Runs beside `lint`, which keeps one core busy.
tests: $(ENV)/.ready-test $(LAB_ENV)/.ready ## run every test only
	$(BIN)/pytest -n $(TESTERS) --dist worksteal

soak: $(ENV)/.ready-test ## run the long tests, try 100,000 mutated inputs, stop a backfill at five hundred random moments, run reports side by side, read every number of every week
	$(BIN)/pytest -n auto -m soak
	$(BIN)/python tests/support/fuzzing.py --inputs 100000
	$(BIN)/python tests/support/killing.py --times 500
	$(BIN)/python tests/support/side_by_side.py --rounds 10
	$(BIN)/python tests/support/reading_sentences.py
	$(BIN)/python tests/support/reading_disagreements.py

lint: $(ENV)/.ready-test ## check style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(ENV)/.ready-test ## mend what style rules can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Quiet but for its address; no news, no check for updates, no list of extensions from the web; the
# kernel of this environment, whatever other kernels the machine has.
LAB := JUPYTER_PREFER_ENV_PATH=1 $(LAB_ENV)/bin/jupyter lab --ServerApp.log_level=WARN \
	--LabApp.news_url=None --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate \
	--LabApp.extension_manager=readonly --LabApp.app_settings_dir="$(CURDIR)/.lab" $(AS_ROOT)

lab: $(LAB_ENV)/.ready ## open JupyterLab on the notebooks: RAW=… LAB_FLAGS=--no-browser
	@$(LAB_ENV)/bin/casualty-ledger build --if-needed --raw "$(RAW)" || [ $$? -eq 1 ] # 1: a sheet is left out
	@git config --get filter.nbstripout.clean >/dev/null 2>&1 || echo "To keep outputs out of commits: make filters"
	@$(if $(RAW),CASUALTY_LEDGER_RAW="$(abspath $(RAW))") $(LAB) $(LAB_FLAGS) "$(NOTEBOOKS)"

# .gitattributes names these filters; a clone that has not registered them commits notebooks as they are.
filters: $(LAB_ENV)/.ready ## strip outputs on commit and show readable differences of notebooks, in this clone
	@git config filter.nbstripout.clean "sh .ci/notebooks strip"
	@git config filter.nbstripout.smudge cat
	@git config diff.jupyternotebook.command "sh .ci/notebooks diff"
	@git config merge.jupyternotebook.name "notebooks, cell by cell"
	@git config merge.jupyternotebook.driver "sh .ci/notebooks merge %O %A %B %L %P"
	@echo "Notebooks are stripped on commit and compared cell by cell in this clone."

lock: $(ENV)/.ready ## write requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --universal --generate-hashes --all-extras --python-version 3.11 --no-header \
		--no-emit-index-url --annotation-style=line --upgrade pyproject.toml -o requirements.lock

docs: $(ENV)/.ready ## write docs/codebook.md, docs/conflict_file.md and docs/mapping_file.md anew
	@$(BIN)/python -c "from casualty_ledger.publishing.codebook import write_codebook; print(write_codebook(), end='')" > docs/codebook.md
	@$(BIN)/python -c "from casualty_ledger.conflicts.describing import write_description; print(write_description(), end='')" > docs/conflict_file.md
	@$(BIN)/python -c "from casualty_ledger.intake.describing import write_description; print(write_description(), end='')" > docs/mapping_file.md

# Every function that takes a phrase of English, and where its texts stand among its arguments.
PHRASES := phrase:1 sentence:1 translate:1 mark:1 counted_phrase:1,2 translate_counted:1,2 mark_counted:1,2
CATALOGUES := src/casualty_ledger/wording/catalogues
messages: $(ENV)/.ready ## bring the catalogues of other languages up to date; NEW=pl begins one
	@$(BIN)/pybabel -q extract --no-location --no-default-keywords --sort-output -w 110 $(addprefix -k ,$(PHRASES)) \
		--mapping pyproject.toml --project "Casualty Ledger" -o $(CATALOGUES)/messages.pot src/casualty_ledger notebooks
	@test -z "$(NEW)" || $(BIN)/pybabel -q init -l $(NEW) -w 110 -i $(CATALOGUES)/messages.pot -o $(CATALOGUES)/$(NEW).po
	@for file in $(CATALOGUES)/*.po; do $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 110 \
		-i $(CATALOGUES)/messages.pot -l $$(basename $$file .po) -o $$file; done
	@rm $(CATALOGUES)/messages.pot

bench: $(ENV)/.ready ## measure the report against plain papermill
	$(BIN)/python benchmarks/report_against_papermill.py
	$(BIN)/python benchmarks/backfill.py --only report

clean: ## remove the environments and everything generated
	rm -rf $(ENV) $(LAB_ENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf data/.ledgers
	find data/processed reports -mindepth 1 ! -name README.md -delete

# The environments: a venv of the standard library, uv in it (checked against the lock's hashes), then
# everything else by uv from the one lock. Tests add their tools to the report's environment;
# JupyterLab has an environment of its own, because its presence slows every import of papermill.
define bootstrap
	@test -n "$(PYTHON)" || { echo "Casualty Ledger needs Python 3.11 or newer. Install it, or name it: make PYTHON=/path/to/python3"; exit 1; }
	@test -x $(1)/bin/uv || { $(PYTHON) -m venv $(1) && $(UV_LOCK) requirements.lock > $(1)/uv.lock \
		&& $(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)/uv.lock; }
	@$(COMPILE) $(1)/bin/uv pip install --quiet --python $(1)/bin/python --compile-bytecode \
		--require-hashes -r pyproject.toml $(2) -c requirements.lock
	@$(COMPILE) $(1)/bin/uv pip install --quiet --python $(1)/bin/python --no-deps --editable .
	@$(COMPILE) $(1)/bin/python -m compileall -q src
	@touch $@
endef

$(ENV)/.ready: pyproject.toml requirements.lock
	$(call bootstrap,$(ENV),)

$(ENV)/.ready-test: pyproject.toml requirements.lock $(ENV)/.ready
	$(call bootstrap,$(ENV),--extra test)

$(LAB_ENV)/.ready: pyproject.toml requirements.lock
	$(call bootstrap,$(LAB_ENV),--extra lab)
