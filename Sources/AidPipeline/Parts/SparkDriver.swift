/// The program that Spark runs: it has tasks do the steps of a run, and knows nothing of what they do.
///
/// A task starts the very `aidstats` that travels with the job, which reads and writes files of its own. What comes back
/// is how it ended, and what it said of why: messages, in which nothing of a person stands.
enum SparkDriver {
    static let fileName = "aidstats-spark.py"

    static let python = #"""
        """Has Spark do the steps of a run in parts; started by `aidstats run --engine spark`."""
        from json import dump, loads
        from os import chmod
        from subprocess import DEVNULL, PIPE, run
        from sys import argv, exit

        from pyspark import SparkContext, SparkFiles

        # Ends that another attempt may change: a full disk, a reading error, a lock, a signal.
        TRANSIENT = {74, 75, 73}


        def working(words):
            def work(number):
                program = SparkFiles.get("aidstats")
                chmod(program, 0o700)
                ended = run(
                    [program] + words(number),
                    stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
                said = ended.stderr.decode("utf-8", "replace")
                if ended.returncode < 0 or ended.returncode in TRANSIENT:
                    raise RuntimeError(f"aidstats ended with {ended.returncode}: {said}")
                return ended.returncode, said

            return work


        def main():
            job = loads(argv[1])
            context = SparkContext(appName="aidstats")
            try:
                parts = job["parts"] or context.defaultParallelism
                pieces = job["pieces"] or parts
                steps = [
                    (pieces, lambda k: job["part"] + ["--piece", f"{k}/{pieces}", "--parts", str(parts)]),
                    (parts, lambda k: job["settle"] + ["--part", f"{k}/{parts}"]),
                    (parts, lambda k: job["count"] + ["--part", f"{k}/{parts}"]),
                ]
                for count, words in steps:
                    ends = context.parallelize(range(1, count + 1), count).map(working(words)).collect()
                    failed = [end for end in ends if end[0] != 0]
                    if failed:
                        with open(job["failure"], "w", encoding="utf-8") as file:
                            dump({"exitCode": failed[0][0], "said": failed[0][1]}, file)
                        return 1
                return 0
            finally:
                context.stop()


        exit(main())
        """#
}
