"""One file a provider: verify what came in, and shape it into what the house understands."""
