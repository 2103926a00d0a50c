# Python 3.11 or newer and make are all that is needed: everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench train clean

demo: .venv/installed
	$(BIN)/newsfacts extract corpora --kb facts.db
	@echo
	$(BIN)/newsfacts query events --country ZA
	@echo
	@echo "The facts are in facts.db. Ask it, for example:"
	@echo "  $(BIN)/newsfacts query events --country KE"
	@echo "  $(BIN)/newsfacts query outcomes --type trained --json"
	@echo "  $(BIN)/newsfacts explain corpora/so-ear-surgery-durban.txt"

test: .venv/installed
	$(BIN)/python -m pytest

lint: .venv/installed
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

bench: .venv/installed
	$(BIN)/python tests/benchmarks/throughput.py

train: .venv/installed
	$(BIN)/python training/train.py

.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newsfacts needs Python 3.11 or newer; name one with make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
