/// The program that Spark runs: it has tasks do the steps of a run, and knows nothing of what they do.
///
/// A task starts the very `aidstats` that travels with the job, which reads and writes files of its own. What comes back
/// is how it ended, and what it said of why: messages, in which nothing of a person stands.
enum SparkDriver {
    static let fileName = "aidstats-spark.py"

    static let python = #"""
        """Has Spark do the steps of a run in parts; started by `aidstats run --engine spark`."""
        from ctypes import CDLL
        from fcntl import LOCK_NB, LOCK_SH, flock
        from json import dump, loads
        from os import _exit, chmod, getenv, getpid, getppid, path
        from re import search
        from shutil import rmtree
        from signal import SIGKILL
        from socket import gethostname
        from subprocess import DEVNULL, PIPE, run
        from sys import argv, exit
        from threading import Thread
        from time import sleep

        from pyspark import SparkConf, SparkContext, SparkFiles

        # Ends that another attempt may change: a full disk, a reading error, a lock.
        TRANSIENT = {74, 75, 73}
        # What nobody has set otherwise: no file of Spark's in the clear, and a place that fails is not tried for ever.
        USUAL = {
            "spark.io.encryption.enabled": "true",
            "spark.task.maxFailures": "8",
            "spark.excludeOnFailure.enabled": "true",
            "spark.excludeOnFailure.task.maxTaskAttemptsPerExecutor": "2",
            "spark.excludeOnFailure.task.maxTaskAttemptsPerNode": "4",
            "spark.excludeOnFailure.stage.maxFailedTasksPerExecutor": "4",
            "spark.excludeOnFailure.application.maxFailedTasksPerExecutor": "4",
            "spark.excludeOnFailure.stage.maxFailedExecutorsPerNode": "4",
        }


        def working(words, folder, name, home):
            def work(number):
                if not path.isdir(folder):
                    raise RuntimeError(f"{folder} is not there: the run has ended, or this machine cannot open it")
                program = SparkFiles.get(name)
                chmod(program, 0o700)
                libc, starter = CDLL(None), getpid()

                def bind():
                    # Ends with whoever has started it (PR_SET_PDEATHSIG): nobody else waits for what it writes.
                    libc.prctl(1, SIGKILL)
                    if getppid() != starter:
                        _exit(1)

                disks = [disk for disk in getenv("SPARK_LOCAL_DIRS", "").split(",") if path.isdir(disk)]
                place = ["env", f"TMPDIR={disks[number % len(disks)]}"] if disks else []
                ended = run(
                    place + [program] + words(number), cwd=home, preexec_fn=bind,
                    stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
                said = ended.stderr.decode("utf-8", "replace")
                if ended.returncode < 0 or ended.returncode in TRANSIENT:
                    raise RuntimeError(f"aidstats ended with {ended.returncode}: {said}")
                return ended.returncode, said

            return work


        def last_end(error):
            """How the last attempt of a task ended, from what Spark tells of it; None: by something else."""
            found = search(r"aidstats ended with (\d+): (?=\{)", error)
            if not found:
                return None
            said = []
            for line in error[found.end():].split("\n"):
                if not line.startswith("{"):
                    break
                said.append(line)
            return int(found[1]), "\n".join(said)


        def do_steps(context, job):
            """How the first task that is refused has ended; None: none is."""
            parts = job["parts"] or context.defaultParallelism
            pieces = job["pieces"] or parts
            steps = [
                (pieces, lambda k: job["part"] + ["--piece", f"{k}/{pieces}", "--parts", str(parts)]),
                (parts, lambda k: job["settle"] + ["--part", f"{k}/{parts}"]),
                (parts, lambda k: job["count"] + ["--part", f"{k}/{parts}"]),
            ]
            for count, words in steps:
                work = working(words, job["folder"], job["program"], job["home"])
                ends = context.parallelize(range(1, count + 1), count).map(work).collect()
                refused = [end for end in ends if end[0] != 0]
                if refused:
                    return refused[0]
            return None


        def watch(job):
            """Ends with the run that has started this, however that has ended, and leaves nothing of it."""
            while path.isdir(job["folder"]) and is_alive(job):
                sleep(0.5)
            for _ in range(20):
                rmtree(job["folder"], ignore_errors=True)
                if not path.exists(job["folder"]):
                    break
                sleep(0.1)
            _exit(1)


        def is_alive(job):
            """Whether the run still has the lock that it had when it started this."""
            if gethostname() != job["host"]:
                return True
            try:
                with open(job["lock"], "rb") as file:
                    flock(file, LOCK_SH | LOCK_NB)
                    return False
            except OSError:
                return True


        def main():
            job = loads(argv[1])
            Thread(target=watch, args=(job,), daemon=True).start()
            conf = SparkConf()
            for key, value in USUAL.items():
                conf.setIfMissing(key, value)
            context = SparkContext(appName="aidstats", conf=conf)
            try:
                end = do_steps(context, job)
            except Exception as error:
                end = last_end(str(error))
                if end is None:
                    raise
            finally:
                context.stop()
            if end is None:
                return 0
            with open(job["failure"], "w", encoding="utf-8") as file:
                dump({"exitCode": end[0], "said": end[1]}, file)
            return 1


        exit(main())
        """#
}
