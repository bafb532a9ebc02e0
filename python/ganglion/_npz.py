"""Arrays of an NPZ file, in memory that is mapped to the file where they are not compressed."""

from __future__ import annotations

import struct
import zipfile
from typing import Any, Dict, Iterator, Mapping

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_format: Any = np.lib.format  # some versions of NumPy have no type hints for it
_SUFFIX = ".npy"
_LOCAL_HEADER = 30  # bytes in front of an entry's name and extra field, whose lengths are its last two numbers


class ArchiveOfArrays(Mapping[str, Array]):
    """The arrays by name. Only those that are asked for are read. They cannot be written to."""

    def __init__(self, file: str) -> None:
        self.file = file
        with zipfile.ZipFile(file) as archive:
            self._entries: Dict[str, zipfile.ZipInfo] = {
                entry.filename[: -len(_SUFFIX)]: entry for entry in archive.infolist() if entry.filename.endswith(_SUFFIX)
            }

    def __getitem__(self, name: str) -> Array:
        entry = self._entries[name]
        return self._mapped(entry) if entry.compress_type == zipfile.ZIP_STORED else self._read(name)

    def _read(self, name: str) -> Array:
        with np.load(self.file) as arrays:
            array: Array = arrays[name]
        array.flags.writeable = False
        return array

    def _mapped(self, entry: zipfile.ZipInfo) -> Array:
        with open(self.file, "rb") as file:
            file.seek(entry.header_offset)
            header = file.read(_LOCAL_HEADER)
            if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
                raise ValueError(f"{self.file}: found no entry where {entry.filename} should be")
            start = entry.header_offset + _LOCAL_HEADER + sum(struct.unpack("<HH", header[-4:]))
            file.seek(start)
            version = _format.read_magic(file)
            read = _format.read_array_header_1_0 if version == (1, 0) else _format.read_array_header_2_0
            shape, columns_first, kind = read(file)
            values = file.tell()
            count = int(np.prod(shape, dtype=np.int64))
            if kind.hasobject or values + count * kind.itemsize != start + entry.file_size:
                raise ValueError(f"{self.file}: found {shape} values of {kind} that do not fill {entry.filename}")
            if count == 0:  # nothing can be mapped
                return np.empty(shape, kind)
            order: Any = "F" if columns_first else "C"
            return np.memmap(file, kind, "r", values, shape, order).view(np.ndarray)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)
