"""What all parts of the API share: problems (RFC 9457), cursors, entity tags."""
