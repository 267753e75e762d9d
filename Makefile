# careguide's verbs. `make help` lists them.

# The C libraries the program is built from, as Debian names them.
PACKAGES := libcmark-dev libreadline-dev libstemmer-dev libutf8proc-dev libyaml-dev nettle-dev

RELEASE := .build-release
BINARY := $(RELEASE)/release/careguide
# One file that runs without the Swift runtime and starts several times as fast
# as the shared flavour.
BUILD := swift build -c release --scratch-path $(RELEASE) -Xswiftc -static-executable
# The tests run optimised: ten thousand generated inputs take seconds so.
TEST := swift test -c release -Xswiftc -enable-testing --disable-xctest
PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help setup build chat test lint check evaluation eval content-lint messages learn install install-kiosk clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: ## install the C libraries that are missing
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' \
	    || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  run=; [ "$$(id -u)" = 0 ] || run=sudo; \
	  { $$run apt-get update && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y $$missing; } \
	    </dev/null >&2 || { echo "careguide needs these packages; please install:$$missing" >&2; exit 1; }; \
	fi

build: setup ## build the program
	@$(BUILD) --product careguide </dev/null >$(RELEASE).log 2>&1 \
	  || { cat $(RELEASE).log >&2; exit 1; }

chat: build ## open the chat, or answer what is piped in line by line
	@$(BINARY)

test: lint build ## run every test; the exit status is the verdict
	CAREGUIDE=$(BINARY) $(TEST)
	$(BINARY) check

lint: ## check the format of the sources
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

check: build ## check the content and replay the transcripts
	$(BINARY) check

EVALUATION := $(RELEASE)/release/Evaluation Knowledge

evaluation: setup
	@$(BUILD) --product Evaluation </dev/null >$(RELEASE).log 2>&1 \
	  || { cat $(RELEASE).log >&2; exit 1; }

eval: evaluation ## ask the labelled questions and print how well they are answered
	@$(EVALUATION) questions Tests/Evaluation/questions*.tsv
	@$(EVALUATION) dialogues Tests/Evaluation/Dialogues/*.yaml

content-lint: evaluation ## print what should be looked at in the phrasings and the lexicon
	@$(EVALUATION) lint Tests/Evaluation/questions.tsv

messages: evaluation ## print how well signs of danger are recognised, voices left out in turn
	@$(EVALUATION) messages
	@$(EVALUATION) exam Tests/Evaluation/Messages/*.tsv

learn: evaluation ## learn the subjects and the net of examples anew, after what they come from changed
	@$(EVALUATION) learn

install: build ## install under PREFIX (/usr/local)
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/careguide
	mkdir -p $(DESTDIR)$(PREFIX)/share/careguide
	cp -R Knowledge $(DESTDIR)$(PREFIX)/share/careguide/

# Where an unattended terminal has what is not the program's own.
SHARE := $(DESTDIR)$(PREFIX)/share/careguide
ETC := $(DESTDIR)/etc

install-kiosk: install ## install what an unattended terminal needs too (Packaging/README.md)
	install -D -m 644 -t $(SHARE) Packaging/fallback.txt Packaging/kiosk.map
	install -D -m 644 -t $(ETC)/systemd/system Packaging/careguide-kiosk.service Packaging/careguide-keys.service
	install -D -m 644 Packaging/careguide.sysusers $(ETC)/sysusers.d/careguide.conf
	install -D -m 644 Packaging/lockdown.sysctl $(ETC)/sysctl.d/90-careguide.conf
	install -D -m 644 Packaging/logind.conf $(ETC)/systemd/logind.conf.d/careguide.conf
	install -D -m 644 Packaging/system.conf $(ETC)/systemd/system.conf.d/careguide.conf

clean: ## remove what was built
	rm -rf .build $(RELEASE) $(RELEASE).log
