# `make run` and `make test` are the two commands to know. CONTRIBUTING.md tells the rest.

PREFIX ?= /usr/local
SAMPLE ?= Samples/imaging-ai-consent/document.txt
SOURCES := Sources Tests Rules Benchmarks Package.swift
PROGRAM := .build/release/consentlint

.PHONY: run test test-editors build dependencies check-format format bench score install

# Builds the program and reads a sample form with it.
run: build
	$(PROGRAM) scan $(SAMPLE)

# Checks the format of the code, then builds and runs all tests, those with other people's LSP clients too.
test: dependencies check-format
	swift build --build-tests
	scripts/check-clients.sh
	scripts/check-formats.sh
	scripts/check-ci.sh
	swift test

# Starts the real editors that are installed on a form: marks, hover and a fix must arrive.
test-editors: dependencies
	swift build --product consentlint
	editors/check.sh .build/debug/consentlint

# Builds $(PROGRAM), with the Swift library inside: where it runs, no Swift is needed.
build: dependencies
	swift build --configuration release --static-swift-stdlib --product consentlint

dependencies:
	@scripts/install-dependencies.sh

check-format:
	swift format lint --strict --recursive $(SOURCES)

# Rewrites the code in the one format.
format:
	swift format --in-place --recursive $(SOURCES)

# Prints the speeds that the README shows: the library's, then those of the whole command.
bench: build
	swift run --configuration release --static-swift-stdlib Benchmarks
	Benchmarks/cold-start.sh
	Benchmarks/language-server.py
	Benchmarks/many-forms.py

# Compares the findings with the labelled forms, where they lie beside the project.
score: build
	@test -x ../shared/gold/score || { echo "make score needs the labelled forms in ../shared/gold" >&2; exit 1; }
	../shared/gold/score --lang en -- $(PROGRAM) scan --format json

# The manual page and the completions are made of what the program tells of its arguments.
install: build
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/consentlint
	scripts/install-manual.sh $(PROGRAM) $(DESTDIR)$(PREFIX)/share
	install -D -m 644 NOTICE $(DESTDIR)$(PREFIX)/share/doc/consentlint/NOTICE
