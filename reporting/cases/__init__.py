"""Cases: what a caseworker does about a report, over time."""
