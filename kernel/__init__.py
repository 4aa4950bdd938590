"""Shared nouns, the clock, ids, settings and the database: the ground everything stands on."""
