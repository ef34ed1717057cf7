"""Sounds for the web."""


def convert_kept(source, kept):
    return source.read_bytes()
