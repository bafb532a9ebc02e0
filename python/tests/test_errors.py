import pickle
import unittest

from ganglion._errors import InputError, Problem, error


class ProblemTest(unittest.TestCase):
    def parsed(self, text):
        return tuple(Problem.parse(text))

    def test_takes_all_parts(self):
        self.assertEqual(
            ("/home/me/s.yaml", 3, "/clock/tick", 'found "x", expected a time'),
            self.parsed('/home/me/s.yaml:3: /clock/tick: found "x", expected a time'),
        )

    def test_takes_what_there_is(self):
        self.assertEqual(("/a b/s.yaml", None, "/x", "found 1: 2"), self.parsed("/a b/s.yaml: /x: found 1: 2"))
        self.assertEqual(("/s.yaml", 3, None, "is no YAML"), self.parsed("/s.yaml:3: is no YAML"))
        self.assertEqual(("/s.yaml", None, None, "there is no such file"), self.parsed("/s.yaml: there is no such file"))
        self.assertEqual(("/a b", None, None, "found a folder, expected a file"), self.parsed("/a b: found a folder, expected a file"))
        self.assertEqual((r"C:\a b\s.yaml", 3, "/x", "found 1"), self.parsed(r"C:\a b\s.yaml:3: /x: found 1"))

    def test_usage_is_no_file(self):
        text = '--profile: found "nope", expected loihi'
        self.assertEqual((None, None, None, text), self.parsed(text))
        text = "ganglion run: --seed: found 'x', expected a number"
        self.assertEqual((None, None, None, text), self.parsed(text))
        text = "ganglion: out of memory (Java heap space)"
        self.assertEqual((None, None, None, text), self.parsed(text))

    def test_an_error_has_the_place_of_the_first_problem_and_can_be_pickled(self):
        fault = pickle.loads(pickle.dumps(error(2, "/s.yaml:3: /x: bad\n/s.yaml:4: /y: worse\n")))
        self.assertIsInstance(fault, InputError)
        self.assertEqual(("/s.yaml", 3, "/x", 2, 2), (fault.file, fault.line, fault.pointer, fault.code, len(fault.problems)))
