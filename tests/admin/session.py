"""The web editor at work on the files of a project, in a browser's own folder instead of one of this computer."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, FilePayload, Locator, Page, ViewportSize

VIEWPORT = ViewportSize(width=1280, height=5000)
"""All fields are in sight: the editor draws no others."""

_LOCAL = re.compile("lokálním|local", re.IGNORECASE)
_FOLDER = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => violations.push([event.violatedDirective, event.blockedURI]));
window.project = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("project", { create: true });
window.showDirectoryPicker = window.project;
"""
_PUT = """async (files) => {
  const root = await project();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, data] of files) {
    let folder = root;
    const names = path.split("/");
    const last = names.pop();
    for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await (await folder.getFileHandle(last, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(data), (char) => char.charCodeAt(0)));
    await file.close();
  }
}"""
_TAKE = """async () => {
  const read = (blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1] ?? "");
    reader.readAsDataURL(blob);
  });
  const files = [];
  const walk = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await walk(entry, `${path}${name}/`);
      else files.push([path + name, await read(await entry.getFile())]);
    }
  };
  await walk(await project(), "");
  return files;
}"""


@dataclass(frozen=True)
class Session:
    """A browser's page with the editor; `asked` are the addresses of other hosts that it wanted something of."""

    page: Page
    asked: list[str]

    def open(self, path: str) -> None:
        """Show the place `path` of the editor: `collections/articles/new`."""
        self.page.evaluate("(path) => { location.hash = `#/${path}` }", path)

    def field(self, name: str, language: int = 0) -> Locator:
        """The field `name` in the first or second language's pane."""
        return self.page.locator(f'section[data-key-path="{name}"]').nth(language)

    def fill(self, name: str, text: str, language: int = 0) -> None:
        """Write `text` into a field."""
        self.field(name, language).locator("input, textarea, [contenteditable=true]").locator(
            "visible=true"
        ).last.fill(text)

    def upload(self, name: str, file: str, media_type: str, data: bytes) -> None:
        """Choose a file of the computer for a field."""
        chooser = self.field(name).locator("input[type=file]").first
        chooser.set_input_files(FilePayload(name=file, mimeType=media_type, buffer=data))
        self.field(name).locator(".filename, .preview, img, audio").first.wait_for()

    def switch(self, name: str, language: int = 0) -> None:
        """Turn a switch the other way."""
        self.field(name, language).locator("[role=switch]").click()

    def choose(self, name: str, label: str) -> None:
        """Choose one of several values that are all in sight."""
        self.field(name).get_by_label(label, exact=True).click()

    def translate(self) -> None:
        """Begin the page in the other language too."""
        self.page.locator("button", has_text="Povolit jazyk").click()
        self.field("title", 1).wait_for()

    def save(self) -> None:
        """Save what is written, and wait until it is."""
        place = self.page.url
        self.page.locator("button", has_text="Uložit").first.click()
        self.page.wait_for_url(lambda url: url != place)

    def violations(self) -> list[list[str]]:
        """What the page's policy forbade."""
        found: list[list[str]] = self.page.evaluate("violations")
        return found

    def files(self) -> dict[str, bytes]:
        """All files of the project as they are now, by their paths."""
        return {path: base64.b64decode(data) for path, data in self.page.evaluate(_TAKE)}


@contextmanager
def editing(browser: Browser, site: str, project: Path, place: str = "admin/") -> Iterator[Session]:
    """The editor at `place` of the `site` (a URL), working on the files of `project`."""
    context = browser.new_context(base_url=site, viewport=VIEWPORT, timezone_id="America/New_York")
    context.add_init_script(_FOLDER)
    asked: list[str] = []
    context.on(
        "request",
        lambda request: (
            None if request.url.startswith((site, "blob:", "data:")) else asked.append(request.url)
        ),
    )
    page = context.new_page()
    page.goto("robots.txt")
    page.evaluate(
        _PUT, [[path, base64.b64encode(data).decode()] for path, data in project_files(project).items()]
    )
    page.goto(place)
    page.locator("button", has_text=_LOCAL).click()
    page.locator("nav, [role=navigation], .sidebar").first.wait_for()
    yield Session(page, asked)
    context.close()


def project_files(project: Path) -> dict[str, bytes]:
    """The files of the project's content and podcasts."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("content", "podcast")
        for path in sorted((project / folder).rglob("*"))
        if path.is_file()
    }
