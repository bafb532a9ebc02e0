import mmap
import os
import pickle
import resource
import struct
import sys
import tempfile
import unittest
import zipfile
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
    while array is not None and not isinstance(array, mmap.mmap):
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
                self.assertEqual(mapped, is_mapped(arrays[name]), name)
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

    def test_many_populations_need_one_file_handle(self):
        np.savez(self.file, tick_seconds=1.0, **{f"spikes.p{number}.{part}": np.arange(3) for number in range(60) for part in ("ticks", "neurons")})
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, before)
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, before[1]))
        held = list(spikes_of(self.folder, {}).values())
        self.assertEqual([[0, 1, 2]] * 60, [spikes.ticks.tolist() for spikes in held])

    def test_spikes_can_be_pickled(self):
        np.savez(self.file, **ARRAYS)
        spikes = spikes_of(self.folder, {"out": 3})
        self.assertEqual(3, len(spikes["out"]))
        self.assertEqual([1, 5, 1 << 40], pickle.loads(pickle.dumps(spikes))["out"].ticks.tolist())

    def test_a_damaged_file_is_refused(self):
        np.savez(self.file, numbers=np.arange(9))
        with open(self.file, "rb") as file:
            good = file.read()
        for damaged, message in (
            (good.replace(b"PK\x03\x04", b"PK\x03\x05"), "numbers.npy cannot be read: found no entry where it should be"),
            (good[:-9], "is no archive of arrays"),
            (b"", "is no archive of arrays"),
        ):
            with open(self.file, "wb") as file:
                file.write(damaged)
            with self.assertRaisesRegex(ValueError, "recording.npz: " + message):
                ArchiveOfArrays(self.file)["numbers"]

    def test_heads_that_lie_are_refused(self):
        head = {"descr": "<i8", "fortran_order": False, "shape": (1,)}
        one = np.array([5]).tobytes()
        self.assertEqual([5], self.written(str(head), one, 0).tolist())
        for change, message in (
            ({"shape": (2,)}, r"found \(2,\) values of int64, which do not fill"),
            ({"shape": (10**12,)}, "which do not fill"),
            ({"shape": (2**32, 2**32)}, "which do not fill"),
            ({"shape": (10**30,)}, "which do not fill"),
            ({"shape": (-1, -1)}, "which do not fill"),
            ({"descr": "|V0", "shape": (10**12,)}, "which do not fill"),
            ({"descr": "|O"}, "found .* values of object"),
            ({"descr": 3}, "not a valid dtype"),
            ({"shape": "?"}, "shape"),
        ):
            for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                with self.subTest(change, compression=compression):
                    with self.assertRaisesRegex(ValueError, "recording.npz: x.npy cannot be read: .*" + message):
                        self.written(str({**head, **change}), b"" if "|V0" in change.values() else one, compression)
        with self.assertRaisesRegex(ValueError, "x.npy cannot be read: .*malformed"):
            self.written("{'descr': __import__('os').getcwd()}", one, zipfile.ZIP_STORED)
        with self.assertRaisesRegex(ValueError, r"x.npy cannot be read: found version \(9, 0\)"):
            self.written(str(head), one, zipfile.ZIP_STORED, 9)

    def written(self, head, values, compression, version=1):
        """An array with this head, read."""
        with zipfile.ZipFile(self.file, "w", compression) as archive:
            archive.writestr("x.npy", b"\x93NUMPY" + bytes([version, 0]) + struct.pack("<H", len(head)) + head.encode() + values)
        return ArchiveOfArrays(self.file)["x"]

    def test_a_file_of_something_else_is_refused(self):
        np.savez(self.file, x=np.arange(9))
        with self.assertRaisesRegex(ValueError, "recording.npz: found no tick_seconds"):
            spikes_of(self.folder, {})
        np.savez(self.file, **{**ARRAYS, "spikes.out.neurons": np.arange(2)})
        with self.assertRaisesRegex(ValueError, r"recording.npz: found \(3,\) ticks and \(2,\) neurons of out"):
            spikes_of(self.folder, {})["out"]


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
