#!/usr/bin/env bash
#SBATCH --job-name=rasd
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=500
#SBATCH --requeue
#SBATCH --open-mode=append
# A task a shard. For shards of minutes; a task costs Slurm some tenths of a second.
#   job=$(sbatch --parsable --array=1-SHARDS%RUNNING scripts/cluster/slurm-array.sh CORPUS OUT SHARDS "$PWD/scripts/cluster")
#   sbatch --dependency=afterok:$job --kill-on-invalid-dep=yes --wrap "scripts/cluster/merge OUT EVENTS"
# A task whose node dies is queued again; a task whose shard is there ends at once, so the whole array may be sent again.
set -euo pipefail
exec "$4/shard" "$SLURM_ARRAY_TASK_ID" "$3" "$1" "$2"
