import unittest

import ganglion


def energy(joules, *missing):
    interval = None if joules is None else {"low": joules / 2, "high": joules * 2}
    return {"joules": joules, "interval": interval, "missing": list(missing)}


def estimate(profile, computation, number_format, energies, problems=(), notes=()):
    return {
        "profile": profile,
        "operatingPoint": "",
        "computation": computation,
        "format": number_format,
        "possible": not problems,
        "problems": list(problems),
        "energies": energies,
        "reliability": {"grade": "B"},
        "notes": list(notes),
    }


class EnergiesTest(unittest.TestCase):
    def energies(self, *estimates):
        return ganglion.Answer({"comparison": {"estimates": list(estimates)}}).energies

    def test_number_formats_of_one_device_are_told_apart(self):
        one, other = self.energies(
            estimate("stm32u575", "artificial", "int8", {"marginal": energy(1.0)}, notes=["nobody has measured it"]),
            estimate("stm32u575", "artificial", "float32", {"marginal": energy(4.0)}),
        )
        self.assertEqual(("int8", 1.0, "float32", 4.0), (one.format, one.joules, other.format, other.joules))
        self.assertEqual((("nobody has measured it",), ()), (one.notes, other.notes))
        self.assertEqual(((), ()), (one.missing, other.missing))

    def test_an_energy_that_is_unknown_names_the_figures_that_are_missing(self):
        known, unknown = self.energies(
            estimate("odin", "spikes", None, {"marginal": energy(1.0), "active": energy(None, "idle power of odin", "time of a hop")})
        )
        self.assertIsNone(known.format)
        self.assertEqual(("marginal", 1.0, ()), (known.boundary, known.joules, known.missing))
        self.assertEqual(("active", None, ("idle power of odin", "time of a hop")), (unknown.boundary, unknown.joules, unknown.missing))

    def test_a_device_that_cannot_do_it_says_why(self):
        (only,) = self.energies(
            estimate("xylo", "spikes", None, {"marginal": energy(None, "the network has 128 inputs")}, problems=["the network has 128 inputs"])
        )
        self.assertEqual((None, ("the network has 128 inputs",)), (only.joules, only.missing))

    def test_printed_they_have_units_and_tell_what_is_too_slow(self):
        late = {**estimate("stm32u575", "dense-ticks", "int8", {"active": energy(0.000123456)}), "inTime": False}
        changed = {**estimate("loihi", "spikes", None, {"active": energy(2.0)}), "inTime": True, "changes": ["fewer bits"]}
        rows = self.energies(late, changed, estimate("xylo", "spikes", None, {"active": energy(None, "too many")}, problems=["too many"]))
        self.assertEqual(["too slow", "changed", "no"], [row.fits for row in rows])
        self.assertEqual(
            ["device computation format boundary joules low high grade fits", "stm32u575 dense-ticks int8 active 120 µJ 62 µJ 250 µJ B too slow",
             "loihi spikes active 2.0 J 1.0 J 4.0 J B changed", "xylo: unknown: too many"],
            [" ".join(line.split()) for line in repr(rows).splitlines()],
        )

    def test_energies_can_be_put_into_sets(self):
        rows = self.energies(estimate("odin", "spikes", None, {"marginal": energy(None, "a figure")}))
        self.assertEqual(1, len(set(rows + rows)))
