"""Takes out of a picture or a recording what tells where and on what it was made.

Runs alone, as `python pathway/cleaning.py`, without keys, settings or network: bytes in, bytes out.
Pictures are drawn anew, so that nothing hidden in the file survives; tags of recordings are removed
where they stand. It says on its first line what it found and whether all of it could be cleaned.
"""

import io
import resource
import sys
from collections.abc import Iterator

import mutagen
from PIL import Image, ImageOps

MOST_PIXELS = 60_000_000
_PICTURES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_BOXES = frozenset({"audio/mp4", "video/mp4", "video/3gpp", "audio/3gpp"})
_PARENTS = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"moof", b"traf"})
_TELLING = frozenset({b"udta", b"meta", b"uuid", b"loci", b"ilst", b"keys", b"free", b"skip"})
_DATED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_HEADER, _LONG_HEADER = 8, 16
_CPU_SECONDS, _MEMORY = 25, 2 * 1024**3


class Broken(Exception):
    """Says that a file is not what its first bytes promise."""


def clean(kind: str, content: bytes) -> tuple[bytes, bool]:
    """Returns a cleaned copy, and whether everything that could tell is out of it."""
    if kind in _PICTURES:
        return redraw(content, _PICTURES[kind]), True
    if kind in _BOXES:
        return empty_boxes(content), True
    return without_tags(content)


def redraw(content: bytes, form: str) -> bytes:
    """Draws a picture anew, upright, without anything but its pixels."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with Image.open(io.BytesIO(content), formats=[form]) as opened:
            upright = ImageOps.exif_transpose(opened)
            plain = upright.convert("RGBA" if _sees_through(upright, form) else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Broken from error
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    drawn = io.BytesIO()
    bare.save(drawn, form, quality=88)
    return drawn.getvalue()


def without_tags(content: bytes) -> tuple[bytes, bool]:
    """Removes the tags of a recording; one without a place for tags is as clean as it came."""
    file = io.BytesIO(content)
    try:
        found = mutagen.File(file)
        if found is None:
            return content, content.startswith(b"#!AMR")
        file.seek(0)
        found.delete(file)
    except mutagen.MutagenError:
        return content, False
    return file.getvalue(), True


def empty_boxes(content: bytes) -> bytes:
    """Empties the boxes of an MP4 or 3GP file that tell place, device or time, where they stand.

    Nothing moves: players find the sound by offsets from the beginning of the file.
    """
    made = bytearray(content)
    for name, start, end, header in _boxes(content, 0, len(content)):
        if name in _TELLING:
            made[start + 4 : start + 8] = b"free"
            made[start + header : end] = bytes(end - start - header)
        elif name in _DATED and end - start > header + 20:
            # Version 1 has times of eight bytes, version 0 of four; both come right after flags.
            size = 16 if made[start + header] == 1 else 8
            made[start + header + 4 : start + header + 4 + size] = bytes(size)
    return bytes(made)


def _boxes(content: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    while start + _HEADER <= end:
        size, name = (
            int.from_bytes(content[start : start + 4], "big"),
            content[start + 4 : start + 8],
        )
        header = _HEADER
        if size == 1:
            size, header = int.from_bytes(content[start + 8 : start + 16], "big"), _LONG_HEADER
        size = end - start if size == 0 else size
        if size < header or start + size > end:
            raise Broken
        yield name, start, start + size, header
        if name in _PARENTS:
            yield from _boxes(content, start + header, start + size)
        start += size


def _sees_through(picture: Image.Image, form: str) -> bool:
    return form != "JPEG" and picture.has_transparency_data


def main() -> None:
    """Cleans what comes in; the first line says how it went, the rest is the copy."""
    kind = sys.argv[1]
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        cleaned, wholly = clean(kind, sys.stdin.buffer.read())
    except Broken:
        sys.stdout.buffer.write(b"broken\n")
        return
    sys.stdout.buffer.write(b"clean\n" if wholly else b"tagged\n")
    sys.stdout.buffer.write(cleaned)


if __name__ == "__main__":
    main()
