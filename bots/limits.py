"""How long each value that is filled into a line may be, in GSM-7 units."""

from typing import Final

LIMITS: Final = {
    "line": 18, "em": 6, "hrs": 23, "next": 19, "service": 24, "fields": 30, "t": 14,
    "kept": 36, "org": 24, "org2": 24, "rc": 14, "child": 8, "other": 10, "a1": 22, "a2": 22,
}  # fmt: skip
