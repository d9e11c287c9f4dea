"""rasd: Arabic news text in, conflict events out.

    import rasd
    for event in rasd.extract(text, published="2024-01-31"):
        print(event["event_type"], event.get("location", {}).get("name"))

The events are the records that the program prints (docs/output-format.md), as dicts. See docs/python.md.
"""

import collections
import concurrent.futures
import datetime
import itertools
import json
import os
import threading
import warnings

from ._library import Error, Handle, KnowledgeError, RecordError, version

__all__ = ["Error", "Extractor", "KnowledgeError", "RecordError", "RecordWarning", "extract", "extract_many"]
__version__ = version()


class RecordWarning(UserWarning):
    """An article came through with a loss: bad bytes, a day of publication that is no date."""


def _is_missing(value):
    if value is None or isinstance(value, (str, list, tuple, dict)):
        return value is None
    try:
        return bool(value != value)  # NaN and NaT of a data frame
    except TypeError:
        return True  # pandas.NA is neither equal nor unequal


def _plain(value):
    """Days, also those of datetime and pandas, as the library reads them."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value


class Extractor:
    """Rules and data, loaded once. `rules` and `data` are directories as for --rules and --data of the program; `offsets` is
    "code_point" (what Python's str counts), "byte" or "utf16". Threads may share one."""

    def __init__(self, rules=None, data=None, offsets="code_point", provenance=False):
        self._handle = Handle(rules, data, offsets, provenance)

    def extract(self, text, published=None, **fields):
        """The events of one article: a list of dicts. `fields` are the other fields of a record: title, doc_id, url, source."""
        if not fields.get("title") and not text.strip():
            return []  # as a record it would be refused
        return self._events({"text": text, "published": published, **fields})

    def extract_many(self, articles, jobs=None, on_error="raise"):
        """Yields the events of each article, a list of dicts, in the order of the articles, which may be strings or dicts with
        "text" and, where known, "published", "title", "doc_id". `jobs` threads work (default: one a core); a generator is read
        only a little ahead. An article that is none, a dict without text for example, raises RecordError, or with
        on_error="skip" is warned of and yields []."""
        jobs = os.cpu_count() or 1 if jobs is None else jobs
        if jobs < 1 or on_error not in ("raise", "skip"):
            raise ValueError('jobs is at least 1, on_error is "raise" or "skip"')
        work = self._events if on_error == "raise" else self._events_or_warning
        if jobs == 1:
            return map(work, articles)
        return _in_order(work, articles, jobs)

    def _events(self, article):
        if isinstance(article, str):
            return self.extract(article)
        record = {key: _plain(value) for key, value in article.items() if not _is_missing(value)}
        # Halves of surrogate pairs, as careless decoding leaves them, are no UTF-8.
        line = json.dumps(record, ensure_ascii=False, default=str).encode("utf-8", "replace")
        lines, warning = self._handle.record(line)
        if warning:
            warnings.warn(warning, RecordWarning, stacklevel=3)
        return [json.loads(line) for line in lines.split(b"\n") if line]

    def _events_or_warning(self, article):
        try:
            return self._events(article)
        except RecordError as error:
            warnings.warn(f"left out: {error}", RecordWarning, stacklevel=3)
            return []


def _in_order(work, articles, jobs):
    articles = iter(articles)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        ahead = collections.deque(pool.submit(work, article) for article in itertools.islice(articles, 4 * jobs))
        try:
            while ahead:
                found = ahead.popleft().result()
                for article in itertools.islice(articles, 1):
                    ahead.append(pool.submit(work, article))
                yield found
        finally:
            for waiting in ahead:
                waiting.cancel()


_shipped = None
_lock = threading.Lock()


def _default():
    global _shipped
    with _lock:
        if _shipped is None:
            _shipped = Extractor()
        return _shipped


def extract(text, published=None, **fields):
    """Extractor.extract with the shipped rules and data, which are loaded at the first call."""
    return _default().extract(text, published, **fields)


def extract_many(articles, jobs=None, on_error="raise"):
    """Extractor.extract_many with the shipped rules and data."""
    return _default().extract_many(articles, jobs, on_error)
