"""The columns of docs/output-format.md, read out of event records a second time and by other means than the program's."""

import csv
import json
import os

USUAL = (
    "event_id event_date event_date_end time_precision disorder_type event_type sub_event_type actor1 inter1 actor2 inter2 country iso3 "
    "admin1 location latitude longitude geo_precision source notes fatalities fatalities_max injured injured_max detained abducted "
    "missing displaced weapons status reporter trigger confidence found_by doc_id url title"
).split()
EXTRA = "published salience cameo plover ucdp".split()
INTEGERS = set("time_precision inter1 inter2 geo_precision fatalities fatalities_max injured injured_max detained abducted missing displaced".split())
NUMBERS = {"latitude", "longitude", "confidence"}
DATES = {"event_date", "event_date_end"}

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data")


def table(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as lines:
        return list(csv.DictReader((l for l in lines if l.strip() and not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


DISORDER = {row["sub_event_type"]: row["disorder_type"] for row in table("types/codes.tsv")}
INTER = {row["kind"]: int(row["inter"]) for row in table("codes/participants.tsv") if row["inter"]}
COUNTRY = {}
for row in table("gazetteer/countries.tsv"):
    COUNTRY.setdefault(row["country"], row["name_en"])


def read(path):
    """The records of a file; lines that are none are skipped."""
    records = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if isinstance(record, dict) and record.get("event_id"):
                records.append(record)
    return records


def row_of(record):
    """Column -> value; None where there is none."""
    date = record.get("date", {})
    place = record.get("location", {})
    toll = record["casualties"]
    row = dict.fromkeys(USUAL + EXTRA)
    for key in "event_id event_type sub_event_type status confidence doc_id url title source published salience".split():
        row[key] = record.get(key)
    row["event_date"], row["event_date_end"] = date.get("start"), date.get("end")
    row["time_precision"] = {None: None, "day": 1, "week": 2}.get(date.get("precision"), 3)
    row["disorder_type"] = DISORDER[record["sub_event_type"]]
    for number, side in (("1", "actors"), ("2", "targets")):
        row["actor" + number] = "; ".join(p["name"] for p in record[side])
        row["inter" + number] = INTER.get(record[side][0].get("kind")) if record[side] else None
    row["iso3"] = place.get("country")
    row["country"] = COUNTRY.get(place.get("country"))
    row["admin1"], row["location"], row["geo_precision"] = place.get("admin1"), place.get("name"), place.get("precision")
    row["latitude"], row["longitude"] = place.get("latitude"), place.get("longitude")
    row["notes"] = record["evidence"].get("text")
    row["reporter"] = record.get("reporter", {}).get("text")
    row["trigger"] = record["trigger"].get("text")
    for column, kind in (("fatalities", "killed"), ("injured", "injured")):
        row[column], row[column + "_max"] = toll.get(kind, {}).get("min"), toll.get(kind, {}).get("max")
    for kind in ("detained", "abducted", "missing", "displaced"):
        row[kind] = toll.get(kind, {}).get("min")
    row["weapons"] = "; ".join(weapon["text"] for weapon in record["weapons"])
    row["found_by"] = "; ".join(record["found_by"])
    for scheme in ("cameo", "plover", "ucdp"):
        row[scheme] = record["codes"].get(scheme)
    return {column: None if value == "" else value for column, value in row.items()}


def compare(expected, got, where):
    """Fails at the first difference."""
    if expected != got:
        raise SystemExit(f"{where}: {got!r} instead of {expected!r}")
