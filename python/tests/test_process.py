import os
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import ganglion

GREETING = 'echo \'{"ganglion": "1", "protocol": 1}\''
PROGRESS = 'echo \'{"id": 1, "task": "t", "phase": "p", "fraction": 0}\''
DONE = 'echo \'{"id": 1, "code": 0, "out": "", "err": ""}\''


class ProcessTest(unittest.TestCase):
    """With shell scripts in place of the program."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def launcher(self, *script):
        file = os.path.join(self.folder, "ganglion")
        with open(file, "w", encoding="utf-8") as target:
            target.write("\n".join(["#!/bin/sh", *script, ""]))
        os.chmod(file, 0o755)
        return file

    def session(self, *script):
        session = ganglion.Session(self.launcher(*script))
        self.addCleanup(session.close)
        return session

    def python(self, script, **environment):
        """Runs a program that uses the launcher, and gives what it printed."""
        words = [sys.executable, "-B", "-W", "ignore", "-c", script]
        environment = dict(os.environ, GANGLION_HOME=self.folder, **environment)
        ended = subprocess.run(words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60)
        self.assertEqual(0, ended.returncode)
        return ended.stdout.strip()

    def test_an_exception_of_progress_ends_the_process_and_the_next_call_starts_another(self):
        session = self.session(GREETING, "read line", PROGRESS, f"[ -e '{self.folder}/second' ] || exec sleep 120", DONE, "read line")
        for raised in (KeyError("mine"), BrokenPipeError("of print")):
            with self.subTest(raised):

                def progress(*_):
                    raise raised

                with self.assertRaises(type(raised)) as caught:
                    session.command("run", progress=progress)
                self.assertIs(raised, caught.exception)
        open(os.path.join(self.folder, "second"), "w").close()
        self.assertEqual(0, session.command("run").code)

    def test_calls_and_close_from_within_progress_are_refused(self):
        refused = []
        session = self.session(GREETING, "read line", PROGRESS, DONE, "read line")

        def progress(*_):
            for call, message in ((lambda: session.command("run"), "another Session"), (session.close, "found close from within progress")):
                with self.assertRaisesRegex(RuntimeError, message) as caught:
                    call()
                refused.append(caught.exception)

        self.assertEqual(0, session.command("run", progress=progress).code)
        self.assertEqual(2, len(refused))

    def test_calls_of_several_threads_get_their_own_answers(self):
        session = self.session(
            GREETING,
            "while read -r line; do",
            '  id=${line#*: }; id=${id%%,*}; word=${line##*\\[\\"}; word=${word%%\\"*}',
            '  echo "{\\"id\\": $id, \\"code\\": 0, \\"out\\": \\"$word\\", \\"err\\": \\"\\"}"',
            "done",
        )
        words = [f"word-{number}" for number in range(200)]
        with ThreadPoolExecutor(8) as threads:
            self.assertEqual(words, [outcome.out for outcome in threads.map(session.command, words)])

    def test_the_end_of_python_ends_a_process_at_work_for_another_thread(self):
        pid = os.path.join(self.folder, "pid")
        self.launcher(f"echo $$ > '{pid}'", GREETING, "read line", PROGRESS, "exec sleep 120")
        for calls in ("ganglion", "ganglion.Session()"):
            with self.subTest(calls):
                self.python(
                    "import ganglion, threading\n"
                    f"calls, at_work = {calls}, threading.Event()\n"
                    "call = lambda: calls.command('run', progress=lambda *_: at_work.set())\n"
                    "threading.Thread(target=call, daemon=True).start()\n"
                    "at_work.wait()\n"
                )
                with open(pid, encoding="utf-8") as file, self.assertRaises(ProcessLookupError):
                    os.kill(int(file.read()), 0)

    def test_a_child_calls_while_its_parent_is_at_work_and_leaves_its_folders(self):
        self.launcher(GREETING, "read line", PROGRESS, '[ -z "$SLOW" ] || exec sleep 120', DONE, "read line")
        said = self.python(
            "import ganglion, os, signal, sys, threading\n"
            "from ganglion._results import TemporaryFolder\n"
            "folder, at_work = TemporaryFolder(), threading.Event()\n"
            "call = lambda: ganglion.command('run', progress=lambda *_: at_work.set())\n"
            "threading.Thread(target=call, daemon=True).start()\n"
            "at_work.wait()\n"
            "child = os.fork()\n"
            "if child == 0:\n"
            "    signal.alarm(50)\n"
            "    del os.environ['SLOW']\n"
            "    sys.exit(ganglion.command('run').code + 40)\n"
            "status = os.waitpid(child, 0)[1]\n"
            "print(os.WIFEXITED(status) and os.WEXITSTATUS(status), os.path.isdir(folder.path))\n",
            SLOW="1",
        )
        self.assertEqual("40 True", said)

    def test_the_process_ends_though_a_child_of_its_parent_lives_on(self):
        self.launcher(GREETING, "read line", DONE, "read line", "exit 0")
        said = self.python(
            "import ganglion, os\n"
            "ganglion._process._PATIENCE_SECONDS = 5\n"
            "ganglion.command('run')\n"
            "process = ganglion._shared._server._process\n"
            "here, there = os.pipe()\n"
            "if os.fork() == 0:\n"
            "    os.close(there)\n"
            "    os.read(here, 1)\n"
            "    os._exit(0)\n"
            "ganglion.close()\n"
            "print(process.returncode)\n"
        )
        self.assertEqual("0", said)

    def test_a_process_that_has_ended_is_replaced(self):
        session = self.session(GREETING, "read line", DONE, "read line")
        self.assertEqual(0, session.command("run").code)
        session._server._process.kill()
        session._server._process.wait()
        self.assertEqual(0, session.command("run").code)

    def test_a_process_that_is_killed_at_work_is_told(self):
        session = self.session(GREETING, "read line", "kill -9 $$")
        with self.assertRaisesRegex(ganglion.StoppedError, "the process of Ganglion has ended with exit code -9"):
            session.command("run")

    def test_a_process_that_reads_nothing_more_is_told_by_what_it_said(self):
        session = self.session(GREETING, "exec <&-", "echo deaf >&2", "exit 3")
        session._server._running()  # reads the greeting
        session._server._process.wait()
        with self.assertRaisesRegex(ganglion.StoppedError, "deaf"):
            with mock.patch.object(session._server._process, "poll", return_value=None):
                session.command("run")

    def test_a_process_that_ends_at_work_is_told_by_what_it_said(self):
        session = self.session(GREETING, "read line", "echo broken >&2", "exit 3")
        with self.assertRaisesRegex(ganglion.StoppedError, "broken"):
            session.command("run")

    def test_what_is_no_answer_is_refused(self):
        for said, message in (("nonsense", "found 'nonsense"), ('{"id": 7, "code": 0}', "answer to another request")):
            with self.subTest(said), self.assertRaisesRegex(ganglion.StoppedError, message):
                self.session(GREETING, "read line", f"echo '{said}'", "read line").command("run")

    def test_another_protocol_is_refused(self):
        session = self.session("echo '{\"ganglion\": \"9\", \"protocol\": 9}'; read line")
        with self.assertRaisesRegex(ganglion.StoppedError, "speaks protocol 9, expected 1"):
            session.command("run")

    def test_a_launcher_that_there_is_not_is_named(self):
        with self.assertRaisesRegex(ganglion.StoppedError, "nowhere/ganglion cannot be started"):
            ganglion.Session("nowhere/ganglion").command("run")

    def test_a_launcher_that_is_something_else_is_told_by_what_it_says(self):
        session = self.session("echo broken >&2", "exit 3")
        with self.assertRaisesRegex(ganglion.StoppedError, "broken"):
            session.command("run")
