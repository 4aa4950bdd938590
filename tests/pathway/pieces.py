"""Makes voice notes and pictures that tell more than they should."""

from __future__ import annotations

import io
import struct

from mutagen.id3 import COMM, ID3
from mutagen.ogg import OggPage
from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = b"her street 14"
GPS = {1: "S", 2: (26.0, 12.0, 14.61), 3: "E", 4: (28.0, 2.0, 50.4)}


def picture(form: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    """A picture with a place, a device and a comment in it."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update(GPS)
    made, file = Image.new("RGB", size, "orange"), io.BytesIO()
    if form == "PNG":
        about = PngInfo()
        about.add_text("Location", SECRET.decode())
        made.save(file, form, exif=exif, pnginfo=about)
    else:
        made.save(file, form, exif=exif, xmp=SECRET, comment=SECRET)
    # Some telephones put a short film behind the picture.
    return file.getvalue() + (SECRET if form == "JPEG" else b"")


def mp3() -> bytes:
    """A little silence with a comment."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    file = io.BytesIO(frame * 8)
    tags = ID3()
    tags.add(COMM(encoding=3, lang="eng", desc="", text=SECRET.decode()))
    tags.save(file)
    return file.getvalue()


def opus() -> bytes:
    """A voice note as messengers record them, with a tag."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 16000, 0, 0)
    tag = b"LOCATION=" + SECRET
    tags = b"OpusTags" + struct.pack("<I", 4) + b"Lavf" + struct.pack("<I", 1)
    tags += struct.pack("<I", len(tag)) + tag
    pages = []
    for number, packet in enumerate((head, tags, b"\xf8\xff\xfe" * 20)):
        page = OggPage()
        page.serial, page.sequence, page.packets = 7, number, [packet]
        page.first, page.last = number == 0, number == 2
        page.position = 960 if number == 2 else 0
        pages.append(page.write())
    return b"".join(pages)


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def film(brand: bytes = b"isom") -> bytes:
    """A film that says where and when it was taken, in three ways."""
    stamp = struct.pack(">II", 3_500_000_000, 3_500_000_000)
    mvhd = box(b"mvhd", bytes(4) + stamp + bytes(88))
    place = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(SECRET), 0) + SECRET))
    track = box(b"trak", box(b"udta", box(b"name", SECRET)))
    moov = box(b"moov", mvhd + track + place)
    extra = box(b"uuid", bytes(16) + SECRET)
    return box(b"ftyp", brand + bytes(4)) + moov + extra + box(b"mdat", b"sound and picture")
