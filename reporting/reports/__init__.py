"""Reports: what a survivor said, sealed entry by entry as it arrived."""
