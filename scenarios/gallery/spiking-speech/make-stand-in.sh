#!/bin/sh
# Makes a stand-in for the Spiking Heidelberg Digits: spoken digits in English and German, by the voices of voices.csv, as spikes of
# 700 channels. Test voices are never in training. They speak slower and lower, and
# faster and higher, than they do as a rule, and than training voices do.
#
#   make-stand-in.sh FOLDER
#
# writes FOLDER/train.h5 and FOLDER/test.h5; the sounds are deleted. All settings are fixed, and the same sounds give the same
# bytes; but espeak-ng 1.52 itself draws the breath of a few voices anew at each call, so that files of two calls differ there a little.
# Needs espeak-ng: apt-get install espeak-ng (Debian), brew install espeak-ng (macOS).
set -eu
[ $# = 1 ] || { echo "usage: make-stand-in.sh FOLDER" >&2; exit 2; }
command -v espeak-ng >/dev/null || { echo "found no espeak-ng; on Debian: apt-get install espeak-ng" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
ganglion=${GANGLION:-$here/../../../ganglion}
out=$1
english="zero one two three four five six seven eight nine"
german="null eins zwei drei vier fünf sechs sieben acht neun"
# Each take: added pitch (0 to 99), words per minute, amplitude (100 is usual).
train="-12,150,100 -6,190,70 0,160,120 0,200,90 6,140,80 12,175,110 -3,210,100 9,180,130"
test="-30,120,60 0,175,150 30,240,100"
mkdir -p "$out"
sounds=$(mktemp -d "$out/sounds.XXXXXX")
trap 'rm -r "$sounds"' EXIT

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

tail -n +2 "$here/voices.csv" | while IFS=, read -r number part accent variant pitch; do
    if [ "$part" = train ]; then takes=$train; else takes=$test; fi
    speak "$part" "$number" "$accent+$variant" "$pitch" 0 "$english" "$takes"
    speak "$part" "$number" "de+$variant" "$pitch" 10 "$german" "$takes"
done
for part in train test; do
    "$ganglion" hear "$sounds/$part" --recordings "$out/$part.h5" --filters gammatone --bands 700 --gain decibels
done
