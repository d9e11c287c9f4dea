"""round_trip.py FORMAT RECORDS FILE: FILE, read with Python's own reader of FORMAT, holds the values of RECORDS (JSON Lines)."""

import csv
import datetime
import json
import re
import sys

import records as model
import xlsx


def disarmed(text):
    return "'" + text if text[:1] in tuple("=+-@\t\r\n＝＋－＠") and text else text


def fitted(text):
    units = text.encode("utf-16-le")
    if len(units) <= 2 * 32767:
        return text
    return units[: 2 * 32766].decode("utf-16-le", "ignore") + "…"


def cell(text, column):
    """A cell of CSV as a value of its column's type."""
    if text == "":
        return None
    if column in model.INTEGERS:
        return int(text)
    if column in model.NUMBERS:
        return float(text)
    return text


def check_delimited(records, path, delimiter):
    with open(path, encoding="utf-8-sig", newline="") as file:
        raw = file.read()
        file.seek(0)
        rows = list(csv.reader(file, delimiter=delimiter, strict=True))
    head, rows = rows[0], rows[1:]
    model.compare(model.USUAL, head[: len(model.USUAL)], "header")
    model.compare(len(records), len(rows), "rows")
    if delimiter == "\t":
        model.compare(len(records) + 1, len(re.split("[\r\n]", raw)) - 1, "lines")
    for record, row in zip(records, rows):
        expected = model.row_of(record)
        model.compare(len(head), len(row), record["event_id"])
        for column, got in zip(head, row):
            want = expected[column]
            if isinstance(want, str) and column not in model.DATES:
                want = fitted(disarmed(want))
                if delimiter == "\t":
                    want = re.sub("[\t\r\n]+", " ", re.sub(" [\t\r\n]+", " ", want))
            model.compare(want, cell(got, column), f"{record['event_id']} {column}")


def check_features(records, features):
    model.compare(len(records), len(features), "features")
    for record, feature in zip(records, features):
        where = record["event_id"]
        expected = model.row_of(record)
        model.compare("Feature", feature["type"], where)
        model.compare(where, feature["id"], where)
        model.compare(expected, feature["properties"], where)
        model.compare(model.USUAL + model.EXTRA, list(feature["properties"]), where)
        point = [expected["longitude"], expected["latitude"]]
        model.compare(None if None in point else {"type": "Point", "coordinates": point}, feature["geometry"], where)


def check_geojson(records, path):
    with open(path, encoding="utf-8") as file:
        collection = json.load(file)
    model.compare("FeatureCollection", collection["type"], "type")
    model.compare({"type", "features"}, set(collection), "members")
    check_features(records, collection["features"])


def check_geojsonl(records, path):
    with open(path, encoding="utf-8") as file:
        check_features(records, [json.loads(line) for line in file])


def one_line_end(text):
    return text and text.replace("\r\n", "\n").replace("\r", "\n")


def check_xlsx(records, path):
    book = xlsx.read(path)
    model.compare(["Events", "Participants", "Sources", "Rejected", "ReadMe"], list(book), "sheets")
    for name, sheet in book.items():
        model.compare((True, True, True), (sheet.right_to_left, sheet.frozen, sheet.filter == sheet.size), name + " view")
    events = book["Events"].dicts()
    model.compare(model.USUAL, book["Events"].rows[0][: len(model.USUAL)], "header")
    model.compare(len(records), len(events), "rows")
    for record, row in zip(records, events):
        expected = {column: value for column, value in model.row_of(record).items() if column in row}
        for column, want in expected.items():
            if column in model.DATES and want:
                want = datetime.date.fromisoformat(want)
            elif isinstance(want, str):
                want = one_line_end(fitted(want))
            model.compare(want, row[column], f"{record['event_id']} {column}")
    people = [(r["event_id"], side, number + 1, p["name"], p.get("kind"), "; ".join(p["aliases"]) or None)
              for r in records for side, key in (("actor", "actors"), ("target", "targets")) for number, p in enumerate(r[key])]
    keys = ("event_id", "side", "number", "name", "kind", "aliases")
    model.compare(people, [tuple(row[key] for key in keys) for row in book["Participants"].dicts()], "Participants")
    sources = {}
    for record in records:
        sources.setdefault(record["doc_id"], (record["doc_id"], record.get("url"), one_line_end(record.get("title"))))
    model.compare(list(sources.values()), [(r["doc_id"], r["url"], r["title"]) for r in book["Sources"].dicts()], "Sources")
    told = {row["name"]: row["meaning"] for row in book["ReadMe"].dicts()}
    model.compare(set(), set(book["Events"].rows[0]) - set(told), "columns that ReadMe does not tell")
    for key in ("program", "command"):
        model.compare(True, "rasd" in told[key], "ReadMe " + key)


CHECKS = {
    "xlsx": check_xlsx,
    "geojson": check_geojson,
    "geojsonl": check_geojsonl,
    "csv": lambda records, path: check_delimited(records, path, ","),
    "tsv": lambda records, path: check_delimited(records, path, "\t"),
}

if __name__ == "__main__":
    form, record_path, path = sys.argv[1:]
    all_records = model.read(record_path)
    if not all_records:
        raise SystemExit(record_path + ": no records")
    CHECKS[form](all_records, path)
    print(len(all_records), "records agree")
