# make site    build and verify the site into site/
# make serve   preview it on http://127.0.0.1:8000/ with live reload
# make audio   the tools that prepare and store audio (ffmpeg, rclone)
# make test    everything that must hold before a change is merged
# make guide   makes the pictures of the editors' guide and the README anew
# make admin   bundles the web editor anew, when its lock file changes (Node)
# make accessibility   judges every page and writes content/accessibility.json

# The system's own Python where it will do: distributions build it a third faster than most others are.
PYTHON ?= $(shell /usr/bin/python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo /usr/bin/python3 || echo python3)
BIN := .venv/bin

.PHONY: site serve audio test accessibility guide admin lock clean

site: .venv/site.ready
	$(BIN)/site-builder build

serve: .venv/site.ready
	$(BIN)/site-builder serve

audio: .venv/audio.ready

PYTEST := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pytest
# How fast pages show is measured with nothing beside it.
TIMED := tests/judges/test_lighthouse.py
test: .venv/test.ready
	.ci/browser
	.ci/programs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST) -n auto --dist loadfile --no-loadscope-reorder --ignore=$(TIMED)
	$(PYTEST) $(TIMED)

accessibility: .venv/test.ready
	.ci/browser
	PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=tests $(BIN)/python -m judges.record

guide: .venv/test.ready
	.ci/browser
	PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=tests $(BIN)/python -m guide.pictures

# The web editor, of what site_builder/admin/npm/package-lock.json gives: the only part that needs Node.
admin:
	cd site_builder/admin/npm && npm ci --ignore-scripts --no-audit --no-fund && node bundle.mjs ../bundle

# The lock files, anew: only when a dependency is to change.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
lock: .venv/test.ready
	$(LOCK) --group build -o requirements-build.txt
	$(LOCK) pyproject.toml --group build -o requirements.txt
	$(LOCK) pyproject.toml --group build --group audio -o requirements-audio.txt
	$(LOCK) pyproject.toml --group build --group links -o requirements-links.txt
	$(LOCK) pyproject.toml --group build --group test -o requirements-test.txt

clean:
	rm -rf .venv site .cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu: apt install python3-venv"; exit 1; }

INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation

.venv/site.ready: requirements-build.txt requirements.txt pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes -r requirements-build.txt
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --editable .
	touch $@

.venv/%.ready: requirements-%.txt .venv/site.ready
	$(INSTALL) --require-hashes -r $<
	touch $@
