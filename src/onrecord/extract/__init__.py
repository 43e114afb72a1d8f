"""Documents become attributions: the tagger and its decoding."""
