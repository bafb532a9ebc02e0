import os
import sys
import tempfile
import unittest
from unittest import mock

import numpy as np

from ganglion import _optional
from ganglion._npz import ArchiveOfArrays
from ganglion._recorded import spikes_of
from ganglion._spikes import Spikes, SpikesByPopulation

ARRAYS = {
    "tick_seconds": np.array(1e-4),
    "spikes.out.ticks": np.array([1, 5, 1 << 40]),
    "spikes.out.neurons": np.array([2, 0, 2]),
    "spikes.still.ticks": np.empty(0, np.int64),
    "spikes.still.neurons": np.empty(0, np.int64),
    "potential.out": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
}


def is_mapped(array):
    while array is not None and not isinstance(array, np.memmap):
        array = getattr(array, "base", None)
    return array is not None


class ArraysTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.file = os.path.join(self.folder, "recording.npz")

    def test_arrays_are_mapped_if_they_are_not_compressed(self):
        for save, mapped in ((np.savez, True), (np.savez_compressed, False)):
            save(self.file, **ARRAYS)
            arrays = ArchiveOfArrays(self.file)
            self.assertEqual(list(ARRAYS), list(arrays))
            for name, expected in ARRAYS.items():
                np.testing.assert_array_equal(expected, arrays[name])
                self.assertEqual(expected.dtype, arrays[name].dtype)
                self.assertEqual(mapped and expected.size > 0, is_mapped(arrays[name]), name)
            with self.assertRaisesRegex(ValueError, "read-only"):
                arrays["spikes.out.ticks"][0] = 3
            with self.assertRaises(KeyError):
                arrays["spikes.other.ticks"]

    def test_spikes_stay_when_the_file_is_replaced_or_deleted(self):
        np.savez(self.file, **ARRAYS)
        spikes = spikes_of(self.folder, {"out": 3, "still": 1})["out"]
        os.remove(self.file)
        np.savez(self.file, **{**ARRAYS, "spikes.out.ticks": np.array([7, 8, 9])})
        self.assertEqual([1, 5, 1 << 40], spikes.ticks.tolist())
        self.assertEqual([1, 0, 2], spikes.counts().tolist())

    def test_a_damaged_file_is_refused(self):
        np.savez(self.file, numbers=np.arange(9), objects=np.array([{}], object))
        with self.assertRaisesRegex(ValueError, r"recording.npz: found \(1,\) values of object that do not fill objects.npy"):
            ArchiveOfArrays(self.file)["objects"]
        with open(self.file, "rb") as file:
            good = file.read()
        for damaged, message in (
            (good.replace(b"(9,)", b"(8,)"), r"found \(8,\) values of int64 that do not fill numbers.npy"),
            (good.replace(b"PK\x03\x04", b"PK\x03\x05"), "found no entry where numbers.npy should be"),
        ):
            with open(self.file, "wb") as file:
                file.write(damaged)
            with self.assertRaisesRegex(ValueError, "recording.npz: " + message):
                ArchiveOfArrays(self.file)["numbers"]


class FramesTest(unittest.TestCase):
    spikes = SpikesByPopulation(
        {
            "in": Spikes(np.array([0, 4]), np.array([1, 0]), 0.5, 2),
            "out": Spikes(np.array([3, 4]), np.array([0, 0]), 0.5, 1),
        }
    )

    def test_spikes_are_a_frame_in_the_order_of_the_file(self):
        try:
            import pandas  # noqa: F401
        except ImportError:
            self.skipTest("there is no pandas (Debian: python3-pandas)")
        frame = self.spikes.frame()
        self.assertEqual(["time", "tick", "population", "neuron"], list(frame.columns))
        self.assertEqual([0, 1.5, 2, 2], frame["time"].tolist())
        self.assertEqual(["in", "out", "in", "out"], frame["population"].tolist())
        self.assertEqual([1, 0, 0, 0], frame["neuron"].tolist())
        self.assertEqual([0.0, 2.0], self.spikes["in"].frame()["time"].tolist())
        self.assertEqual([], SpikesByPopulation({}).frame()["tick"].tolist())

    def test_what_is_missing_is_named(self):
        with mock.patch.dict(sys.modules, {"pandas": None}):
            with self.assertRaisesRegex(ImportError, "frame needs pandas: pip install pandas, or Debian's python3-pandas"):
                self.spikes.frame()
        with mock.patch.dict(sys.modules, {"matplotlib": None, "matplotlib.pyplot": None}):
            with self.assertRaisesRegex(ImportError, "plot needs matplotlib.pyplot: pip install matplotlib, or Debian's python3-matplotlib"):
                _optional.pyplot_for("plot")
