#!/bin/sh
# Re-encodes the full data sets as they are bundled here: Ogg Vorbis at quality 5, one file a sound, and nothing else changed.
#
#   encode.sh FULL_DATA_SETS OUTPUT
#
# Needs flac and oggenc (Debian packages flac and vorbis-tools). A fixed serial number makes the same sound give the same bytes.
set -eu
from=$1
to=$2
encode() { # SOURCE_FOLDER TARGET_FOLDER
    mkdir -p "$2"
    for file in "$1"/*.flac "$1"/*.wav; do
        [ -e "$file" ] || continue
        name=$(basename "${file%.*}")
        case $file in
            *.flac) flac -s -d -c "$file" | oggenc -Q -q 5 -s 1 -o "$2/$name.ogg" - ;;
            *) oggenc -Q -q 5 -s 1 -o "$2/$name.ogg" "$file" ;;
        esac
    done
}
for part in flute/train flute/valid instruments/train instruments/valid digits/train digits/valid; do
    encode "$from/$part/audio" "$to/$part/audio"
    cp "$from/$part/examples.json" "$to/$part/examples.json"
done
encode "$from/noise/audio" "$to/noise/training"
# Four kinds of noise are kept for trying models only.
for kept in white_0:white pink_0:pink machine_hum50:hum babble_8:babble; do
    mkdir -p "$to/noise/${kept#*:}"
    mv "$to/noise/training/${kept%:*}.ogg" "$to/noise/${kept#*:}/"
done
