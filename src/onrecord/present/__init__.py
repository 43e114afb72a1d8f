"""Present: the only code that prints, and that writes for other programs."""
