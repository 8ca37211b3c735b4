"""Pictures made for tests, as cameras and programs would save them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageOps


def photo(mode: str = "RGB", size: tuple[int, int] = (48, 32)) -> Image.Image:
    """Each corner in a colour of its own."""
    picture = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (picture, ImageOps.mirror(picture), ImageOps.flip(picture))).convert(mode)


def noisy(size: tuple[int, int]) -> Image.Image:
    """What compresses as badly as leaves and grass do."""
    grain = Image.effect_noise(size, 80)
    return Image.blend(photo(size=size), Image.merge("RGB", (grain, grain, grain)), 0.25)


def exif(orientation: int = 1, *, located: bool = True) -> bytes:
    """What a camera tells: how it was held, what it is, and where it was."""
    told = Image.Exif()
    told[ExifTags.Base.Orientation] = orientation
    told[ExifTags.Base.Make] = "Camera"
    if located:
        told.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (50.0, 4.0, 31.8)
    return told.tobytes()


def saved(kind: str, picture: Image.Image | None = None, **options: Any) -> bytes:
    """The bytes of a file of the format `kind`."""
    written = BytesIO()
    (picture or photo()).save(written, kind, **options)
    return written.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in `data`, decoded."""
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture
