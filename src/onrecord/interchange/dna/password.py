"""Passwords of coders as DNA keeps them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

SALT = 16
"""Bytes of salt before the digest."""
ROUNDS = 100_000
"""Times that SHA-256 is applied, the first of them over salt and password (jasypt's strong encryptor)."""


def hashed(password: str, salt: bytes) -> str:
    """Return what a .dna file keeps of a password: base64 of the salt and the digest. The salt has 16 bytes."""
    if len(salt) != SALT:
        raise ValueError(f"a salt has {SALT} bytes, not {len(salt)}")
    digest = salt + password.encode()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")


def is_password(password: str, kept: str) -> bool:
    """Return whether `kept`, as a .dna file has it, was made of `password`."""
    try:
        raw = base64.b64decode(kept, validate=True)
    except binascii.Error:
        return False
    return len(raw) > SALT and hmac.compare_digest(hashed(password, raw[:SALT]), kept)
