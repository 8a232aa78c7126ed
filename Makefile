# What can be typed here. `make` alone lists it.

PIPELINE ?= pipelines/second-reimbursement.yaml
OUTPUT   ?= reports
PREFIX   ?= /usr/local
FILTER   ?=
BENCH    ?=
SEEDS    ?= 1000
FAULTS   ?=
FUZZ     ?=
MEMORY   ?=
NIGHTS   ?= 1000

# What makes the program hard to take over; .ci/check-binary looks whether it is there. Swift's own code checks every
# place in memory by itself, and lies anywhere by default.
HARD := --disable-local-rpath -Xlinker -z -Xlinker relro -Xlinker -z -Xlinker now -Xcc -fstack-protector-strong
# Two builds in different folders give the same program: no path of this folder goes into it, nor a hash of one. Debug
# information would have some. (A function of GRDB's still has the length of one.)
SAME := -Xlinker --no-export-dynamic -Xswiftc -file-prefix-map -Xswiftc $(CURDIR)=. -Xcc -ffile-prefix-map=$(CURDIR)=. -debug-info-format none \
    -Xswiftc -Xfrontend -Xswiftc -function-sections -Xlinker -T -Xlinker $(CURDIR)/.ci/same-build.ld
# The Swift runtime goes into the binary, so that it runs where there is no Swift. Swift brings the linker lld.
RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -use-ld=lld $(HARD) $(SAME)
TEST    := swift test --disable-xctest $(if $(FILTER),--filter '$(FILTER)')
CODE    := Package.swift Sources Tests
# The suites that try much in little time; no browser, no processes killed, few seeds.
QUICK   := AidModelTests|AidTextTests|AidStatisticsTests|AidReportTests.Golden|AidNewsTests.Golden|AidCheckTests.Golden|FieldCleaner|AmountDecoder|DateDecoder|PersonDecoder|ClaimDecoder|AidInputTests.CSVReader|AidInputTests.XMLReader|PipelineFileGolden

.PHONY: help run test check lint format golden install deb try-deb container clean demo-full bench bench-register bench-shapes count-instructions independent-count attack other-shapes damage outside-cases faults soak kept memory fuzz parts spark-test same-build sbom sample build setup setup-test
.DEFAULT_GOAL := help

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: build ## Report the sample's latest quarter into reports/, or PIPELINE=file's into OUTPUT=folder.
	@.build/release/aidstats run '$(PIPELINE)' --output '$(OUTPUT)'

test: setup-test ## Run all tests, or those that FILTER=regex names.
	$(TEST)

check: setup-test ## Try in a minute, from a warm build, what a save may have broken: rules, words, values, reports.
	.ci/house-checks
	AIDSTATS_SEEDS=20 swift test --disable-xctest --filter '$(QUICK)' --skip ConcealmentTests

build: setup ## Build .build/release/aidstats.
	$(RELEASE) --product aidstats

lint: ## Check the format of the code and the rules of the house.
	swift format lint --strict --parallel --recursive $(CODE)
	.ci/house-checks

format: ## Format the code.
	swift format --in-place --parallel --recursive $(CODE)

golden: setup-test ## Record anew what the tests and the gate compare with; read the diff.
	-AIDSTATS_RECORD=1 $(TEST)
	.ci/golden-sample record .build/debug/aidstats
	@git --no-pager diff --stat -- Tests Sources
	@git --no-pager ls-files --others --exclude-standard -- Tests | sed 's/^/new: /'
	@echo "Now read the diff: git diff -- Tests Sources"

install: ## Install the binary, completions, man pages and schemas under PREFIX=/usr/local.
	@if [ -n "$$SUDO_USER" ] && [ -x .build/release/aidstats ] && [ -x .build/debug/generate-manual ]; then \
	    echo "Installing what was built; make install, without sudo, brings that up to date."; \
	else \
	    $(MAKE) --no-print-directory build && swift build --product generate-manual; \
	fi
	@.ci/install '$(DESTDIR)$(PREFIX)'

deb: build ## Make a Debian package of the program, its man pages, completions and systemd units in .build/deb.
	swift build --product generate-manual
	@.ci/setup deb
	@.ci/deb .build/deb

try-deb: deb ## Install that package in a Debian of its own, boot it, and let systemd run the sample there; as root.
	@.ci/setup try-deb
	@.ci/try-deb .build/deb/aidstats_*.deb

container: deb ## Make a container image of that package, with podman.
	podman build --file Sources/Packaging/Containerfile --build-arg PACKAGE=$$(cd .build/deb && echo aidstats_*.deb) \
	    --tag aidstats .build/deb

demo-full: setup ## Report three quarters at full size and compare with the true figures.
	$(RELEASE) --product aidstats
	$(RELEASE) --product aidstats-sample
	@.ci/demo-full

bench: setup ## Time aidstats beside other engines; BENCH=--large for all, BENCH=--help for more.
	$(RELEASE) --product aidstats
	$(RELEASE) --product aidstats-sample
	@python3 Tests/Benchmarks/bench.py $(BENCH)

bench-shapes: build ## Time one list of claims in the shapes in which the world sends it; BENCH=--help for more.
	@python3 Tests/Benchmarks/shapes.py $(BENCH)

count-instructions: build ## Count instructions a record and allocations a run (valgrind), and hold them to their bounds.
	swift build --product aidstats-sample
	@.ci/count-instructions .build/release/aidstats .build/debug/aidstats-sample

bench-register: setup ## Time a register of 30 million claims; BENCH=--help for more.
	$(RELEASE) --product aidstats
	$(RELEASE) --product aidstats-sample
	@python3 Tests/Benchmarks/register.py $(BENCH)

independent-count: setup ## Hold random exports with every kind of trouble, SEEDS=1000, against a count of its own.
	$(RELEASE) --product aidstats
	@python3 Tests/IndependentCount/compare.py .build/release/aidstats --jobs 2 --seeds $(SEEDS)

attack: setup ## Attack what reports of random programmes hide, SEEDS=100 of each kind, with a solver (scipy, from PyPI where there is none).
	$(RELEASE) --product aidstats
	@python3 -c 'from scipy.optimize import milp' 2>/dev/null || test -x .build/attack/bin/python3 || { \
	    python3 -m venv .build/attack && .build/attack/bin/pip install -q 'scipy>=1.10'; }
	@.ci/attack .build/release/aidstats --jobs 2 --seeds $(SEEDS)

other-shapes: build ## Let init write pipeline files for one export in 535 shapes and formats, and hold what run counts against the truth.
	@python3 Tests/OtherShapes/compare.py .build/release/aidstats

damage: build ## Run bombs and damaged files: each must be refused soon, in little memory, and leave nothing behind.
	@python3 Tests/OtherShapes/damage.py .build/release/aidstats

faults: build setup-test ## Let every system call of every command fail, kill it there, take away what surrounds it; FAULTS=--help for more.
	@python3 Tests/Faults/faults.py .build/release/aidstats $(FAULTS)

kept: build ## Damage ledger, register, key, templates, imports at random: never silently other figures.
	@python3 Tests/Faults/kept.py .build/release/aidstats $(FAULTS)

memory: build ## Hold what a run takes to --memory=256MB, on millions of records of one trouble each; MEMORY='--only rejects'.
	@python3 Tests/Faults/memory.py .build/release/aidstats $(MEMORY)

soak: build ## Run NIGHTS=1000 nights in a row, with corrections, kills, broken disks; then from every earlier version's files.
	@python3 Tests/Faults/soak.py .build/release/aidstats --nights $(NIGHTS)
	@for place in Tests/Faults/earlier/*; do \
	    python3 Tests/Faults/soak.py .build/release/aidstats --nights $(NIGHTS) --start $$place || exit; \
	done

outside-cases: setup ## Play the cases of those who have not read the code.
	$(RELEASE) --product aidstats
	@for make in Tests/OutsideCases/make?.py; do python3 $$make >/dev/null || exit; done
	@python3 Tests/OutsideCases/run.py .build/release/aidstats

fuzz: setup ## Try made-up inputs on every reader, decoder and checker, with sanitizers; FUZZ='--seconds 60 csv xml'.
	@.ci/fuzz $(FUZZ)

spark-test: build ## Run on Apache Spark (from PyPI, with Debian's Java), and against what befalls clusters, and hold it against a run on this machine.
	@Tests/Spark/all .build/release/aidstats

parts: build ## Run SEEDS=1000 random exports in parts, without Spark, and hold them against plain runs, byte for byte.
	@python3 Tests/Spark/parts.py .build/release/aidstats --seeds $(SEEDS)

same-build: setup ## Build the last commit in two folders, and hold the two programs against each other.
	@.ci/same-build

sbom: build ## Write what the program is made of to .build/aidstats.spdx.json (SPDX).
	@TZ=UTC .ci/sbom .build/release/aidstats >.build/aidstats.spdx.json
	@echo "Written: .build/aidstats.spdx.json"

sample: setup ## Write sample-input anew.
	swift build --product aidstats-sample
	rm -f sample-input/claims-*
	.build/debug/aidstats-sample small --output sample-input
	.build/debug/aidstats-sample stays --output sample-input/hospital-allowance >/dev/null

clean: ## Remove what was built; reports stay.
	rm -rf .build .build-fuzz demo-full

setup:
	@.ci/setup build

setup-test:
	@.ci/setup test
