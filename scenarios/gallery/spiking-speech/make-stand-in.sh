#!/bin/sh
# Makes a stand-in for the Spiking Heidelberg Digits: spoken digits in English and German, by the voices of voices.csv, as spikes of
# 700 channels. Test voices are never in training. Each says a word at its usual pitch and speed, slower and lower, and faster and higher.
#
#   make-stand-in.sh FOLDER
#
# writes FOLDER/train.h5 and FOLDER/test.h5; the sounds are deleted. All settings are fixed, and the same sounds give the same
# bytes; but espeak-ng 1.52 itself draws the breath of a few voices (f2, Alicia and victor at least) anew at each call, so that a
# sixth to a third of their spikes differ in files of two calls.
# Needs espeak-ng: apt-get install espeak-ng (Debian), brew install espeak-ng (macOS).
set -eu
[ $# = 1 ] || { echo "usage: make-stand-in.sh FOLDER" >&2; exit 2; }
command -v espeak-ng >/dev/null || { echo "found no espeak-ng; on Debian: apt-get install espeak-ng" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
ganglion=${GANGLION:-$here/../../../ganglion}
command -v "$ganglion" >/dev/null || { echo "found no launcher of Ganglion at $ganglion; GANGLION names another" >&2; exit 2; }
out=$1
english="zero one two three four five six seven eight nine"
german="null eins zwei drei vier fünf sechs sieben acht neun"
# Each take: added pitch (0 to 99), words per minute, amplitude (100 is usual).
train="-12,150,100 -6,190,70 0,160,120 0,200,90 6,140,80 12,175,110 -3,210,100 9,180,130"
test="-30,120,60 0,175,150 30,240,100"
mkdir -p "$out"
sounds=$(mktemp -d "$out/sounds.XXXXXX")
trap 'rm -r "$sounds"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

speak() { # PART NUMBER VOICE PITCH FIRST_CLASS WORDS TAKES
    class=$5
    for word in $6; do
        folder=$sounds/$1/$(printf "%02d-%s/%d" "$class" "$word" "$2")
        mkdir -p "$folder"
        take=0
        for settings in $7; do
            IFS=, read -r pitch speed amplitude <<EOF
$settings
EOF
            espeak-ng -z -v "$3" -p $(($4 + pitch)) -s "$speed" -a "$amplitude" -w "$folder/$take.wav" "$word"
            take=$((take + 1))
        done
        class=$((class + 1))
    done
}

voices() { tail -n +2 "$here/voices.csv"; }

sound() { # VOICE WORD: writes a checksum and the voice
    echo "$(espeak-ng -z -v "$1" -p 50 --stdout "$2" | cksum | tr ' ' -) $1"
}

# An accent may ignore its variant (en-gb does in espeak-ng 1.52), and a variant may be another by a second name. Such voices are one.
{
    voices | cut -d , -f 3 | sort -u | while read -r accent; do sound "$accent" seven; done
    sound de sieben
    voices | while IFS=, read -r number part accent variant pitch; do
        sound "$accent+$variant" seven
        sound "de+$variant" sieben
    done
} > "$sounds/checksums"
awk '$1 in voice { print "voices.csv: " voice[$1] " and " $2 " are the same voice"; same = 1 } { voice[$1] = $2 } END { exit same }' \
    "$sounds/checksums" >&2 || exit 1

voices | while IFS=, read -r number part accent variant pitch; do
    if [ "$part" = train ]; then takes=$train; else takes=$test; fi
    speak "$part" "$number" "$accent+$variant" "$pitch" 0 "$english" "$takes"
    speak "$part" "$number" "de+$variant" "$pitch" 10 "$german" "$takes"
done
for part in train test; do
    "$ganglion" hear "$sounds/$part" --recordings "$sounds/$part.h5" \
        --ear '{frontend: {filters: gammatone, mel-bands: 700, gain: {decibels: {}}}}'
done
mv "$sounds/train.h5" "$sounds/test.h5" "$out"
