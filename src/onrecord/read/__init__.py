"""Bytes from files, folders, globs and standard input become captures."""
