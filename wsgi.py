"""What servers and the `flask` command load: a factory, so that nothing is wired on import."""

from bootstrap import create_app

__all__ = ["create_app"]
