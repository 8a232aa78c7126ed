import Foundation
import Glibc
import TestSupport
import Testing

@testable import AidPipeline

/// `--engine spark`, with a Spark in its place that does tasks one after the other in one process.
///
/// `make spark-test` does the same on Spark itself.
@Suite struct SparkEngineTests {
    /// What the driver uses of PySpark.
    private static let pyspark = """
        import os


        class SparkFiles:
            @staticmethod
            def get(name):
                return os.path.join(os.environ["STAND_IN"], name)


        class SparkConf:
            def setIfMissing(self, key, value):
                assert key.startswith("spark.") and isinstance(value, str)


        class Spread:
            def __init__(self, items):
                self.items = items

            def map(self, work):
                return Spread([work(item) for item in self.items])

            def collect(self):
                return list(self.items)


        class SparkContext:
            defaultParallelism = 3

            def __init__(self, appName, conf):
                assert isinstance(conf, SparkConf)

            def parallelize(self, items, count):
                assert len(items) == count
                return Spread(items)

            def stop(self):
                pass
        """

    /// Takes the arguments of `spark-submit`, and keeps them.
    private static let submit = """
        #!/bin/sh
        printf '%s\\n' "$@" >"$STAND_IN/arguments"
        while [ $# -gt 2 ]; do
            [ "$1" = --files ] && cp -L "$2" "$STAND_IN/aidstats"
            shift
        done
        [ -e "$STAND_IN/breaks" ] && { echo 'java.lang.OutOfMemoryError: Java heap space'; exit 1; }
        cd / && PYTHONPATH="$STAND_IN" exec python3 "$@"

        """

    private static func place() throws -> Workplace {
        let place = try Workplace.ready()
        try place.write("spark/pyspark.py", pyspark)
        try place.write("spark/bin/spark-submit", submit)
        try #require(chmod(place.path + "/spark/bin/spark-submit", 0o755) == 0)
        return place
    }

    private static func run(_ place: Workplace, _ arguments: [String]) throws -> Ending {
        try Executable.run(
            ["run", "pipeline.yaml", "--engine", "spark"] + arguments, in: place.path,
            environment: ["SPARK_HOME": place.path + "/spark", "STAND_IN": place.path + "/spark"])
    }

    /// What a run leaves beside its reports.
    private static func left(_ place: Workplace, _ output: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(place.path)/\(output)/aid")) ?? []).filter {
            $0.hasPrefix(".steps") && $0 != ".steps.lock"
        }
    }

    @Test(arguments: [[], ["--pieces", "1", "--parts", "1"], ["--pieces", "4", "--parts", "2"]])
    func theSameBytesComeOut(division: [String]) throws {
        let place = try SparkEngineTests.place()
        let ending = try SparkEngineTests.run(
            place, division + ["--spark-master", "local[2]", "--spark-conf", "a.b=c", "--output", "o1"])
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        let plain = try Executable.run(["run", "pipeline.yaml", "--output", "o2"], in: place.path)
        #expect(ending.errorText == plain.errorText)
        for name in ["report.json", "facts.json", "rejects.csv", "report.html"] {
            #expect(try place.bytes("o1/aid/2023Q2/\(name)") == place.bytes("o2/aid/2023Q2/\(name)"), "\(name)")
        }
        #expect(try place.text("o1/aid/2023Q2/manifest.json").contains("\"spark\""))
        #expect(SparkEngineTests.left(place, "o1").isEmpty)
        let arguments = try place.text("spark/arguments").split(separator: "\n")
        #expect(arguments.prefix(4) == ["--master", "local[2]", "--conf", "a.b=c"])
    }

    /// A task that is refused ends the run as it would have ended without Spark, and nothing stays.
    @Test func whatATaskSaysIsTold() throws {
        let place = try SparkEngineTests.place()
        try place.write("exports/a.csv", "编号\n1\n")
        let ending = try SparkEngineTests.run(place, ["--output", "o1", "--log-format", "json"])
        #expect(ending.exitCode == 65)
        #expect(ending.errorText.contains("file-refused") && ending.errorText.contains("exports/a.csv:1"))
        #expect(SparkEngineTests.left(place, "o1").isEmpty)
    }

    @Test func whatSparkItselfSaysIsTold() throws {
        let place = try SparkEngineTests.place()
        try place.write("spark/breaks", "")
        let ending = try SparkEngineTests.run(place, ["--output", "o1", "--log-format", "json"])
        #expect(ending.exitCode == 74)
        #expect(ending.errorText.contains("spark-failed") && ending.errorText.contains("Java heap space"))
        #expect(SparkEngineTests.left(place, "o1").isEmpty)
    }

    /// Inputs are known by the names that were given, wherever a task is started.
    @Test func relativeInputsAreFound() throws {
        let place = try SparkEngineTests.place()
        try place.write("exports/b.csv", "编号\n1\n")
        let input = ["--input", "exports/a.csv"]
        let ending = try SparkEngineTests.run(place, input + ["--output", "o1"])
        #expect(ending.exitCode == 0, "\(ending.errorText)")
        #expect(try Executable.run(["run", "pipeline.yaml", "--output", "o2"] + input, in: place.path).exitCode == 0)
        for name in ["report.json", "rejects.csv"] {
            #expect(try place.bytes("o1/aid/2023Q2/\(name)") == place.bytes("o2/aid/2023Q2/\(name)"), "\(name)")
        }
    }

    /// What a run that was killed has left is of no account, and goes.
    @Test func leftoversGo() throws {
        let place = try SparkEngineTests.place()
        try place.write("o1/aid/.steps-17/piece-1-of-9.claims", "nothing")
        #expect(try SparkEngineTests.run(place, ["--output", "o1"]).exitCode == 0)
        #expect(SparkEngineTests.left(place, "o1").isEmpty)
    }

    @Test func withoutSparkThatIsSaid() throws {
        let place = try Workplace.ready()
        let ending = try Executable.run(
            ["run", "pipeline.yaml", "--engine", "spark", "--log-format", "json"], in: place.path,
            environment: ["SPARK_HOME": place.path + "/nowhere"])
        #expect(ending.exitCode == 66 && ending.errorText.contains("no-spark"))
    }

    @Test(arguments: [
        ["--from-counts", "steps"], ["--no-digest"], ["--parts", "0"], ["--pieces", "0"], ["--spark-conf", "a"],
    ])
    func wrongUsageIsTold(options: [String]) throws {
        let place = try Workplace.ready()
        let ending = try Executable.run(["run", "pipeline.yaml", "--engine", "spark"] + options, in: place.path)
        #expect(ending.exitCode == 64)
    }

    @Test func optionsOfSparkGoWithSpark() throws {
        let place = try Workplace.ready()
        #expect(try Executable.run(["run", "pipeline.yaml", "--spark-master", "yarn"], in: place.path).exitCode == 64)
        #expect(try Executable.run(["run", "pipeline.yaml", "--engine", "flink"], in: place.path).exitCode == 64)
    }
}
