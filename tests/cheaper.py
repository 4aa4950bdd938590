"""What many tests work out alike is worked out once: the same sums, remembered.

Each answer was really computed once in this process from exactly the same inputs, so a test
that depends on it still fails where the sum itself is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import werkzeug.routing
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

import vault.derive
import vault.passphrase

Builder = Callable[..., tuple[str, str]]


class RememberedArgon2id:
    """Stretches as Argon2id does; the same secret under the same terms is stretched once."""

    def __init__(
        self, *, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int
    ) -> None:
        self._terms = (salt, length, iterations, lanes, memory_cost)

    def derive(self, secret: bytes) -> bytes:
        """Return what Argon2id makes of the secret."""
        return _stretched(secret, *self._terms)


@cache
def _stretched(
    secret: bytes, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int
) -> bytes:
    terms: dict[str, Any] = {"iterations": iterations, "lanes": lanes, "memory_cost": memory_cost}
    return Argon2id(salt=salt, length=length, **terms).derive(secret)


class RememberedBuilders:
    """Compiles the builder of an address once for every application that has the same rule."""

    def __init__(self) -> None:
        self._compile = werkzeug.routing.Rule._compile_builder
        self._known: dict[object, Builder] = {}

    def of(self, rule: werkzeug.routing.Rule, append_unknown: bool) -> Builder:  # noqa: FBT001 - as Werkzeug calls it
        """Return the builder of a rule."""
        if rule.defaults:
            return self._compile(rule, append_unknown)
        key = (rule.rule, tuple(rule._trace), append_unknown)
        if key not in self._known:
            self._known[key] = self._compile(rule, append_unknown)
        return self._known[key]


def remember() -> None:
    """Let this process remember its stretches and its compiled addresses."""
    for module in (vault.derive, vault.passphrase):
        vars(module)["Argon2id"] = RememberedArgon2id
    builders = RememberedBuilders()

    def compile_builder(rule: werkzeug.routing.Rule, append_unknown: bool = True) -> Builder:  # noqa: FBT001, FBT002 - as Werkzeug calls it
        return builders.of(rule, append_unknown)

    werkzeug.routing.Rule._compile_builder = compile_builder  # type: ignore[method-assign,assignment]
