"""Quotations altered by rule, and true reprints: how many of the altered ones are found, how many true ones blamed.

``python -m eval.alterations`` prints recall and naming by kind, and false alarms by way of reprinting, on one half of
the quotations of PolNeAR train (read at run time, never copied) and of our own; ``--held-out`` on the other half with
other seeds, which nothing was tuned on. The rules know nothing of `onrecord.text.differences`.
"""
