"""The practice city: invented districts, made-up organizations, and nothing real."""
