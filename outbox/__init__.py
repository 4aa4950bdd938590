"""Every outgoing word: who may be written to now, what waits, how it left and what became of it."""
