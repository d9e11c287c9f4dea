#!/usr/bin/env bash
#SBATCH --job-name=rasd
#SBATCH --requeue
#SBATCH --open-mode=append
# One allocation, GNU parallel inside: for many small shards, which would cost Slurm more than they take.
#   sbatch --ntasks=CORES scripts/cluster/slurm-allocation.sh CORPUS OUT SHARDS "$PWD/scripts/cluster"
# Queued again after the death of a node it does what is not there.
set -euo pipefail
corpus=$1 out=$2 shards=$3 here=$4
mkdir -p "$out"
# shellcheck disable=SC2046
parallel -j "$SLURM_NTASKS" --joblog "$out/joblog" --resume-failed \
  srun --ntasks=1 --nodes=1 --exact --quiet "$here/shard" {} "$shards" "$corpus" "$out" ::: $(seq "$shards")
