#!/bin/sh
# Makes the spikes that training.yaml learns from, out of the spoken digits of the study, in the layout of the Heidelberg data sets: 700 gammatone
# filters, as a cochlea that sends spikes. Also digits.h5 of the scenario: two words of each digit, of 20 voices that are not in training.
#
#   make-spikes.sh FOLDER
#
# Needs nothing beside Ganglion; the same sounds give the same bytes.
set -eu
[ $# = 1 ] || { echo "usage: make-spikes.sh FOLDER" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
ganglion=${GANGLION:-$here/../../../ganglion}
mkdir -p "$1"
sounds=$(mktemp -d)
trap 'rm -r "$sounds"' EXIT
trap 'exit 130' INT # not every shell runs the line above when it is interrupted
trap 'exit 143' TERM

lay() { # PART: the sounds of a part as PART/DIGIT/VOICE/FILE
    for file in "$here/../study/data/digits/$1/audio"/*; do
        name=$(basename "$file")
        voice=${name#*_}
        folder=$sounds/$1/${name%%_*}/${voice%_*}
        mkdir -p "$folder"
        cp "$file" "$folder"
    done
}

spikes() { # FOLDER FILE
    "$ganglion" hear "$1" --recordings "$2" --ear '{frontend: {filters: gammatone, mel-bands: 700, gain: {decibels: {}}}}'
}

for part in train choice strangers; do
    lay "$part"
    spikes "$sounds/$part" "$1/$part.h5"
done
for digit in 0 1 2 3 4 5 6 7 8 9; do
    for step in 1 19; do
        voice=$(ls "$sounds/strangers/$digit" | LC_ALL=C sort | sed -n "$((digit + step))p")
        mkdir -p "$sounds/shown/$digit/$voice"
        cp "$(ls "$sounds/strangers/$digit/$voice"/* | head -n 1)" "$sounds/shown/$digit/$voice"
    done
done
spikes "$sounds/shown" "$1/digits.h5"
