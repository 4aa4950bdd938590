"""How much of each catalogue a native reader has read, and marking what was."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from babel.messages.catalog import Catalog, Message

from commands import catalogues
from kernel.reviewed import NEEDS_REVIEW, SOURCE_LANGUAGE, is_mark, mark, review_of

DOMAINS: Final = ("bot", "web")


@dataclass(frozen=True)
class Standing:
    """Says how far one catalogue has been read, and what was changed since it was."""

    language: str
    domain: str
    lines: int
    reviewed: int
    changed: int
    by: tuple[str, ...]
    asks: bool

    @property
    def said(self) -> str:
        """Says in words who has read it."""
        if self.language == SOURCE_LANGUAGE:
            return "the source: settled by the design"
        changed = f"; {self.changed} changed since" if self.changed else ""
        asks = "needs a native reviewer" if self.asks or self.reviewed < self.lines else ""
        return (", ".join(self.by) + changed + ("; " if self.by and asks else "") + asks).strip(
            "; "
        )


def standings() -> Iterator[Standing]:
    """Yields every catalogue's standing, by language and domain."""
    for domain in DOMAINS:
        for language in catalogues.languages(domain):
            yield standing(language, domain)


def standing(language: str, domain: str) -> Standing:
    """Returns how far one catalogue has been read; the source counts as read."""
    catalogue = catalogues.load(catalogues.path_of(language, domain), language, domain)
    messages = list(_worded(catalogue))
    if language == SOURCE_LANGUAGE:
        count = sum(1 for message in catalogue if message.id)
        return Standing(language, domain, count, count, 0, (), asks=False)
    reviews = [review_of(one.user_comments, written(one)) for one in messages]
    standing_ones = [one for one in reviews if one is not None and one.stands]
    return Standing(
        language,
        domain,
        len(messages),
        len(standing_ones),
        sum(one is not None and not one.stands for one in reviews),
        tuple(sorted({one.by for one in standing_ones})),
        asks=NEEDS_REVIEW in catalogue.header_comment,
    )


def review(
    language: str, domain: str, by: str, day: str, only: Collection[str]
) -> tuple[int, set[str]]:
    """Marks lines as read; returns how many, and the named ones that are not there."""
    path = catalogues.path_of(language, domain)
    catalogue = catalogues.load(path, language, domain)
    read = [one for one in _worded(catalogue) if not only or _id(one) in only]
    for message in read:
        kept = [comment for comment in message.user_comments if not is_mark(comment)]
        message.user_comments = [*kept, mark(written(message), by, day)]
    if all(_stands(message) for message in _worded(catalogue)):
        kept_lines = catalogue.header_comment.splitlines()
        catalogue.header_comment = "\n".join(_without_ask(kept_lines))
    catalogues.store(catalogue, path)
    return len(read), set(only) - {_id(one) for one in read}


def written(message: Message) -> str:
    """Returns a message's wording, every plural form of it."""
    words = message.string or ""
    return words if isinstance(words, str) else "\x1f".join(words)


def _worded(catalogue: Catalog) -> Iterator[Message]:
    return (one for one in catalogue if one.id and one.string and not one.fuzzy)


def _stands(message: Message) -> bool:
    found = review_of(message.user_comments, written(message))
    return found is not None and found.stands


def _without_ask(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if NEEDS_REVIEW not in line]


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
