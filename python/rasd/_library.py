"""librasd through ctypes: the functions of include/rasd/rasd.h, and their errors as exceptions."""

import ctypes
import os
from pathlib import Path

_NAME = "librasd.so.0"

_OFFSETS = {"code_point": 0, "byte": 1, "utf16": 2}


class Error(Exception):
    """What the library reports; `code` is one of rasd_status."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class KnowledgeError(Error):
    """Rules or data are missing or faulty."""


class RecordError(Error, ValueError):
    """An article that is none: no text, or a value that cannot be read."""


_ERRORS = {1: RecordError, 2: KnowledgeError, 3: RecordError, 4: MemoryError}


class _Options(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_size_t),
        ("rules", ctypes.c_char_p),
        ("data", ctypes.c_char_p),
        ("offsets", ctypes.c_int),
        ("provenance", ctypes.c_int),
    ]


def _candidates():
    named = os.environ.get("RASD_LIBRARY")
    if named:
        yield named
        return
    # Installed: PREFIX/lib/python3/dist-packages/rasd beside PREFIX/lib/librasd.so.0 or PREFIX/lib/<machine>/.
    for folder in Path(__file__).resolve().parents[2:5]:
        for library in sorted([*folder.glob(_NAME), *folder.glob("*/" + _NAME)]):
            yield str(library)
    yield _NAME


def _load():
    fault = None
    for name in _candidates():
        try:
            return ctypes.CDLL(name)  # lets other threads run during a call
        except OSError as error:
            fault = error
    raise ImportError(f"{_NAME} cannot be loaded ({fault}); install rasd or set RASD_LIBRARY to its path")


def _declare(library):
    result = ctypes.c_void_p
    out = ctypes.POINTER(result)
    signatures = {
        "rasd_open": (ctypes.c_int, [ctypes.POINTER(_Options), ctypes.POINTER(ctypes.c_void_p), out]),
        "rasd_close": (None, [ctypes.c_void_p]),
        "rasd_extract_text": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, out]),
        "rasd_extract_record": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, out]),
        "rasd_result_lines": (ctypes.c_void_p, [result, ctypes.POINTER(ctypes.c_size_t)]),
        "rasd_result_message": (ctypes.c_char_p, [result]),
        "rasd_result_free": (None, [result]),
        "rasd_version": (ctypes.c_char_p, []),
    }
    for name, (returned, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = returned, arguments
    return library


_lib = _declare(_load())


def version():
    return _lib.rasd_version().decode("ascii")


def _answer(call):
    """Lines and message of one call; an exception where it failed."""
    result = ctypes.c_void_p()
    status = call(ctypes.byref(result))
    try:
        message = _lib.rasd_result_message(result).decode("utf-8", "replace")
        if status == 4:
            raise MemoryError(message)
        if status != 0:
            raise _ERRORS.get(status, Error)(status, message)
        size = ctypes.c_size_t()
        data = _lib.rasd_result_lines(result, ctypes.byref(size))
        return ctypes.string_at(data, size.value), message
    finally:
        _lib.rasd_result_free(result)


class Handle:
    """Rules and data, loaded. Any number of threads may call one."""

    def __init__(self, rules=None, data=None, offsets="code_point", provenance=False):
        self._pointer = None
        if offsets not in _OFFSETS:
            raise ValueError("offsets is one of " + ", ".join(_OFFSETS))
        paths = [None if path is None else os.fsencode(path) for path in (rules, data)]
        options = _Options(ctypes.sizeof(_Options), paths[0], paths[1], _OFFSETS[offsets], int(provenance))
        pointer = ctypes.c_void_p()
        _answer(lambda result: _lib.rasd_open(ctypes.byref(options), ctypes.byref(pointer), result))
        self._pointer = pointer

    def text(self, text, published):
        return _answer(lambda result: _lib.rasd_extract_text(self._pointer, text, len(text), published, result))

    def record(self, json):
        return _answer(lambda result: _lib.rasd_extract_record(self._pointer, json, len(json), result))

    def __del__(self, close=_lib.rasd_close):  # bound early: the module may be gone when the interpreter ends
        if self._pointer:
            close(self._pointer)
