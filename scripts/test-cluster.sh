#!/usr/bin/env bash
# The recipes of scripts/cluster on real schedulers that are started on this machine: GNU parallel, Slurm (two nodes), dask.distributed (two
# workers), with failing tasks and killed nodes. What each gives is compared, byte for byte, with one process. Needs the build of
# scripts/test.sh; installs Debian packages. Takes two to three minutes.  test-cluster.sh [BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD cluster=$PWD/scripts/cluster build=$(cd "${1:-build/release}" && pwd)

packages=(slurm-wlm munge parallel python3-dask python3-distributed)
dpkg-query -W "${packages[@]}" >/dev/null 2>&1 || {
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" >&2
}

W=$(mktemp -d)
started=()
stop() {
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  for file in "$W"/d.n*.pid "$W"/ctld.pid "$W"/munge.pid; do [ -e "$file" ] && kill "$(cat "$file")" 2>/dev/null || true; done
  sleep 1
  if [ -n "${KEEP:-}" ]; then echo "kept: $W" >&2; else rm -rf "$W"; fi
}
trap stop EXIT
passed=0
same() {  # same WHAT FILE [EXPECTED]
  cmp "$2" "${3:-$W/one.jsonl}" || { echo "FAILED: $1" >&2; exit 1; }
  echo "same bytes as one process: $1"
  passed=$((passed + 1))
}
failed() { echo "FAILED: $*" >&2; exit 1; }

# The corpus: the sample articles many times over, each with an id and a day of its own, so that they are not all one incident.
corpus=$W/corpus.jsonl shards=12
/usr/bin/python3 - "$root/data/samples/samples.jsonl" > "$corpus" <<'P'
import datetime, json, sys
articles = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for copy in range(300):
    for article in articles:
        day = datetime.date.fromisoformat(article.get("published", "2024-01-31")[:10]) + datetime.timedelta(days=5 * copy)
        print(json.dumps({**article, "doc_id": f"{article['doc_id']}-{copy}", "published": day.isoformat()}, ensure_ascii=False))
P
export RASD=$build/rasd
"$RASD" extract "$corpus" -o "$W/one.jsonl"
"$RASD" dedup "$W/one.jsonl" > "$W/told.jsonl"
echo "one process: $(wc -l < "$corpus") articles, $(wc -l < "$W/one.jsonl") events"

# A program that takes its time, so that something can be killed meanwhile; and one that fails once for every third shard.
printf '#!/bin/sh\nsleep "${RASD_DELAY:-1}"\nexec "%s" "$@"\n' "$build/rasd" > "$W/slow"
cat > "$W/failing" <<F
#!/bin/sh
for word; do case \$word in 3/*|6/*|9/*) mark=$W/failed.\${word%/*}; [ -e "\$mark" ] || { touch "\$mark"; exit 75; } ;; esac; done
exec "$build/rasd" "\$@"
F
chmod +x "$W/slow" "$W/failing"

# --- GNU parallel
RASD=$W/failing "$cluster/parallel" "$corpus" "$W/parallel" "$W/parallel.jsonl" $shards 2 > "$W/parallel.log" 2>&1 &&
  failed "parallel did not tell of failed shards"
[ ! -e "$W/parallel.jsonl" ] || failed "parallel merged an incomplete set"
RASD=$W/failing "$cluster/parallel" "$corpus" "$W/parallel" "$W/parallel.jsonl" $shards 2 > "$W/parallel.log" 2>&1 || failed "parallel, second run"
[ "$(awk 'NR > 1' "$W/parallel/joblog" | wc -l)" -eq $((shards + 3)) ] || failed "parallel ran more than the failed shards again"
same "GNU parallel, three shards failed and were resumed" "$W/parallel.jsonl"
rm "$W/parallel/4.manifest"
"$cluster/merge" "$W/parallel" "$W/x.jsonl" 2> "$W/merge.log" && failed "a missing shard was merged over"
grep -q 'there is no 4' "$W/merge.log" || failed "the missing shard was not named"

# --- Slurm, two nodes on this machine
mkdir -p "$W"/{ctld,d.n1,d.n2,log}
H=$(hostname -s) U=$(id -un)
(umask 077; head -c 128 /dev/urandom > "$W/munge.key")
chmod 755 "$W"
munged --socket="$W/munge.s" --key-file="$W/munge.key" --pid-file="$W/munge.pid" --log-file="$W/munge.log" --seed-file="$W/munge.seed" --force 2> "$W/log/munged"
tr ' ' '\n' > "$W/slurm.conf" <<C
ClusterName=local SlurmctldHost=$H(127.0.0.1) SlurmctldPort=16817 AuthType=auth/munge CredType=cred/munge
AuthInfo=socket=$W/munge.s,cred_expire=10 SlurmUser=$U SlurmdUser=$U StateSaveLocation=$W/ctld SlurmctldPidFile=$W/ctld.pid
SlurmctldLogFile=$W/log/ctld.log SlurmdSpoolDir=$W/d.%n SlurmdPidFile=$W/d.%n.pid SlurmdLogFile=$W/log/d.%n.log
SlurmdParameters=config_overrides SlurmdTimeout=10 ReturnToService=2 ProctrackType=proctrack/linuxproc TaskPlugin=task/none
SelectType=select/cons_tres SelectTypeParameters=CR_Core SwitchType=switch/none MpiDefault=none SchedulerParameters=sched_interval=1
JobAcctGatherType=jobacct_gather/none AccountingStorageType=accounting_storage/none
C
for i in 1 2; do echo "NodeName=n$i NodeHostname=$H NodeAddr=127.0.0.1 Port=1700$i CPUs=1 RealMemory=1000"; done >> "$W/slurm.conf"
echo "PartitionName=main Nodes=n1,n2 Default=YES State=UP" >> "$W/slurm.conf"
export SLURM_CONF=$W/slurm.conf
slurmctld -c
sleep 1
slurmd -c -N n1
slurmd -c -N n2
wait_for() {  # wait_for SECONDS COMMAND…
  local until=$((SECONDS + $1))
  shift
  until "$@"; do [ "$SECONDS" -lt "$until" ] || failed "waited too long: $*"; sleep .3; done
}
two_idle() { [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = 2 ]; }
gone() { [ -z "$(squeue -h -j "$1" 2>/dev/null)" ]; }
wait_for 60 two_idle
cd "$W"

array() { sbatch --parsable --output="$W/log/task.%a" --array=1-$shards%2 "$cluster/slurm-array.sh" "$corpus" "$1" "$shards" "$cluster"; }
wait_for 120 gone "$(array "$W/array")"
"$cluster/merge" "$W/array" "$W/array.jsonl"
same "Slurm, job array over $shards shards" "$W/array.jsonl"
before=$(stat -c '%i %Y' "$W"/array/*.jsonl)
wait_for 120 gone "$(array "$W/array")"
[ "$before" = "$(stat -c '%i %Y' "$W"/array/*.jsonl)" ] || failed "a second run of the array wrote again"
echo "a second run of the array wrote nothing"

job=$(sbatch --parsable --output="$W/log/allocation" --ntasks=2 --nodes=2 "$cluster/slurm-allocation.sh" "$corpus" "$W/allocation" $shards "$cluster")
wait_for 120 gone "$job"
"$cluster/merge" "$W/allocation" "$W/allocation.jsonl" || { cat "$W/log/allocation" >&2; failed "allocation"; }
same "Slurm, one allocation with GNU parallel" "$W/allocation.jsonl"

# A node dies: its daemon, its step daemon and the task at once.
job=$(RASD=$W/slow RASD_DELAY=2 array "$W/killed")
on_node() { squeue -h -t running -w n1 -j "$job" -o %A | grep -q .; }
wait_for 30 on_node
id=$(squeue -h -t running -w n1 -j "$job" -o %A | head -1)
sleep .5
tasks=$(scontrol listpids "$id" n1 2>/dev/null | awk 'NR > 1 && $1 > 0 {print $1}')
[ -n "$tasks" ] || failed "no task to kill on n1"
victims=$(cat "$W/d.n1.pid")
for task in $tasks; do
  parent=$(awk '{print $4}' "/proc/$task/stat" 2>/dev/null || true)
  if [ -n "$parent" ] && grep -q slurmstepd "/proc/$parent/comm" 2>/dev/null; then victims="$victims $parent"; fi
  victims="$victims $task"
done
# shellcheck disable=SC2086
kill -9 $victims 2>/dev/null || true
echo "killed node n1 with a task of job $id on it"
wait_for 200 gone "$job"
grep -hq . "$W"/log/ctld.log && grep -Eiq 'requeue' "$W/log/ctld.log" || failed "no task was queued again"
"$cluster/merge" "$W/killed" "$W/killed.jsonl"
same "Slurm, job array with a node killed, its task requeued" "$W/killed.jsonl"
cd "$root"

# --- dask.distributed, two workers
export PYTHONHASHSEED=0  # dask of Debian 12 hashes keys differently in each worker without it
mkdir -p "$W/w1" "$W/w2"
python=/usr/bin/python3
$python -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 18786 --no-dashboard --no-show > "$W/log/scheduler" 2>&1 &
started+=($!)
for i in 1 2; do
  RASD=$W/slow $python -m distributed.cli.dask_worker tcp://127.0.0.1:18786 --host 127.0.0.1 --nthreads 1 --no-dashboard \
    --memory-limit 2GB --local-directory "$W/w$i" > "$W/log/worker$i" 2>&1 &
  started+=($!)
done
$python "$cluster/dask_shards.py" tcp://127.0.0.1:18786 "$corpus" "$W/dask" $shards
"$cluster/merge" "$W/dask" "$W/dask.jsonl"
same "dask.distributed, map over $shards shards" "$W/dask.jsonl"
$python "$cluster/dask_dedup.py" tcp://127.0.0.1:18786 "$W/dask" "$W/dask.jsonl" "$W/dask-told.jsonl" 5
same "dask.distributed, block, shuffle into 5 buckets, dedup" "$W/dask-told.jsonl" "$W/told.jsonl"
# In the next run the workers die one after the other: one while it extracts, one while it compares.
$python "$cluster/dask_shards.py" tcp://127.0.0.1:18786 "$corpus" "$W/dask-killed" $shards > "$W/log/client" 2>&1 &
client=$!
some() { [ -e "$W/dask-killed/2.manifest" ]; }
wait_for 60 some
kill_worker() {  # kill_worker N: the process that nanny N started for the work
  local child victim=
  for child in $(ps -o pid= --ppid "${started[$1]}"); do
    if tr '\0' ' ' < "/proc/$child/cmdline" 2>/dev/null | grep -q spawn_main; then victim=$child; fi
  done
  [ -n "$victim" ] || failed "no worker to kill"
  kill -9 "$victim"
  echo "killed dask worker $1"
}
kill_worker 1
wait $client || { cat "$W/log/client" >&2; failed "dask after the death of a worker"; }
grep -Eqi 'signal 9|restarting worker' "$W/log/worker1" || failed "the nanny did not notice"
"$cluster/merge" "$W/dask-killed" "$W/dask-killed.jsonl"
same "dask.distributed, a worker killed" "$W/dask-killed.jsonl"
$python "$cluster/dask_dedup.py" tcp://127.0.0.1:18786 "$W/dask-killed" "$W/dask-killed.jsonl" "$W/killed-told.jsonl" 12 > "$W/log/client" 2>&1 &
client=$!
mapped() { [ -n "$(find "$W/dask-killed/dedup" -name 'bucket.*' 2>/dev/null)" ]; }
wait_for 60 mapped
kill_worker 2
wait $client || { cat "$W/log/client" >&2; failed "dask dedup after the death of a worker"; }
same "dask.distributed, dedup with a worker killed" "$W/killed-told.jsonl" "$W/told.jsonl"

echo "test-cluster: $passed comparisons with one process, all the same"
