"""Drills: an invented survivor comes through a coded word, and the answer is timed."""
