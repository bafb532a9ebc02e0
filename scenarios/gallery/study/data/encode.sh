#!/bin/sh
# Re-encodes the full data sets as they are bundled here: Ogg Vorbis at quality 5, one file a sound, and nothing else changed, but for
# noise, of which halves are kept apart.
#
#   encode.sh FULL_DATA_SETS OUTPUT
#
# Needs flac, sox and oggenc (Debian packages flac, sox and vorbis-tools). A fixed serial number makes the same sound give the same bytes.
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
# The first half of each clip of noise is for training; the second half of four kinds is kept for trying models.
half() { # SOURCE_FILE START_SECONDS TARGET_FILE
    mkdir -p "$(dirname "$3")"
    sox "$1" -t wav - trim "$2" 4 | oggenc -Q -q 5 -s 1 -o "$3" -
}
for file in "$from/noise/audio"/*.wav; do
    half "$file" 0 "$to/noise/training/$(basename "$file" .wav).ogg"
done
for kept in white_0:white pink_0:pink machine_hum50:hum babble_8:babble; do
    half "$from/noise/audio/${kept%:*}.wav" 4 "$to/noise/${kept#*:}/${kept%:*}.ogg"
done
