"""Makes the streams on which window, certain and hold of digits.yaml and flute.yaml were chosen.   python3 make-choice.py FOLDER

The same as the streams of make-sounds.py, of voices, instruments and noise of the training part: those groups that the experiments held out.
Writes FOLDER/digits/streams and FOLDER/flute/streams.
"""
import importlib, os, sys
import numpy as np

sounds = importlib.import_module("make-sounds")
VOICES = ["en-gb+f2", "en-gb-x-gbclan+victor", "en-us+f1", "en-us+klatt4"]
FLUTES = ["flute_acoustic_002", "flute_acoustic_010", "flute_acoustic_011"]
INSTRUMENTS = ["brass_acoustic_002", "brass_acoustic_003", "guitar_acoustic_003", "keyboard_acoustic_000", "mallet_acoustic_001",
               "organ_electronic_001", "reed_acoustic_001", "string_acoustic_001", "vocal_acoustic_001"]
NOISE = {name.replace("_", "-"): "training/" + name for name in ("pink_0", "machine_fan", "babble_4")}


def main(folder):
    rng = np.random.default_rng(22)
    words = [n for n in sounds.notes("digits/train") if n[0]["voice"] in VOICES]
    digits = [(sounds.NAMES[told["digit"]], x) for told, x in words]
    others = [("nothing", sounds.spoken(voice, word, rng)) for voice in VOICES for word in sounds.OTHER_WORDS[:14]]
    notes = [("nothing", sounds.excerpt(rng, x, 1.5)) for told, x in sounds.notes("instruments/train") if told["instrument_str"] in INSTRUMENTS]
    flutes = [n for n in sounds.notes("flute/train") if n[0]["instrument_str"] in FLUTES]
    other = {"words": others, "notes": notes}
    sounds.write_streams(os.path.join(folder, "digits"), digits, other, rng, NOISE)
    sounds.write_streams(os.path.join(folder, "flute"), [("flute", sounds.excerpt(rng, x, 1.5)) for _, x in flutes], other, rng, NOISE)


if __name__ == "__main__":
    main(sys.argv[1])
