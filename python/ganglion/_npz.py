"""Arrays of an NPZ file, in memory that is mapped to the file where they are not compressed."""

from __future__ import annotations

import io
import math
import mmap
import struct
import zipfile
from typing import Any, Dict, Iterator, Mapping, Optional, Tuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

_format: Any = np.lib.format  # some versions of NumPy have no type hints for it
_HEADERS = {
    (1, 0): _format.read_array_header_1_0,
    (2, 0): _format.read_array_header_2_0,
    (3, 0): _format.read_array_header_2_0,  # differs in names of fields, which no array has here
}
_HEAD = 1 << 17  # bytes in which the head of an array ends
_SUFFIX = ".npy"
_LOCAL_HEADER = 30  # bytes in front of an entry's name and extra field, whose lengths are its last two numbers


class ArchiveOfArrays(Mapping[str, Array]):
    """The arrays by name. Only those that are asked for are read. They cannot be written to, and hold no Python objects."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._map: Optional[mmap.mmap] = None
        try:
            with zipfile.ZipFile(file) as archive:
                entries = archive.infolist()
        except zipfile.BadZipFile as fault:
            raise ValueError(f"{file}: is no archive of arrays: {fault}") from fault
        self._entries: Dict[str, zipfile.ZipInfo] = {
            entry.filename[: -len(_SUFFIX)]: entry for entry in entries if entry.filename.endswith(_SUFFIX)
        }

    def __getitem__(self, name: str) -> Array:
        entry = self._entries[name]
        try:
            return self._mapped(entry) if entry.compress_type == zipfile.ZIP_STORED else self._read(entry)
        except (OSError, MemoryError):
            raise
        except Exception as fault:  # NumPy and zipfile raise many kinds, and do not name the file
            raise ValueError(f"{self.file}: {entry.filename} cannot be read: {fault}") from fault

    def _read(self, entry: zipfile.ZipInfo) -> Array:
        with zipfile.ZipFile(self.file) as archive, archive.open(entry) as content:
            shape, kind, order = _head(content, entry.file_size)
            return np.ndarray(shape, kind, content.read(), 0, None, order)

    def _mapped(self, entry: zipfile.ZipInfo) -> Array:
        whole = self._whole()
        header = whole[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise ValueError("found no entry where it should be")
        start = entry.header_offset + _LOCAL_HEADER + sum(struct.unpack("<HH", header[-4:]))
        content = io.BytesIO(whole[start : start + _HEAD])  # the place in the map is shared by threads
        shape, kind, order = _head(content, entry.file_size)
        return np.ndarray(shape, kind, whole, start + content.tell(), None, order)

    def _whole(self) -> mmap.mmap:
        """One map for all arrays, because each takes a file handle."""
        if self._map is None:
            with open(self.file, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return self._map

    def __getstate__(self) -> Dict[str, Any]:  # another process has its own map
        return {**self.__dict__, "_map": None}

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def _head(content: Any, size: int) -> Tuple[Tuple[int, ...], Any, Any]:
    """Shape, type and order of the values that fill the rest of an entry of this size."""
    version = _format.read_magic(content)
    if version not in _HEADERS:
        raise ValueError(f"found version {version} of the format, expected one of {sorted(_HEADERS)}")
    shape, columns_first, kind = _HEADERS[version](content)
    values = math.prod(shape) * kind.itemsize
    if kind.hasobject or not kind.itemsize or min(shape, default=0) < 0 or content.tell() + values != size:
        raise ValueError(f"found {shape} values of {kind}, which do not fill its {size} bytes")
    return shape, kind, "F" if columns_first else "C"
