# Two commands set up a fresh machine: `make run` and `make test`. The rest is for those who build.
PYTHON ?= python3
BIN = .venv/bin
LOCK = .uv/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.12 --custom-compile-command "make lock"

.PHONY: run setup test gates bench wheel lock shots where messages

run: setup ## install, fill an empty home, serve
	@$(BIN)/rangkai serve --demo

setup:
	@$(PYTHON) tools/setup.py run

test: ## all gates, SQLite and PostgreSQL, one journey in a browser
	@$(PYTHON) tools/setup.py test
	@$(BIN)/python tools/test.py

gates: ## the quick half of `make test`: lint, types, contracts
	@$(PYTHON) tools/setup.py test
	@$(BIN)/python tools/test.py gates

bench: ## measured work: `make bench WHAT=pages|similarity|solver|books|tabular`
	@$(PYTHON) tools/setup.py test
	@$(BIN)/python -m bench $(WHAT)

wheel: setup ## one file in dist/ that installs by pip on Linux, macOS and Windows, without make or Node.js
	@$(BIN)/python -m hatchling build -t wheel -d dist

lock: ## renew the lock files
	@$(PYTHON) tools/setup.py test
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group setup -o requirements-setup.lock
	.uv/bin/npm install --package-lock-only

shots: ## the pictures of the user guide
	@$(PYTHON) tools/setup.py test
	@$(BIN)/python tools/shots.py

messages: ## gather new sentences for the English translation
	@$(BIN)/python tools/messages.py

where: ## which view, template, action and tests are behind WHAT (an address or a sentence on a page)
	@$(BIN)/python tools/where.py "$(WHAT)"
