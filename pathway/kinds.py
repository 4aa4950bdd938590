"""Which kinds of media are kept, told by their first bytes and by nothing else. Pure."""

from typing import Final

_MP4_AUDIO: Final = frozenset({b"M4A ", b"M4B ", b"F4A "})
_MP4_VIDEO: Final = frozenset(
    {b"isom", b"iso2", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V "}
)
_STARTS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"#!AMR", "audio/amr"),
)
ENDINGS: Final = {
    "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "audio/ogg": "ogg",
    "audio/mpeg": "mp3", "audio/amr": "amr", "audio/wav": "wav", "audio/aac": "aac",
    "audio/mp4": "m4a", "video/mp4": "mp4", "video/3gpp": "3gp",
}  # fmt: skip


def kind_of(content: bytes) -> str | None:
    """Returns the kind of a file that is kept, or None for any other."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return _boxed(content[8:12])
    return _framed(content[:2])


def _boxed(brand: bytes) -> str | None:
    if brand[:3] in {b"3gp", b"3g2"}:
        return "video/3gpp"
    if brand in _MP4_AUDIO:
        return "audio/mp4"
    return "video/mp4" if brand in _MP4_VIDEO else None


def _framed(start: bytes) -> str | None:
    if len(start) < 2 or start[0] != 0xFF:  # noqa: PLR2004 - a sync word has two bytes
        return None
    if start[1] & 0xF6 == 0xF0:  # noqa: PLR2004 - ADTS: the layer bits are none
        return "audio/aac"
    return "audio/mpeg" if start[1] & 0xE6 in {0xE2, 0xE4, 0xE6} else None
