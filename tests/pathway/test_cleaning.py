"""Nothing in a kept picture or recording tells where it was made, or on what."""

from __future__ import annotations

import io
import struct

import mutagen
import pytest
from PIL import Image

from pathway.cleaning import Broken, clean, empty_boxes
from pathway.fetching import cleaned_copy
from pathway.kinds import kind_of
from tests.pathway.pieces import SECRET, box, film, mp3, opus, picture


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_pixels_and_loses_place_device_and_comments(form: str) -> None:
    told = picture(form)
    kind = kind_of(told)
    assert kind is not None
    assert Image.open(io.BytesIO(told)).getexif().get_ifd(0x8825)
    cleaned, wholly = clean(kind, told)
    assert wholly
    assert kind_of(cleaned) == kind
    drawn = Image.open(io.BytesIO(cleaned))
    assert dict(drawn.getexif()) == {}
    assert not {"exif", "xmp", "comment", "Location", "icc_profile"} & set(drawn.info)
    assert SECRET not in cleaned
    assert drawn.size == (48, 64), "it is turned as the camera said before that is dropped"


def test_the_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathway.cleaning.MOST_PIXELS", 100)
    with pytest.raises(Broken):
        clean("image/png", picture("PNG"))


@pytest.mark.parametrize("make", [mp3, opus])
def test_a_recording_loses_its_tags(make: type[bytes]) -> None:
    told = make()
    kind = kind_of(told)
    assert kind is not None
    assert SECRET in told
    cleaned, wholly = clean(kind, told)
    assert wholly
    assert SECRET not in cleaned
    assert mutagen.File(io.BytesIO(cleaned)) is not None, "it still plays"


@pytest.mark.parametrize("brand", [b"isom", b"M4A ", b"3gp4"])
def test_a_film_says_neither_where_nor_when_and_nothing_moves(brand: bytes) -> None:
    told = film(brand)
    cleaned = empty_boxes(told)
    assert SECRET in told
    assert SECRET not in cleaned
    assert struct.pack(">I", 3_500_000_000) not in cleaned
    assert len(cleaned) == len(told)
    assert cleaned.index(b"sound and picture") == told.index(b"sound and picture")


@pytest.mark.parametrize(
    "wrong",
    [b"\x00\x00\x00\x04ftyp", b"\xff\xff\xff\xffmoovxxxx", b"\x00\x00\x00\x01moovxxxx"],
)
def test_a_film_with_wrong_boxes_is_broken(wrong: bytes) -> None:
    with pytest.raises(Broken):
        empty_boxes(box(b"ftyp", b"isom") + wrong)


def test_a_recording_whose_tags_cannot_be_read_is_said_to_be_so() -> None:
    assert clean("audio/ogg", b"OggS" + b"\xff" * 60)[1] is False
    assert clean("audio/amr", b"#!AMR\n\x04") == (b"#!AMR\n\x04", True)


def test_it_is_done_by_a_process_that_has_no_keys() -> None:
    cleaned = cleaned_copy("image/jpeg", picture())
    assert cleaned is not None
    assert SECRET not in cleaned[0]
    assert cleaned_copy("image/jpeg", b"\xff\xd8\xff and no picture") is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", None),
        (b"MZ\x90\x00", None),
        (b"<html>", None),
        (b"<svg xmlns", None),
        (b"GIF89a", None),
        (b"PK\x03\x04", None),
        (b"", None),
        (b"\xff", None),
        (b"\xff\xf1\x50", "audio/aac"),
        (b"\xff\xfb\x90", "audio/mpeg"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00AVI ", None),
        (b"\x00\x00\x00\x18ftypheic", None),
        (b"#!AMR\n", "audio/amr"),
    ],
)
def test_the_first_bytes_decide(content: bytes, kind: str | None) -> None:
    assert kind_of(content) == kind
