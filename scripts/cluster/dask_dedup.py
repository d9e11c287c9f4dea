#!/usr/bin/env python3
"""Incidents of the events of all shards, on a dask cluster:  dask_dedup.py SCHEDULER OUT EVENTS TOLD BUCKETS

OUT is what dask_shards.py filled, EVENTS what scripts/cluster/merge made of it; TOLD gets the records with incident_id, as `rasd dedup
EVENTS` would write them. Map: `rasd block` of a shard, its lines dealt out to buckets by their key. Reduce: sort a bucket, `rasd dedup
--keyed`. The pairs of all buckets then cluster the records. Only the lines of one bucket are held at a time.
"""
import os
import pathlib
import subprocess
import sys
import zlib

from dask.distributed import Client, as_completed


def bucket_of(key, buckets):
    return zlib.crc32(key) % buckets  # not hash(): it differs from process to process


def program():
    return os.environ.get("RASD", "rasd")


def map_shard(events, folder, buckets):
    events, folder = pathlib.Path(events), pathlib.Path(folder)
    temporary = [folder / f".{events.stem}.{number}.{os.getpid()}" for number in range(buckets)]
    files = [open(path, "wb") for path in temporary]
    with subprocess.Popen([program(), "block", str(events)], stdout=subprocess.PIPE) as blocks:
        for line in blocks.stdout:
            files[bucket_of(line.split(b"\t", 1)[0], buckets)].write(line)
    for file in files:
        file.close()
    if blocks.returncode != 0:
        raise RuntimeError(f"rasd block {events}: exit status {blocks.returncode}")
    for number, path in enumerate(temporary):  # the whole or nothing, also where a worker is killed here
        os.replace(path, folder / f"bucket.{number}.{events.stem}")
    return events.stem


def reduce_bucket(number, folder):
    folder = pathlib.Path(folder)
    parts = sorted(str(path) for path in folder.glob(f"bucket.{number}.*"))
    pairs, temporary = folder / f"pairs.{number}.tsv", folder / f".pairs.{number}.{os.getpid()}"
    with open(temporary, "wb") as out:
        sort = subprocess.Popen(["sort", *parts], stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": "C"})
        keyed = subprocess.run([program(), "dedup", "--keyed"], stdin=sort.stdout, stdout=out)
        sort.stdout.close()
    if sort.wait() != 0 or keyed.returncode != 0:
        raise RuntimeError(f"bucket {number}: exit status {keyed.returncode}")
    os.replace(temporary, pairs)
    return str(pairs)


def results(client, function, arguments):
    tasks = [client.submit(function, *each, pure=False, retries=3) for each in arguments]
    return [task.result() for task in as_completed(tasks)]


def main():
    scheduler, out, events, told, buckets = *sys.argv[1:5], int(sys.argv[5])
    shards = sorted(str(path) for path in pathlib.Path(out).glob("*.jsonl"))
    folder = pathlib.Path(out) / "dedup"
    folder.mkdir(exist_ok=True)
    for stale in folder.iterdir():
        stale.unlink()
    with Client(scheduler) as client:
        results(client, map_shard, [(shard, str(folder), buckets) for shard in shards])
        pairs = sorted(results(client, reduce_bucket, [(number, str(folder)) for number in range(buckets)]))
    options = [word for path in pairs for word in ("--pairs", path)]
    subprocess.run([program(), "dedup", events, *options, "-o", told], check=True)
    print(f"{len(shards)} shards, {buckets} buckets")


if __name__ == "__main__":
    main()
