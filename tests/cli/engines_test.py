"""rasd as the engines that pipe records through programs run it: Spark's RDD.pipe and Hadoop Streaming. Neither is in Debian; this does to
the program what they do (feed a partition from one thread, read from another, look at the exit status and at standard error)."""

import collections
import json
import os
import signal
import subprocess
import tempfile
import threading
import unittest

PROGRAM = os.environ["RASD_BINARY"]
RAID = "قصفت طائرات حربية بلدة سرمين أمس، ما أدى إلى مقتل خمسة مدنيين."

Run = collections.namedtuple("Run", "lines status errors")


def article(number, text=RAID):
    return json.dumps({"doc_id": f"a{number}", "published": "2024-01-24", "text": text}, ensure_ascii=False)


def pipe(lines, *arguments, separator="\n"):
    """RDD.pipe: a process a partition; one thread writes the elements, the task reads lines, another drains standard error."""
    process = subprocess.Popen([PROGRAM, "extract", "--shipped-only", "--jobs", "1", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    errors = []

    def feed():
        try:
            for line in lines:
                process.stdin.write((line + separator).encode("utf-8"))
            process.stdin.close()
        except BrokenPipeError:
            pass  # as the engines do: the exit status tells

    def drain():
        errors.append(process.stderr.read())

    threads = [threading.Thread(target=feed), threading.Thread(target=drain)]
    for thread in threads:
        thread.start()
    found = [line.decode("utf-8").rstrip("\n") for line in process.stdout]
    for thread in threads:
        thread.join()
    process.stdout.close()
    process.stderr.close()
    return Run(found, process.wait(), errors[0].decode("utf-8"))


class SparkPipe(unittest.TestCase):
    def test_an_empty_partition(self):
        self.assertEqual(pipe([]), Run([], 0, ""))

    def test_a_partition_of_blank_lines(self):
        self.assertEqual(pipe(["", "  ", "\t", ""]), Run([], 0, ""))

    def test_blank_lines_between_records(self):
        plain = pipe([article(1), article(2)])
        self.assertEqual(plain.status, 0)
        self.assertEqual(len(plain.lines), 2)
        self.assertEqual(pipe(["", article(1), "", "", article(2), ""]), plain)

    def test_nothing_but_records_comes_out(self):
        for line in pipe([article(number) for number in range(50)]).lines:
            record = json.loads(line)
            self.assertRegex(record["doc_id"], r"^a\d+$")
            self.assertNotIn("\t", line)

    def test_partitions_together_are_the_whole(self):
        lines = [article(number, RAID if number % 3 else "زار الوزير المدرسة.") for number in range(60)]
        whole = pipe(lines).lines
        parts = [pipe(lines[start:start + 7]).lines for start in range(0, 60, 7)]
        self.assertEqual([line for part in parts for line in part], whole)

    def test_a_task_that_runs_twice_says_the_same(self):
        lines = [article(number) for number in range(20)]
        self.assertEqual(pipe(lines), pipe(lines))

    def test_large_partitions_do_not_lock(self):
        # More than both pipes hold, in either direction.
        lines = [article(number, RAID * 20) for number in range(1500)]
        run = pipe(lines)
        self.assertEqual(run.status, 0)
        self.assertGreaterEqual(len(run.lines), 1500)

    def test_bad_records_cost_only_themselves(self):
        run = pipe([article(1), "no record", article(2)])
        self.assertEqual((len(run.lines), run.status), (2, 3))

    def test_a_flood_of_bad_records_does_not_flood_standard_error(self):
        run = pipe([article(1), *("x" * 200 for _ in range(20000)), article(2)])
        self.assertEqual((len(run.lines), run.status), (2, 3))
        self.assertLess(len(run.errors), 10000)

    def test_standard_error_that_nobody_reads(self):
        # The engine that lets it fill: what is said stays below what a pipe holds.
        feed = "\n".join([article(1), *("x" for _ in range(20000)), article(2)]).encode("utf-8")
        process = subprocess.Popen([PROGRAM, "extract", "--jobs", "1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        writer = threading.Thread(target=lambda: (process.stdin.write(feed), process.stdin.close()))
        writer.start()
        found = process.stdout.read().splitlines()
        writer.join()
        self.assertEqual(process.wait(timeout=60), 3)
        self.assertEqual(len(found), 2)
        process.stdout.close()
        process.stderr.close()

    def test_wrong_usage_and_missing_knowledge_fail_the_task(self):
        self.assertEqual(pipe([article(1)], "--no-such-option").status, 2)
        run = pipe([article(1)], "--rules", "/no/such")
        self.assertEqual((run.lines, run.status), ([], 1))
        self.assertIn("/no/such", run.errors)


class EarlyClose(unittest.TestCase):
    def test_a_reader_that_has_enough(self):
        # take(1): the engine closes the pipe while records still come.
        for jobs in ("1", "2"):
            process = subprocess.Popen([PROGRAM, "extract", "--jobs", jobs, "--line-buffered"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                       preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_DFL))

            def feed():
                try:
                    for number in range(20000):
                        process.stdin.write((article(number) + "\n").encode("utf-8"))
                except BrokenPipeError:
                    pass

            writer = threading.Thread(target=feed)
            writer.start()
            self.assertEqual(json.loads(process.stdout.readline())["doc_id"], "a0")
            process.stdout.close()
            self.assertIn(process.wait(timeout=60), (0, -signal.SIGPIPE))
            writer.join()
            try:
                process.stdin.close()
            except BrokenPipeError:
                pass
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()

    def test_input_that_ends_within_a_record(self):
        whole = article(1)
        for cut in (1, len(whole) // 2):
            run = pipe([article(0), whole[:-cut]], separator="\n")
            self.assertEqual((len(run.lines), run.status), (1, 3))
        self.assertEqual(pipe(["\n".join([article(0), whole])], separator="").status, 0)  # no line end at the end


class HadoopStreaming(unittest.TestCase):
    def mapper(self, lines):
        """A line of a text input; a streaming job may leave a tab or a carriage return at its end."""
        return pipe(lines)

    def test_trailing_tabs_and_carriage_returns(self):
        plain = self.mapper([article(1), article(2)])
        self.assertEqual(self.mapper([article(1) + "\t", article(2) + "\r"]), plain)

    def test_block_shuffle_keyed(self):
        """Mapper `extract | block`, the shuffle, reducer `dedup --keyed`: with any number of reducers the pairs are those of one sort."""
        events = self.mapper([article(number) for number in range(8)]).lines
        help_text = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True).stdout
        if " block " not in help_text:
            self.skipTest("this build has no rasd block")

        def call(*arguments, text):
            return subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, encoding="utf-8", check=True).stdout

        keyed = call("block", text="".join(line + "\n" for line in events)).splitlines()
        self.assertTrue(keyed)
        for line in keyed:
            self.assertEqual(line.count("\t"), 1)
        alone = call("dedup", "--keyed", text="".join(sorted(line + "\n" for line in keyed)))
        reducers = [[] for _ in range(3)]
        for line in keyed:
            reducers[sum(line.split("\t")[0].encode("utf-8")) % 3].append(line + "\n")
        pairs = [call("dedup", "--keyed", text="".join(sorted(lines))) for lines in reducers]
        with tempfile.TemporaryDirectory() as folder:
            def clusters(parts):
                options = []
                for number, part in enumerate(parts):
                    path = os.path.join(folder, f"{number}.tsv")
                    with open(path, "w", encoding="utf-8") as out:
                        out.write(part)
                    options += ["--pairs", path]
                return call("dedup", *options, text="".join(line + "\n" for line in events))

            self.assertEqual(clusters(pairs), clusters([alone]))


if __name__ == "__main__":
    unittest.main()
