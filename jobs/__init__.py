"""The clock's own process: one table of what runs when, and the outbox's loop."""
