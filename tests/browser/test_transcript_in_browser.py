"""The WebVTT that is written, as a browser reads it."""

from __future__ import annotations

from playwright.sync_api import Browser

from site_builder.transcripts import Cue, transcript_files

READ = """
(text) => new Promise((done) => {
  document.body.innerHTML = "<video><track default></video>";
  const element = document.querySelector("track");
  element.onload = () => done([...element.track.cues].map((cue) => {
    const shown = cue.getCueAsHTML();
    const voice = shown.querySelector("[title]");
    return [cue.startTime, cue.endTime, voice ? voice.title : "", shown.textContent];
  }));
  element.onerror = () => done("unreadable");
  element.src = URL.createObjectURL(new Blob([text], { type: "text/vtt" }));
})
"""


def test_a_browser_reads_the_same_cues(browser: Browser) -> None:
    cues = (
        Cue(
            0.25,
            4.5,
            "Jana Nováková",
            "Dobrý den, vítejte u prvního dílu, který je tak dlouhý, že má dva řádky.",
        ),
        Cue(4.5, 6, "A & <B> C", "x --> y & <v Z> &amp; </v>"),
        Cue(6, 7, "", "NOTE hudba"),
        Cue(3606, 3607.125, "Petr", "Ne."),
    )
    page = browser.new_page()
    read = page.evaluate(READ, transcript_files(cues, "cs", "Díl")[".vtt"].decode())
    page.close()
    assert [[start, end, speaker, " ".join(text.split())] for start, end, speaker, text in read] == [
        [cue.start, cue.end, cue.speaker, cue.text] for cue in cues
    ]
