"""Cards are small pictures of the right size in the site's colours, and their text is readable and inside."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from site_builder.cards.card import HEIGHT, WIDTH, ShareCard
from site_builder.cards.drawing import draw
from site_builder.cards.face import known
from site_builder.cards.looks import LOOKS, OTHER, look_of
from site_builder.cards.mark import PATHS
from site_builder.documents import Kind

OVERRIDES = Path(__file__).parents[2] / "overrides"
LARGEST = 60_000
TITLES = (
    "Tři linie",
    "Koho zapojit do koncepce bydlení",
    "Pomoc dlužníkům: cesta z bludiště exekucí, úroků a nedorozumění, která vede přes obec a její poradnu",
    "Nejneobhospodařovávatelnějšími " * 12,
    "Příliš žluťoučký kůň úpěl ďábelské ódy; ŠČŘŽÝÁÍÉŮĎŤŇ „úřad“ – 50 % €",
)


def card(title: str = "Název", look: str = "articles", note: str = "Článek · 1. března 2026") -> ShareCard:
    return ShareCard(look, "Podporujeme inovace", title, note)


def picture(of: ShareCard) -> Image.Image:
    return Image.open(io.BytesIO(draw(of)))


def differing(one: ShareCard, other: ShareCard) -> tuple[int, int, int, int] | None:
    """The box in which two cards differ."""
    first, second = (picture(of).convert("RGB") for of in (one, other))
    return ImageChops.difference(first, second).getbbox()


@pytest.mark.parametrize("look", [*LOOKS, "home"])
@pytest.mark.parametrize("title", TITLES)
def test_a_card_is_a_small_png(title: str, look: str) -> None:
    data = draw(card(title, look))
    found = Image.open(io.BytesIO(data))
    found.load()
    assert (found.format, found.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(data) < LARGEST
    assert found.convert("RGB").getpixel((4, HEIGHT - 4)) == tuple(bytes.fromhex(look_of(look).ground[1:]))


def test_every_section_has_a_look() -> None:
    assert LOOKS.keys() == {kind.value for kind in Kind if kind is not Kind.PAGE}
    assert len({(look.ground, look.pattern) for look in (*LOOKS.values(), OTHER)}) == len(LOOKS) + 1


def test_the_same_card_is_the_same_bytes() -> None:
    assert draw(card()) == draw(card())


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("look", [*LOOKS, "home"])
def test_a_title_keeps_off_pattern_name_and_edges(title: str, look: str) -> None:
    """What changes with title and note lies between the name and the lower edge, left of the pattern."""
    left, top, right, bottom = differing(card(title, look), card("I", look, "")) or (0, 0, 0, 0)
    assert left >= 75
    assert top > 110
    assert bottom <= HEIGHT - 30
    assert right <= 80 + 760 + 4
    marks = [x + 4 * size / 64 for x, _, size in look_of(look).pattern]
    assert right <= min(marks)


def test_a_long_note_and_a_long_name_stay_on_their_lines() -> None:
    wordy = "Národní centrum podpory transformace sociálních služeb, regionální pracoviště"
    box = differing(card(note=wordy), card(note=""))
    assert box
    assert box[2] <= 80 + 760
    long, short = (ShareCard("articles", name, "Název") for name in (wordy, "W"))
    box = differing(long, short)
    assert box
    assert box[2] <= 80 + 760
    assert box[3] < 120


def test_letters_that_the_typeface_lacks_are_left_out() -> None:
    assert known("Kůň 🦄 北京") == "Kůň  "
    assert differing(card("Kůň 🦄 běží"), card("Kůň běží")) is None


def test_a_title_in_an_unknown_script_gives_way_to_the_site() -> None:
    assert differing(card("北京"), card("Podporujeme inovace")) is None


def test_decomposed_letters_are_composed() -> None:
    assert differing(card("Ču\u030cn"), card("Čǔn")) is None


def test_kerning_brings_letters_together() -> None:
    def width(title: str) -> int:
        box = differing(card(title, note=""), card("I", note=""))
        assert box
        return box[2]

    assert width("AVAVAV") < width("AAAVVV")


def test_colours_are_those_of_the_site() -> None:
    """Brights are in the light appearance, the others in the dark one."""
    styles = "".join(
        (OVERRIDES / f"assets/{name}.css").read_text(encoding="utf-8") for name in ("site", "dark")
    )
    known_colours = {colour.lower() for colour in re.findall(r"#[0-9a-fA-F]{6}", styles)} | {"#ffffff"}
    for look in (*LOOKS.values(), OTHER):
        assert {look.ground, look.ink, look.accent, *look.leaves} <= known_colours


def test_the_mark_is_that_of_the_site() -> None:
    svg = (OVERRIDES / ".icons/site/mark.svg").read_text(encoding="utf-8")
    assert re.findall(r'class="leaf-(\d)" d="([^"]+)"', svg) == [
        (leaf, PATHS[int(leaf) - 1]) for leaf in ("1", "3", "2")
    ]


def test_texts_stand_out_from_their_ground() -> None:
    """WCAG 1.4.3: 4.5 to 1."""
    for look in (*LOOKS.values(), OTHER):
        for colour in (look.ink, look.accent):
            assert contrast(colour, look.ground) >= 4.5


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [part / 255 for part in bytes.fromhex(colour[1:])]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_the_typeface_is_small_and_its_licence_is_with_it() -> None:
    folder = Path(__file__).parents[2] / "site_builder/cards/font"
    assert "SIL Open Font License" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert (folder / "literata.woff").stat().st_size < LARGEST
