"""round_trip.py FORMAT RECORDS FILE: FILE, read with Python's own reader of FORMAT, holds the values of RECORDS (JSON Lines)."""

import csv
import datetime
import json
import re
import sqlite3
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


def check_sqlite(records, path):
    base = sqlite3.connect(path)
    base.row_factory = sqlite3.Row
    model.compare("ok", base.execute("pragma integrity_check").fetchone()[0], "integrity")
    model.compare([], base.execute("pragma foreign_key_check").fetchall(), "foreign keys")
    events = [dict(row) for row in base.execute("select * from events order by number")]
    model.compare(len(records), len(events), "events")
    for number, (record, row) in enumerate(zip(records, events)):
        model.compare({"number": number + 1, **model.row_of(record)}, row, record["event_id"])
    documents = {r["doc_id"]: tuple(r.get(k) for k in ("doc_id", "published", "source", "url", "title")) for r in records}
    model.compare(set(documents.values()), set(map(tuple, base.execute("select * from documents"))), "documents")
    people, places, tolls = set(), set(), set()
    for record in records:
        where = record["event_id"]
        for side, key in (("actor", "actors"), ("target", "targets")):
            for number, p in enumerate(record[key]):
                values = [p.get(k) for k in ("name", "name_en", "id", "kind")]
                people.add((where, side, number + 1, *values, "; ".join(p["aliases"]) or None, p.get("start"), p.get("end")))
        for number, p in enumerate([record.get("location")] + record["other_locations"]):
            if p:
                places.add((where, number, *(p.get(k) for k in ("name", "country", "latitude", "longitude", "precision", "start"))))
        for kind, toll in record["casualties"].items():
            for number, part in enumerate([toll] + toll["groups"]):
                tolls.add((where, kind, number, *(part.get(k) for k in ("group", "min", "max", "text", "start", "end"))))
    for expected, query in (
        (people, "event_id, side, number, name, name_en, participant_id, kind, aliases, text_start, text_end from participants"),
        (places, "event_id, number, name, country, latitude, longitude, geo_precision, text_start from places"),
        (tolls, "event_id, kind, number, people, min, max, text, text_start, text_end from casualties"),
    ):
        model.compare(expected, set(map(tuple, base.execute("select " + query))), query)
    told = [r["event_id"] for r in records if r["status"] in ("asserted", "claimed", "alleged", "foiled")]
    acled = [dict(row) for row in base.execute("select * from v_acled order by (select number from events e where e.event_id = v_acled.event_id)")]
    model.compare(told, [row["event_id"] for row in acled], "v_acled")
    model.compare(32, len(acled[0]), "columns of v_acled")
    by_id = {r["event_id"]: r for r in records}
    for row in acled:
        actors = [p["name"] for p in by_id[row["event_id"]]["actors"]]
        model.compare(([*actors, None][0], "; ".join(actors[1:]) or None), (row["actor1"], row["assoc_actor_1"]), row["event_id"])


CHECKS = {
    "sqlite": check_sqlite,
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
