"""One long-lived process of Ganglion, which runs commands as they come."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
import weakref
from typing import IO, Any, Callable, Dict, List, NamedTuple, Optional, Sequence

from ._errors import InputError, StoppedError

PROTOCOL = 1
_LONGEST_REQUEST = 1 << 20  # bytes that Ganglion reads of a line
_PATIENCE_SECONDS = 30

Progress = Callable[[str, str, float], None]
"""Called with the task, its phase, and the fraction of the phase that is done."""


class Outcome(NamedTuple):
    """What a command line gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str


def find_launcher() -> str:
    """The launcher in the folder that GANGLION_HOME names, or else that of the wheel, or else on the PATH."""
    name = "ganglion.cmd" if os.name == "nt" else "ganglion"
    home = os.environ.get("GANGLION_HOME")
    if home:
        launcher = os.path.join(home, name)
        if not os.access(launcher, os.X_OK) or os.path.isdir(launcher):
            raise StoppedError(2, f"GANGLION_HOME is {home}, but there is no program '{name}' in it")
        return os.path.abspath(launcher)
    inside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_program", "ganglion")
    launcher = inside if os.access(inside, os.X_OK) and os.name != "nt" else shutil.which("ganglion") or ""
    if not launcher:
        raise StoppedError(2, "there is no 'ganglion' on the PATH; set GANGLION_HOME to the folder that holds it")
    return launcher


class Server:
    """Starts the process with the first command, and again if it has ended. Commands of several threads wait for each other."""

    def __init__(self, launcher: Optional[str] = None, java_options: Optional[str] = None) -> None:
        self._launcher = launcher
        self._java_options = java_options
        self._lock = threading.RLock()
        self._busy = False
        self._process: Optional["subprocess.Popen[str]"] = None
        self._owner = 0
        self._log: Optional[IO[bytes]] = None
        self._requests = 0
        self._at_exit: Optional["weakref.finalize[[subprocess.Popen[str], int], Server]"] = None
        _servers.add(self)

    def call(self, words: Sequence[str], progress: Optional[Progress] = None) -> Outcome:
        """Runs a command line. What interrupts it, such as Ctrl-C or an exception of progress, ends the process, too."""
        with self._lock:
            if self._busy:  # by this thread: progress calls
                raise RuntimeError("found a call from within progress, expected one after it, or one of another Session")
            self._busy = True
            try:
                return self._call(words, progress)
            finally:
                self._busy = False

    def call_if_free(self, words: Sequence[str]) -> Optional[Outcome]:
        """Runs a command line, unless another is at work or there is no program."""
        if not self._lock.acquire(blocking=False):
            return None
        try:
            return None if self._busy else self.call(words)
        except StoppedError:
            return None
        finally:
            self._lock.release()

    def _call(self, words: Sequence[str], progress: Optional[Progress]) -> Outcome:
        process = self._running()
        # What comes last is done first at the end of Python: the process ends before its temporary folder is deleted.
        self._forget_exit()
        self._at_exit = weakref.finalize(self, _terminate, process, self._owner)
        request = json.dumps({"id": self._requests + 1, "words": list(words)})  # in ASCII: a byte for each character
        if len(request) > _LONGEST_REQUEST:
            found = f"found a request of {len(request)} bytes, expected at most {_LONGEST_REQUEST}"
            raise InputError(2, f"{found} (long values belong in files)")
        self._requests += 1
        try:
            self._send(process, request)
            while True:
                line = self._line(process)
                if line.get("id") != self._requests:
                    raise StoppedError(3, f"found an answer to another request: {line}")
                if "code" in line:
                    return Outcome(line["code"], line["out"], line["err"])
                if progress is not None:
                    progress(line["task"], line["phase"], line["fraction"])
        except BaseException:
            self._stop(process)
            self._forget_log()
            raise

    def close(self) -> None:
        """Ends the process, if there is one, after the command of another thread. The next command starts another."""
        with self._lock:
            if self._busy:
                raise RuntimeError("found close from within progress, expected it after the call (an exception ends the process, too)")
            self._close()

    def _close(self) -> None:
        self._forget_exit()
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        self._end(process)
        self._forget_log()

    def _running(self) -> "subprocess.Popen[str]":
        process = self._process
        # The pipes of a process that was forked with Python belong to the parent.
        if process is not None and self._owner == os.getpid() and process.poll() is None:
            return process
        self._close()
        environment = dict(os.environ)
        if self._java_options is not None:
            environment["GANGLION_JAVA_OPTIONS"] = self._java_options
        self._forget_log()
        self._log = tempfile.TemporaryFile()
        launcher = self._launcher or find_launcher()
        try:
            process = subprocess.Popen(
                [launcher, "serve"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                env=environment,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C is for Python, which passes it on
            )
        except OSError as fault:
            self._forget_log()
            raise StoppedError(2, f"{launcher} cannot be started: {fault.strerror}") from fault
        self._process, self._owner, self._requests = process, os.getpid(), 0
        try:
            greeting = self._line(process)
        except BaseException:
            self._stop(process)
            self._forget_log()
            raise
        if greeting.get("protocol") != PROTOCOL:
            self._close()
            raise StoppedError(2, f"{launcher} speaks protocol {greeting.get('protocol')}, expected {PROTOCOL}")
        return process

    def _send(self, process: "subprocess.Popen[str]", request: str) -> None:
        assert process.stdin is not None
        try:
            process.stdin.write(request + "\n")
            process.stdin.flush()
        except OSError:  # it reads no more
            raise self._ended(process) from None

    def _line(self, process: "subprocess.Popen[str]") -> Dict[str, Any]:
        assert process.stdout is not None
        text = process.stdout.readline()
        if not text:
            raise self._ended(process)
        try:
            line = json.loads(text)
        except ValueError:
            line = None
        if not isinstance(line, dict):
            raise StoppedError(3, f"found {text[:200]!r} from Ganglion, expected an object in JSON")
        return line

    def _ended(self, process: "subprocess.Popen[str]") -> StoppedError:
        self._stop(process)
        said: List[str] = []
        if self._log is not None:
            self._log.seek(0)
            said = self._log.read().decode("utf-8", "replace").splitlines()[-20:]
            self._forget_log()
        text = "\n".join(said) or f"the process of Ganglion has ended with exit code {process.returncode}"
        return StoppedError(process.returncode or 0, text)

    def _stop(self, process: "subprocess.Popen[str]") -> None:
        """Ends a process that may be at work: what is complete of a run is written."""
        if self._process is process:
            self._process = None
        if process.poll() is None:
            process.terminate()
        self._end(process)

    def _leave_to_parent(self) -> None:
        """In a child that was forked: no other thread is there, which might hold the lock, and the pipes are the parent's."""
        self._lock = threading.RLock()
        self._busy = False
        process = self._process
        if process is not None and process.stdin is not None and not process.stdin.closed:
            # Not closed, which would send what the parent has not sent yet; while it is open, the process would not see that the parent ends.
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, process.stdin.fileno(), False)
            os.close(nothing)

    def _forget_exit(self) -> None:
        if self._at_exit is not None:
            self._at_exit.detach()
            self._at_exit = None

    def _forget_log(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    @staticmethod
    def _end(process: "subprocess.Popen[str]") -> None:
        for pipe in (process.stdin, process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                pass  # what was not sent is wanted by nobody
        _wait(process)


_servers: "weakref.WeakSet[Server]" = weakref.WeakSet()


def _after_fork() -> None:
    for server in list(_servers):
        server._leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _terminate(process: "subprocess.Popen[str]", owner: int) -> None:
    """Ends a process when Python does: without the lock, which a thread may hold that is at work in it."""
    if owner == os.getpid() and process.poll() is None:
        process.terminate()
        _wait(process)


def _wait(process: "subprocess.Popen[str]") -> None:
    try:
        process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
