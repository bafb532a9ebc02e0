import os
import tempfile
import unittest
from unittest import mock

import numpy as np

from ganglion import _raster, read_spikes

HEAD = "# format: ganglion-raster 1\n# tick-seconds: 1.0E-4\n# ticks: 99\n{}time_s,tick,population,neuron\n"


class SpikesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.file = os.path.join(folder.name, "spikes.csv")

    def write(self, sizes, lines, end="\n"):
        populations = "".join(f"# population: {name} {size}\n" for name, size in sizes.items())
        with open(self.file, "w", encoding="utf-8") as file:
            file.write(HEAD.format(populations) + "\n".join(lines) + (end if lines else ""))

    def test_reads_what_was_written_however_the_file_is_cut(self):
        random = np.random.default_rng(1)
        names = ["a", "ab", "ba", "bb", "a-long", "über"]
        ticks = np.sort(random.integers(0, 10**12, 500))
        places = random.integers(0, len(names), 500)
        neurons = random.integers(0, 10**6, 500)
        self.write(
            dict.fromkeys(names, 10**6),
            [f"{t * 1e-4},{t},{names[p]},{n}" for t, p, n in zip(ticks, places, neurons)],
        )
        for chunk in (40, 1000, 1 << 20):
            with mock.patch.object(_raster, "_CHUNK", chunk):
                spikes = read_spikes(self.file)
            self.assertEqual(names, list(spikes))
            for place, name in enumerate(names):
                np.testing.assert_array_equal(ticks[places == place], spikes[name].ticks)
                np.testing.assert_array_equal(neurons[places == place], spikes[name].neurons)
                self.assertEqual(np.int64, spikes[name].ticks.dtype)

    def test_a_last_line_without_an_end_counts(self):
        self.write({"a": 3}, ["0.0001,1,a,2", "0.0002,2,a,0"], end="")
        spikes = read_spikes(self.file)["a"]
        self.assertEqual([1, 2], spikes.ticks.tolist())
        np.testing.assert_allclose([1e-4, 2e-4], spikes.times)
        self.assertEqual([1, 0, 1], spikes.counts().tolist())

    def test_no_spikes_are_empty_arrays(self):
        self.write({"a": 3, "b": 1}, [])
        self.assertEqual({"a": 0, "b": 0}, {name: len(spikes) for name, spikes in read_spikes(self.file).items()})

    def test_a_raster_without_populations_is_empty(self):
        self.write({}, [])
        self.assertEqual([], list(read_spikes(self.file)))
        self.write({}, ["0.0001,1,a,2"])
        with self.assertRaisesRegex(ValueError, "spikes.csv: found spikes, expected none without populations in the head"):
            read_spikes(self.file)

    def test_other_lines_are_refused(self):
        for line in ("0.1,1,a", "0.1,1,a,2,3", "0.1,1,a,2,3,4,5,6,7"):
            self.write({"a": 3}, [line])
            with self.assertRaisesRegex(ValueError, "spikes.csv: found lines"):
                read_spikes(self.file)

    def test_what_is_no_number_or_population_is_refused(self):
        for sizes in ({"a": 3}, {"a": 3, "bb": 3}):
            for line in (
                "0.1,x,a,2", "0.1,-1,a,2", "0.1,1.5,a,2", "0.1,,a,2", "0.1,1,a,", "0.1,1,a,2\r", "0.1,1," + "a" * 300 + ",2",
                "0.1," + "9" * 30 + ",a,2", "0.1,1,c,2", "0.1,1,ab,2", "0.1,1,,2", "0.1,1,zz,2",
            ):
                with self.subTest(line, populations=len(sizes)):
                    self.write(sizes, ["0.1,1,a,2", line])
                    with self.assertRaisesRegex(ValueError, "spikes.csv: found"):
                        read_spikes(self.file)
        self.write({"a": 1}, [f"1,{2**63 - 1},a,0"])
        self.assertEqual([2**63 - 1], read_spikes(self.file)["a"].ticks.tolist())

    def test_a_head_of_another_kind_is_refused(self):
        for head, message in (
            ("# format: ganglion-raster 2\n# tick-seconds: 1\n", "found ganglion-raster 2, expected ganglion-raster 1"),
            ("# tick-seconds: x\n", "could not convert"),
            ("# tick-seconds: 1\n# population: a x\n", "invalid literal"),
            ("# \xff\n", "can't decode"),
        ):
            with self.subTest(head):
                with open(self.file, "w", encoding="latin-1") as file:
                    file.write(head + "time_s,tick,population,neuron\n")
                with self.assertRaisesRegex(ValueError, "spikes.csv: .*" + message):
                    read_spikes(self.file)

    def test_another_file_is_refused(self):
        with open(self.file, "w", encoding="utf-8") as file:
            file.write("time,neuron\n1,2\n")
        with self.assertRaisesRegex(ValueError, "found no head"):
            read_spikes(self.file)
