# The verbs of the project. Every one sets up what it needs; `make` alone lists them.
PYTHON_IN_VENV := .venv/bin/python
PYTEST := $(PYTHON_IN_VENV) -m pytest
# else each of a hundred processes of the tests compiles everything anew
unexport PYTHONDONTWRITEBYTECODE
WORKERS := $(shell expr $$(nproc) + $$(nproc) / 2)  # some of them wait for the network
SAMPLE := docs/sample.txt
REAL := ../shared/gold/real
NEWS := ../shared/real
ROUGE := ../shared/rouge

.PHONY: help demo run test slow coverage check fix quality robust bench bench-large load crash audit licences screenshots train lock clean runtime tools peers
help:  ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

demo: runtime  ## set up, digest the sample article, keep it, find it again
	@$(PYTHON_IN_VENV) main.py digest $(SAMPLE)
	@echo; DATABASE=data/demo.db $(PYTHON_IN_VENV) main.py keep $(SAMPLE)
	@echo "main.py find do quang vinh"; DATABASE=data/demo.db $(PYTHON_IN_VENV) main.py find do quang vinh

run: runtime  ## serve the chat: a page on this machine, or Telegram where TELEGRAM_TOKEN is set
	@exec $(PYTHON_IN_VENV) main.py run

test: tools  ## run the whole fast suite (two minutes on two cores)
	@$(PYTEST) --numprocesses $(WORKERS) --dist worksteal

slow: tools  ## the whole program in a browser, as a process, killed; laid-out files (a minute or two)
	@$(PYTEST) -m slow --numprocesses $(WORKERS) --dist loadgroup

coverage: tools  ## the branches of the program that the tests of `make test` take
	@$(PYTEST) --numprocesses $(WORKERS) --dist worksteal --cov --cov-report=term

check: tools  ## hold format, lint, types, floors and documents
	@$(PYTHON_IN_VENV) -m ruff format --check .
	@$(PYTHON_IN_VENV) -m ruff check .
	@$(PYTHON_IN_VENV) -m mypy
	@$(PYTEST) tests/test_architecture.py tests/test_docs.py

fix: tools  ## format the code, mend what can be mended by machine
	@$(PYTHON_IN_VENV) -m ruff check --fix .
	@$(PYTHON_IN_VENV) -m ruff format .
	@$(PYTHON_IN_VENV) -m tests.documents

quality: runtime  ## precision, recall and F1 of each aspect against their floors
	@$(PYTHON_IN_VENV) main.py evaluate tests/gold --floors dev
	@$(PYTHON_IN_VENV) main.py evaluate tests/apart --floors apart
	@if [ -d $(REAL) ]; then $(PYTHON_IN_VENV) main.py evaluate $(REAL) --floors real; \
	else echo "$(REAL) is not here: only the project's own articles were scored"; fi

robust: tools  ## broken texts by the thousand, megabytes of nonsense (minutes)
	@$(PYTEST) -m robust --numprocesses auto tests/test_robust.py

bench: peers  ## speed as ratios to the peers, memory, growth; storage and search at 10,000 and 100,000
	@$(PYTHON_IN_VENV) -m tests.bench.bench
	@$(PYTHON_IN_VENV) -m tests.bench.boundaries
	@$(PYTHON_IN_VENV) -m tests.bench.storage 10000 100000

bench-large: peers  ## storage and search at a million digests (hours to build, then minutes)
	@$(PYTHON_IN_VENV) -m tests.bench.storage 1000000

load: tools  ## throughput, latency, pace and memory of the bot against a fake Bot API (minutes)
	@$(PYTHON_IN_VENV) -m tests.load.load

crash: tools  ## kill the bot 20 times while 200 articles come in, and at each moment of a reminder (minutes)
	@$(PYTHON_IN_VENV) -m tests.load.crash

audit: auditors  ## known weaknesses of the pinned packages (asks a public database)
	@.venv/bin/pip-audit --requirement requirements.lock --disable-pip --require-hashes

licences: auditors  ## the licence of every package that the program needs
	@.venv/bin/pip-licenses --from=mixed --order=license --packages $$(sed -n 's/^\([a-z0-9.-]*\)==.*/\1/p' requirements.lock)

screenshots: tools  ## take the pictures of the chat page anew (needs chromium)
	@$(PYTHON_IN_VENV) -m tests.bot.web.screenshots

train: tools  ## learn the weights of summary sentences and of demands anew
	@if [ -d $(REAL) ]; then $(PYTHON_IN_VENV) -m tests.quality.train_demands tests/gold $(REAL) --news $(NEWS); \
	else echo "make train needs the annotated articles of $(REAL)" >&2; exit 1; fi
	@if [ -d $(ROUGE) ]; then $(PYTHON_IN_VENV) -m tests.quality.train $(ROUGE)/train.jsonl --check $(ROUGE)/dev.jsonl; \
	else echo "make train needs the summaries of $(ROUGE)" >&2; exit 1; fi

lock:  ## write the locks anew (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(LOCK) --extra dev --extra bench --constraint requirements-dev.lock --output-file requirements-bench.lock
	$(LOCK) --extra audit --constraint requirements-dev.lock --output-file requirements-audit.lock

clean:  ## remove .venv and what the tools keep
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build out

runtime:
	@./setup.sh requirements.lock

tools:
	@./setup.sh requirements-dev.lock

peers:
	@./setup.sh requirements-bench.lock

auditors:
	@./setup.sh requirements-audit.lock

LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url
