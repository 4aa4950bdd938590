"""What the code knows of a line; its words live in the catalogues."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompt:
    """Is one line: its options as "1:yes 2:no", and whether it must reveal nothing."""

    id: str
    note: str
    options: str = ""
    first: bool = False

    def option_names(self) -> dict[int, str]:
        """Returns what each number of the line means, by number."""
        pairs = (option.split(":") for option in self.options.split())
        return {int(number): name for number, name in pairs}
