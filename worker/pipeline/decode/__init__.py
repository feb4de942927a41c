"""Undecoded payload to validated raw article: encodings, JSON, aliases, CloudEvents, bare text and HTML."""
