"""The job `full` of the benchmarks in plain Spark SQL, as somebody would write it who has only that.

    Tests/Spark/with-spark sh -c '"$SPARK_HOME"/bin/spark-submit --master MASTER Tests/Spark/plain_sql.py FILE REPORT'

Counts a file of `aidstats-sample bench` as `Tests/Benchmarks/full.yaml` does, and holds all figures against the
report.json of a run. The file is plain, with types that need no guessing: neither encodings, damaged records, broken
quoting nor check digits are looked after, reversals are not checked against what is left, and the column 序号 serves as
the order of the file. All that is in Spark's favour.
"""

from json import dump
from pathlib import Path
import sys
from sys import argv, stdout
from time import perf_counter

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Benchmarks"))

from figures import COLUMNS, PAID, PERIODS, REVERSED, differences, name, of_report  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

QUARTER = "CAST(year(paid_on) * 4 + quarter(paid_on) - 8049 AS INT)"
TYPES = {"number": "INT", "paid_on": "DATE", "amount": "DECIMAL(12, 2)"}
FIELDS = ("care", "district")


def standing(spark, file):
    """The claims that stand, as the table `s`: the last version of each, less what was reversed."""
    schema = ", ".join(f"{column} {TYPES.get(column, 'STRING')}" for column in COLUMNS)
    spark.read.csv(file, schema, header=True).selectExpr(
        "number", "claim", "person", f"{QUARTER} AS q", "amount", "status", "reverses", *FIELDS,
    ).createOrReplaceTempView("t")
    spark.sql(f"""
        WITH r AS (
            SELECT coalesce(nullif(reverses, ''), claim) AS claim, sum(abs(amount)) AS back
            FROM t WHERE status = '{REVERSED}' GROUP BY 1),
        v AS (
            SELECT claim, max_by(struct(person, q, amount, status, care, district), number) AS last
            FROM t WHERE status <> '{REVERSED}' GROUP BY claim)
        SELECT last.person, last.q, last.amount - coalesce(back, 0) AS amount, last.care, last.district
        FROM v LEFT JOIN r USING (claim)
        WHERE last.status = '{PAID}' AND last.amount > coalesce(back, 0)""").persist().createOrReplaceTempView("s")


def fen(yuan):
    return int(yuan * 100)


def people_in_bits(spark, mask):
    """How many people have each bit of a mask."""
    return dict(spark.sql(f"""
        SELECT i, count(*) FROM people LATERAL VIEW explode(sequence(0, 62)) AS i
        WHERE shiftright({mask}, i) & 1 = 1 GROUP BY i""").collect())


def count(spark, file):
    standing(spark, file)
    bits = {field: {value: bit for bit, (value,) in enumerate(
        spark.sql(f"SELECT DISTINCT {field} FROM s ORDER BY 1").collect())} for field in FIELDS}
    masks = ", ".join(
        f"bit_or(shiftleft(1L, CASE {field} " + " ".join(f"WHEN '{v}' THEN {b}" for v, b in values.items())
        + f" END)) AS {field}" for field, values in bits.items())
    spark.sql(f"SELECT person, bit_or(shiftleft(1L, q)) AS q, {masks} FROM s GROUP BY person").persist(
    ).createOrReplaceTempView("people")
    counted, people = {}, people_in_bits(spark, "q")
    for q, records, amount in spark.sql("SELECT q, count(*), sum(amount) FROM s GROUP BY q").collect():
        counted[name(q)] = [people[q], records, fen(amount)]
    counted["cumulative"] = [spark.table("people").count(), *(sum(row[n] for row in counted.values()) for n in (1, 2))]
    for field, values in bits.items():
        people = people_in_bits(spark, field)
        for value, records, amount in spark.sql(f"SELECT {field}, count(*), sum(amount) FROM s GROUP BY 1").collect():
            counted[f"cumulative {field} {value}"] = [people[values[value]], records, fen(amount)]
    recent = {period: span for period, span in PERIODS.items() if period != "cumulative"}
    spans = ", ".join(f"('{period}', {first}, {last})" for period, (first, last) in recent.items())
    for period, care, district, recipients, records, amount in spark.sql(f"""
        SELECT period, care, district, count(DISTINCT person), count(*), sum(amount)
        FROM s JOIN VALUES {spans} AS v(period, first, last) ON q BETWEEN first AND last
        WHERE q >= {min(first for first, _ in recent.values())}
        GROUP BY GROUPING SETS ((period), (period, care), (period, district))""").collect():
        group = f" care {care}" if care is not None else f" district {district}" if district is not None else ""
        counted[period + group] = [recipients, records, fen(amount)]
    return counted


def main():
    file, report = argv[1:]
    spark = SparkSession.builder.appName("plain SQL").getOrCreate()
    began = perf_counter()
    counted = count(spark, file)
    seconds = perf_counter() - began
    expected = of_report(Path(report).read_text("utf-8"))
    wrong = differences(expected, counted) + differences(counted, expected)
    dump({"seconds": round(seconds, 2), "figures": len(expected), "differences": wrong[:5]}, stdout, ensure_ascii=False)
    print()
    spark.stop()
    sys.exit(1 if wrong else 0)


main()
