"""What a camera wrote into a picture: how it was held, and where on Earth it was (Exif 2.32)."""

from __future__ import annotations

import warnings

from PIL import ExifTags, Image

warnings.filterwarnings("ignore", module=r"PIL\.")  # damage is told of as a problem, or doesn't matter

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned upright, by its orientation."""

_SIDEWAYS = frozenset({5, 6, 7, 8})
"""Orientations of pictures that are shown turned by a quarter."""


def turn(picture: Image.Image) -> Image.Transpose | None:
    """How the picture has to be turned to stand upright; None where it stands so."""
    return _TURNS.get(_orientation(picture))


def shown_size(picture: Image.Image) -> tuple[int, int]:
    """Width and height of the picture as it stands upright."""
    return picture.size[::-1] if _orientation(picture) in _SIDEWAYS else picture.size


def upright(picture: Image.Image) -> Image.Image:
    """The picture turned so that it stands upright."""
    method = turn(picture)
    return picture if method is None else picture.transpose(method)


def tells_place(picture: Image.Image) -> bool:
    """Whether it says where it was taken, in Exif or in XMP."""
    try:
        if ExifTags.GPS.GPSLatitude in _exif(picture).get_ifd(ExifTags.IFD.GPSInfo):
            return True
    except Exception:  # noqa: BLE001 - as below
        return False
    xmp = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    return b"GPSLatitude" in (xmp.encode() if isinstance(xmp, str) else xmp)


def _orientation(picture: Image.Image) -> int:
    found = _exif(picture).get(ExifTags.Base.Orientation)
    return found if isinstance(found, int) else 1


def _exif(picture: Image.Image) -> Image.Exif:
    """What Pillow has read of it so far; where it is damaged, which harms no picture, nothing."""
    found = Image.Exif()
    try:
        found.load(picture.info.get("exif") or b"")
    except Exception:  # noqa: BLE001 - damage makes Pillow raise errors of every kind
        return Image.Exif()
    return found
