"""What Ganglion refuses, as exceptions with file, line and JSON pointer."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import Iterator, List, NamedTuple, Optional, Tuple, Type

# FILE:LINE: /POINTER: MESSAGE, without the parts that are unknown; a pointer only with a file. A command, an option or a part of a network, as population "e", is no file.
_PLACE = re.compile(
    r"(?:(?P<file>(?!ganglion[ :]|--|[a-z]+ \x22).+?)(?::(?P<line>[0-9]+))?: )?"
    r"(?:(?P<pointer>/[^:]*): )?"
    r"(?P<message>.*)"
)


class Problem(NamedTuple):
    """One thing that is wrong, at its place."""

    file: Optional[str]
    line: Optional[int]
    """Counted from 1."""
    pointer: Optional[str]
    """JSON pointer to the value in the file."""
    message: str

    @classmethod
    def parse(cls, text: str) -> "Problem":
        """Takes a line apart that Ganglion printed to standard error."""
        found = _PLACE.fullmatch(text)
        if found is None:
            return cls(None, None, None, text)
        line = found["line"]
        return cls(found["file"], int(line) if line else None, found["pointer"], found["message"])


class GanglionError(Exception):
    """A command that Ganglion did not carry out. The text is what Ganglion printed, a line for each problem."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text.strip())
        self.code = code
        """The exit code of the command line."""
        self.problems: List[Problem] = [Problem.parse(line) for line in text.splitlines() if line.strip()]

    @property
    def file(self) -> Optional[str]:
        """The file of the first problem."""
        return self.problems[0].file if self.problems else None

    @property
    def line(self) -> Optional[int]:
        """The line of the first problem, counted from 1."""
        return self.problems[0].line if self.problems else None

    @property
    def pointer(self) -> Optional[str]:
        """The JSON pointer of the first problem."""
        return self.problems[0].pointer if self.problems else None

    def __reduce__(self) -> Tuple[Type["GanglionError"], Tuple[int, str]]:  # so that it can be pickled, as multiprocessing does
        return type(self), (self.code, str(self))


class InputError(GanglionError):
    """Bad input, bad usage, or an output that cannot be written."""


class FaultError(GanglionError):
    """A fault of Ganglion, or a full heap."""


class StoppedError(GanglionError):
    """A signal ended the command early; or its process ended, or could not be started."""


def error(code: int, text: str) -> GanglionError:
    """The exception for an exit code."""
    kind = {2: InputError, 3: FaultError, 130: StoppedError}.get(code, GanglionError)
    return kind(code, text)


@contextmanager
def writing(file: str) -> Iterator[None]:
    """Refuses a file that cannot be written, by its name."""
    try:
        yield
    except OSError as fault:
        raise InputError(2, f"{file}: cannot be written: {fault.strerror or fault}") from None
