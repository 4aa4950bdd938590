"""Counts without people: sealed facts in, fixed protected tables out, frozen for good."""
