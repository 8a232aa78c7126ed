#!/bin/sh
# Runs the sample on Apache Spark, two workers that are processes of their own, and holds what comes out against a run on
# this machine, byte for byte.
#
#   Tests/Spark/with-spark Tests/Spark/compare.sh [--short] BINARY      BINARY is aidstats; --short: one division alone
set -eu
cd "$(dirname "$0")/../.."

divisions='1/1 3/2 7/7'
if [ "$1" = --short ]; then
    divisions=3/2
    shift
fi
binary=$1
pipeline=pipelines/second-reimbursement.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Files of a quarter that a run writes, but for the manifest, which holds times.
same() {
    if ! diff -r -q -x manifest.json "$work/local" "$work/$1" -x ledger.sqlite -x .lock -x .steps.lock; then
        echo "Spark gives other files than this machine: $1." >&2
        exit 1
    fi
    if ls -d "$work/$1/second-reimbursement/.steps-"* 2>/dev/null; then
        echo "A run on Spark has left files of its steps." >&2
        exit 1
    fi
    grep -q '"engine": *"spark"' "$work/$1"/second-reimbursement/*/manifest.json
    echo "As on this machine, byte for byte: $1."
}

"$binary" run "$pipeline" --output "$work/local" --quiet >/dev/null

tried=0
for division in $divisions; do
    pieces=${division%/*} parts=${division#*/}
    "$binary" run "$pipeline" --output "$work/spark-$pieces-$parts" --quiet --engine spark \
        --spark-master 'local-cluster[2,1,1024]' --spark-conf spark.ui.enabled=false \
        --pieces "$pieces" --parts "$parts" >/dev/null
    same "spark-$pieces-$parts"
    tried=$((tried + 1))
done

# What is refused is refused with the same word, and nothing stays.
if "$binary" run "$pipeline" --input "$work/nowhere.csv" --output "$work/refused" --engine spark 2>"$work/said"; then
    echo "A missing input was not refused." >&2
    exit 1
fi
grep -q input-missing "$work/said"
echo "Tried: $((tried + 1)). A missing input is refused with the same word."
