"""The Python module as its users meet it. RASD_BINARY, RASD_ARTICLES and RASD_LIBRARY come from the build."""

import datetime
import gc
import json
import os
import subprocess
import sys
import threading
import unittest
import warnings

import rasd

RAID = "قصفت طائرات حربية بلدة سرمين أمس، ما أدى إلى مقتل خمسة مدنيين."


def articles():
    with open(os.environ["RASD_ARTICLES"], encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def of_program(*arguments, text=None):
    run = subprocess.run([os.environ["RASD_BINARY"], "--shipped-only", *arguments], input=text, capture_output=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


class Extract(unittest.TestCase):
    def test_gives_the_records_of_the_program(self):
        found = [event for article in articles() for event in rasd.extract(**article)]
        self.assertEqual(found, of_program(os.environ["RASD_ARTICLES"]))
        self.assertTrue(found)

    def test_counts_relative_days_from_published(self):
        for day in ("2024-01-24", datetime.date(2024, 1, 24), datetime.datetime(2024, 1, 24, 9, 30)):
            (event,) = rasd.extract(RAID, published=day)
            self.assertEqual(event["date"]["start"], "2024-01-23")

    def test_offsets_index_the_string(self):
        text = "\U0001F6D1 " + RAID
        (event,) = rasd.extract(text, published="2024-01-24")
        trigger = event["trigger"]
        self.assertEqual(text[trigger["start"]:trigger["end"]], trigger["text"])

    def test_no_text_no_events(self):
        self.assertEqual(rasd.extract(""), [])
        self.assertEqual(rasd.extract(" \n"), [])

    def test_half_a_pair_costs_only_itself(self):
        (event,) = rasd.extract("\ud83d " + RAID, published="2024-01-24")
        self.assertEqual(event["location"]["name"], rasd.extract(RAID)[0]["location"]["name"])

    def test_a_day_that_is_none_is_warned_of(self):
        with self.assertWarnsRegex(rasd.RecordWarning, "soon"):
            self.assertTrue(rasd.extract(RAID, published="soon"))


class Many(unittest.TestCase):
    def test_order_and_events_are_the_same_for_every_number_of_jobs(self):
        many = articles() * 5
        alone = list(rasd.extract_many(many, jobs=1))
        self.assertEqual(len(alone), len(many))
        for jobs in (2, 7):
            self.assertEqual(list(rasd.extract_many(many, jobs=jobs)), alone)

    def test_strings_and_missing_values(self):
        nothing = float("nan")
        found = list(rasd.extract_many([RAID, {"text": RAID, "published": nothing, "title": None}, "", {"text": RAID, "published": datetime.date(2024, 1, 24)}]))
        self.assertEqual([len(events) for events in found], [1, 1, 0, 1])
        self.assertEqual(found[3][0]["date"]["start"], "2024-01-23")

    def test_reads_a_generator_only_a_little_ahead(self):
        taken = 0

        def endless():
            nonlocal taken
            while True:
                taken += 1
                yield RAID

        for _, events in zip(range(3), rasd.extract_many(endless(), jobs=2)):
            self.assertEqual(len(events), 1)
        self.assertLess(taken, 30)

    def test_a_bad_article_raises_or_is_skipped(self):
        bad = [RAID, {"body_html": "x"}, RAID]
        for jobs in (1, 2):
            with self.assertRaisesRegex(rasd.RecordError, "no text field"):
                list(rasd.extract_many(bad, jobs=jobs))
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                found = list(rasd.extract_many(bad, jobs=jobs, on_error="skip"))
            self.assertEqual([len(events) for events in found], [1, 0, 1])
            self.assertEqual(len(caught), 1)
        with self.assertRaises(ValueError):
            list(rasd.extract_many([], jobs=0))


class Own(unittest.TestCase):
    def test_options(self):
        extractor = rasd.Extractor(offsets="byte", provenance=True)
        self.assertEqual(extractor.extract(RAID, "2024-01-24"), of_program("-", "--published", "2024-01-24", "--offsets", "byte", "--provenance", text=RAID))
        with self.assertRaises(ValueError):
            rasd.Extractor(offsets="word")

    def test_a_missing_folder_is_named(self):
        with self.assertRaisesRegex(rasd.KnowledgeError, "/no/such"):
            rasd.Extractor(rules="/no/such")

    def test_threads_share_one(self):
        extractor = rasd.Extractor()
        many = articles()
        alone = [extractor._events(article) for article in many]
        found = [None] * 4

        def work(number):
            found[number] = [extractor._events(article) for article in many]

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [alone] * 4)

    def test_memory_is_given_back(self):
        def resident():
            with open("/proc/self/statm") as numbers:
                return int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

        extractor = rasd.Extractor()
        for _ in range(50):
            extractor.extract(RAID)
        gc.collect()
        before = resident()
        for _ in range(2000):
            extractor.extract(RAID)
        self.assertLess(resident() - before, 8 << 20)

    def test_version(self):
        self.assertRegex(rasd.__version__, r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    print("python", sys.version.split()[0], "rasd", rasd.__version__)
    unittest.main(verbosity=1)
