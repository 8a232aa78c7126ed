#!/bin/sh
# Runs the sample on Apache Spark, two workers that are processes of their own, and holds what comes out against a run on
# this machine, byte for byte.
#
#   Tests/Spark/compare.sh BINARY      BINARY is aidstats; Spark comes from SPARK_HOME, else from PyPI into .build/spark
set -eu
cd "$(dirname "$0")/../.."

binary=$1
pipeline=pipelines/second-reimbursement.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v java >/dev/null; then
    apt-get install -y --no-install-recommends default-jre-headless >/dev/null
fi
if [ -z "${SPARK_HOME:-}" ]; then
    if [ ! -x .build/spark/bin/spark-submit ]; then
        echo "Installing PySpark, which brings Spark, into .build/spark."
        python3 -m venv .build/spark
        .build/spark/bin/pip install -q 'pyspark>=4,<5'
    fi
    PATH=$PWD/.build/spark/bin:$PATH
    PYSPARK_PYTHON=$PWD/.build/spark/bin/python3
    export PATH PYSPARK_PYTHON
fi

# Files of a quarter that a run writes, but for the manifest, which holds times.
same() {
    if ! diff -r -q -x manifest.json "$work/local" "$work/$1" -x ledger.sqlite -x .lock -x .steps.lock; then
        echo "Spark gives other files than this machine: $1." >&2
        exit 1
    fi
    if [ -e "$work/$1/second-reimbursement/.steps" ]; then
        echo "A run on Spark has left files of its steps." >&2
        exit 1
    fi
    grep -q '"engine": *"spark"' "$work/$1"/second-reimbursement/*/manifest.json
    echo "As on this machine, byte for byte: $1."
}

"$binary" run "$pipeline" --output "$work/local" --quiet >/dev/null

for division in '1 1' '3 2' '7 7'; do
    # shellcheck disable=SC2086
    set -- $division
    "$binary" run "$pipeline" --output "$work/spark-$1-$2" --quiet --engine spark \
        --spark-master 'local-cluster[2,1,1024]' --spark-conf spark.ui.enabled=false \
        --pieces "$1" --parts "$2" >/dev/null
    same "spark-$1-$2"
done

# What is refused is refused with the same code and word, and nothing stays.
sed 's/maxRejected:.*/maxRejected: 0%/' "$pipeline" >"$work/strict.yaml"
mkdir -p "$work/sample-input"
if "$binary" run "$work/strict.yaml" --input nowhere.csv --output "$work/refused" --quiet --engine spark \
    --spark-master 'local-cluster[2,1,1024]' 2>"$work/said"; then
    echo "A missing input was not refused." >&2
    exit 1
fi
grep -q input-missing "$work/said"
echo "3 passed, 0 failed"
