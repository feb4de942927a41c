"""Undecoded payload to validated raw article: encodings, JSON, aliases, CloudEvents, bare text and HTML."""

from worker.pipeline.decode.decode import Decode

__all__ = ["Decode"]
