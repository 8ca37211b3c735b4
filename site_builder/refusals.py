"""Why a command can't go on: raised wherever it is found, told in the editor's language where commands are called."""

from __future__ import annotations

from .languages import Language


class RefusalError(Exception):
    """`message` is an English message id, `values` fill its places; `hint`, another one, says what to do."""

    def __init__(self, message: str, hint: str = "", **values: str) -> None:
        """Say why."""
        super().__init__(message.format(**values))
        self.message = message
        self.hint = hint
        self.values = values

    def told(self, language: Language) -> str:
        """The reason in `language`."""
        return " ".join(language.text(text, **self.values) for text in (self.message, self.hint) if text)
