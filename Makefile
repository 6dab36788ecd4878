# make app    install what is needed, ingest corpus/, open the page
# make test   ruff, mypy, pytest: all that CI runs
# make lint   ruff and mypy alone
# make bench  speed and memory measured, results in bench/results/PROCESSOR (PDFS=a folder of PDFs,
#             FILES=a folder of files of every kind, SETS=a folder of judged sets)
#
# PyTorch: an ordinary machine gets its CPU build with
#   make app TORCH_INDEX=https://download.pytorch.org/whl/cpu
# and a machine with a CUDA GPU leaves TORCH_INDEX empty; the GPU is then used by itself.

PYTHON ?= python3
TORCH_INDEX ?=
PDFS ?=
FILES ?=
SETS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP_EXTRA := $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX))

.PHONY: app test lint bench browser programs

# Ctrl-C is how a person stops it and no error; the trap keeps the shell alive to tell make so.
app: $(VENV)/installed programs
	@trap : INT; $(BIN)/viendan ingest || [ $$? = 130 ]
	@trap : INT; $(BIN)/viendan app || [ $$? = 130 ]

test: $(VENV)/installed-dev programs browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench $(if $(PDFS),--pdfs $(PDFS)) $(if $(FILES),--files $(FILES)) $(if $(SETS),--sets $(SETS))

# One pip call for everything, torch's range included: that is what makes pip take a CPU build
# where one is offered. With -qq it says errors alone: its advice to developers alarms others.
$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -qq --upgrade pip
	$(BIN)/pip install -qq -c constraints.txt $(PIP_EXTRA) -e .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install -qq -c constraints.txt $(PIP_EXTRA) -e ".[dev]"
	touch $@

# Programs that read scans and old Word files; only root on Debian or Ubuntu can install them
# unasked. Without them such files are set aside, each with the command that installs what it needs.
programs:
	@for want in tesseract:tesseract-ocr:tesseract-ocr-vie antiword:antiword soffice:libreoffice-writer; do \
		command -v $${want%%:*} >/dev/null && continue; \
		packages=$$(echo $${want#*:} | tr : ' '); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing $$packages"; \
			{ apt-get update -qq && apt-get install -y -qq --no-install-recommends $$packages; } >/dev/null \
			|| echo "$$packages could not be installed; files that need it will be set aside."; \
		else \
			echo "For every kind of file: sudo apt install $$packages"; \
		fi; \
	done

# The browser test wants Chromium; only root on Debian or Ubuntu can install it unasked.
browser:
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null \
		|| echo "Chromium could not be installed; the browser test will be skipped."; \
	fi
