"""What was told, what is done about it, and what may be counted: three rooms apart."""
