"""Cards are drawn once: what was drawn is found again, whoever asks, and what nobody asks for goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cards import store
from site_builder.cards.card import ShareCard
from site_builder.cards.drawing import draw
from site_builder.cards.store import drawn

CARDS = tuple(ShareCard("articles", "Web", f"Název {number}") for number in range(3))


def forbid(_: ShareCard) -> bytes:
    raise AssertionError("it was drawn before")


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = list(drawn(CARDS, tmp_path / "cards"))
    assert first == [(card, draw(card)) for card in CARDS]
    monkeypatch.setattr(store, "draw", forbid)
    assert list(drawn(CARDS, tmp_path / "cards")) == first


def test_a_changed_title_alone_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(drawn(CARDS, tmp_path))
    asked = []

    def note(card: ShareCard) -> bytes:
        asked.append(card.title)
        return b"x"

    monkeypatch.setattr(store, "draw", note)
    list(drawn((*CARDS[:2], ShareCard("articles", "Web", "Jinak")), tmp_path))
    assert asked == ["Jinak"]


def test_what_nobody_asks_for_goes(tmp_path: Path) -> None:
    list(drawn(CARDS, tmp_path))
    list(drawn(CARDS[:1], tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


def test_other_code_draws_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    list(drawn(CARDS, tmp_path))
    monkeypatch.setattr(store, "_version", lambda: "other")
    monkeypatch.setattr(store, "draw", lambda card: b"new")
    assert [picture for _, picture in drawn(CARDS, tmp_path)] == [b"new"] * 3


def test_where_nothing_can_be_kept_cards_are_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(list(drawn(CARDS, tmp_path / "file" / "cards"))) == 3
