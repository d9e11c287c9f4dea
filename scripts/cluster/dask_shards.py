#!/usr/bin/env python3
"""Shards of a corpus on a dask cluster:  dask_shards.py SCHEDULER CORPUS OUT SHARDS

Every worker must see CORPUS and OUT under these names. A task whose worker dies runs again elsewhere; a shard that is there is not made
again. RASD in the workers' environment names the program. Then: scripts/cluster/merge OUT EVENTS
"""
import pathlib
import subprocess
import sys

from dask.distributed import Client, as_completed

SHARD = str(pathlib.Path(__file__).resolve().parent / "shard")


def run_shard(script, number, of, corpus, out):
    run = subprocess.run([script, str(number), str(of), corpus, out], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"shard {number}: {run.stderr[-2000:]}")
    return number


def main():
    scheduler, corpus, out, shards = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    with Client(scheduler) as client:
        tasks = [client.submit(run_shard, SHARD, k, shards, corpus, out, pure=False, retries=3) for k in range(1, shards + 1)]
        for task in as_completed(tasks):
            task.result()
    print(f"{shards} shards are there")


if __name__ == "__main__":
    main()
