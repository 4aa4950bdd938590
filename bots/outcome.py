"""How an effect came out, and the values its line needs."""


class Outcome:
    """Holds how an effect came out and the values its line needs."""

    def __init__(self, name: str, text: str = "", **values: str) -> None:
        self.name = name
        self.text = text
        self.values = values
