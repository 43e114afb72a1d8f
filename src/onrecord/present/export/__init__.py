"""A record written out as files."""
