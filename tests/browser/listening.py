"""The audio of a page, played so that a test finds it where it looks for it."""

from __future__ import annotations

from playwright.sync_api import Page


def play_slowly(page: Page) -> None:
    """Mute the audio and let it take 16 s for each, so that it is near its place however late a test looks."""
    page.evaluate(
        """() => {
            const audio = document.querySelector("audio");
            Object.assign(audio, { muted: true, playbackRate: 1 / 16, defaultPlaybackRate: 1 / 16 });
        }"""
    )
