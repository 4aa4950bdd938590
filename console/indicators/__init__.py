"""The safety unit's pages: approved releases, and no way from here to a case."""
