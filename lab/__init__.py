"""Corpora, training, export and evaluation of the models. Not shipped; needs its own environment."""
