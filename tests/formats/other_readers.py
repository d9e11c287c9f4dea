"""other_readers.py RECORDS FOLDER: the files events.* in FOLDER, read with other programs, hold the values of RECORDS. Prints which readers were there."""

import json
import os
import shutil
import subprocess
import sys

import records as model


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plain(value):
    """A value as text readers give it back: no difference between no cell and an empty one, between 5 and 5.0."""
    if value is None or value == "":
        return None
    if isinstance(value, (int, float)):
        return float(value)
    return str(value)


def check(expected, rows, reader, typed):
    model.compare(len(expected), len(rows), reader)
    for want, got in zip(expected, rows):
        for column in model.USUAL:
            value = plain(got.get(column))
            if value is not None and not typed and column in model.INTEGERS | model.NUMBERS:
                value = float(value)
            model.compare(plain(want[column]), value, f"{reader} {want['event_id']} {column}")


def miller(expected, folder):
    check(expected, json.loads(run("mlr", "--icsv", "--ojson", "-S", "cat", folder + "/events.csv")), "Miller", False)


def gdal(expected, folder):
    for name in ("events.geojson", "events.geojsonl"):
        target = folder + "/gdal.csv"
        if os.path.exists(target):
            os.remove(target)
        run("ogr2ogr", "-f", "CSV", target, folder + "/" + name)
        rows = json.loads(run("mlr", "--icsv", "--ojson", "-S", "cat", target))
        for row in rows:
            for column in model.DATES:
                row[column] = (row[column] or "").replace("/", "-")
        check(expected, rows, "GDAL " + name, False)


def jq(expected, folder):
    lines = run("jq", "-c", "[.event_id, .location.name, .casualties.killed.min, .evidence.text]", folder + "/events.jsonl").splitlines()
    for want, line in zip(expected, lines, strict=True):
        model.compare([want[c] for c in ("event_id", "location", "fatalities", "notes")], json.loads(line), "jq " + want["event_id"])


def sqlite(expected, folder):
    text = run("sqlite3", "-json", folder + "/events.sqlite", "select * from events order by number")
    check(expected, json.loads(text), "sqlite3", True)


def openpyxl(expected, folder):
    script = (
        "import openpyxl, json, sys\n"
        "rows = list(openpyxl.load_workbook(sys.argv[1], read_only=True)['Events'].values)\n"
        "print(json.dumps([dict(zip(rows[0], row)) for row in rows[1:]], default=lambda day: day.date().isoformat()))"
    )
    check(expected, json.loads(run("/usr/bin/python3", "-c", script, folder + "/events.xlsx")), "openpyxl", True)


def has_openpyxl():
    return subprocess.run(["/usr/bin/python3", "-c", "import openpyxl"], capture_output=True).returncode == 0


if __name__ == "__main__":
    rows = [model.row_of(record) for record in model.read(sys.argv[1])]
    has_miller = shutil.which("mlr")
    for reader, there in ((miller, has_miller), (gdal, has_miller and shutil.which("ogr2ogr")), (jq, shutil.which("jq")),
                          (sqlite, shutil.which("sqlite3")), (openpyxl, has_openpyxl())):
        if there:
            reader(rows, sys.argv[2])
            print(reader.__name__)
