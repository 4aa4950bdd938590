"""The corridor: the order of things, in plain functions."""
