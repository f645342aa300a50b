# Targets for people who use or change planner; `make help` lists them.
SWIFT   ?= swift
PREFIX  ?= /usr/local
ARCH    ?= portable
SHARED  ?= ../shared
BUILD   := $(SWIFT) build -c release
NATIVE  := $(if $(filter native,$(ARCH)),-Xswiftc -Xcc -Xswiftc -march=native,)
BINARY  := .build/release/planner
# The benchmark is built for this machine unless ARCH=portable is given.
BENCH_ARCH  := $(if $(filter command line environment,$(origin ARCH)),$(ARCH),native)
BENCH_FLAGS := $(if $(filter native,$(BENCH_ARCH)),-Xswiftc -Xcc -Xswiftc -march=native,)

.PHONY: help run build test bench accuracy page goldens lint install dist catalog clean toolchain

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

toolchain:
	@command -v $(SWIFT) >/dev/null 2>&1 || { echo "planner needs Swift 6.2 or later: install it from swift.org/install, then run make again." >&2; exit 2; }

build: toolchain ## Build the program in release mode (ARCH=native for this machine's instructions)
	@$(BUILD) --product planner $(NATIVE)

run: toolchain ## Build planner and evaluate the main example
	@$(BUILD) --product planner $(NATIVE) 1>&2
	@$(BINARY) evaluate examples/main.yaml

test: toolchain ## Everything a contributor must pass
	@$(BUILD) --product planner $(NATIVE) 1>&2
	@$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build-tests --disable-xctest
	@Tests/run-examples $(BINARY)
	@Tests/run-ci $(BINARY)
	@Tests/run-endings $(BINARY)
	@Tests/run-anywhere $(BINARY)

bench: toolchain ## Measure speed beside well-known programs; the last line is JSON (ARCH=portable for the portable build)
	@echo "build: $(if $(filter portable,$(ARCH)),portable,$(BENCH_ARCH))" >&2
	@$(BUILD) --product planner-bench $(BENCH_FLAGS) --scratch-path .build-bench 1>&2
	@Tests/bench .build-bench/release/planner-bench

accuracy: build ## Hold every calculator against reference rows: method, grid, median, p95 and worst error
	@Tests/accuracy $(BINARY) $(SHARED)/oracles

page: build ## Open the report's page in headless Chromium, where that can be had
	@Tests/page $(BINARY)

goldens: build ## Record the expected output of examples/ anew; review the difference
	@Tests/run-examples --record $(BINARY)

lint: toolchain ## Check format and that every package or public declaration is documented
	@find Sources Tests -name '*.swift' -not -path '*/Tables/*' -print0 | xargs -0 $(SWIFT) format lint --strict Package.swift
	@Tests/lint-documentation

install: build ## Install the program under PREFIX (default /usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/planner"

dist: toolchain ## Build a portable static executable at .build-dist/planner
	@$(BUILD) --product planner --scratch-path .build-dist -Xswiftc -static-executable -Xlinker --gc-sections -Xlinker -s
	@cp "$$($(BUILD) --scratch-path .build-dist --show-bin-path)/planner" .build-dist/planner
	@echo "planner is at .build-dist/planner"

catalog: toolchain ## Distil the embedded catalog anew from the data folder at SHARED
	@$(SWIFT) run -c release catalog-builder $(SHARED)/data Sources/Catalog/Tables

clean: ## Remove what was built
	@rm -rf .build .build-tests .build-dist .build-bench
