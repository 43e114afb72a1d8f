"""Networks in formats that other programs read."""
