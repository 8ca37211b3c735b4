"""Walks through invented histories, compared with what a look at every state of them says."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from site_builder.history.commits import Change, Commit, Step
from site_builder.history.texts import Text, text_of
from site_builder.history.translations import compare

CS, EN = "content/a.cs.md", "content/a.en.md"
DAY = 86_400

State = tuple[int, int]
"""The numbers of the two texts."""

STATES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=8)


def text(blob: str) -> Text:
    return text_of(f"---\ntitle: A\n---\n{blob}\n".encode())


def commits(states: list[State]) -> list[Commit]:
    """A commit for each state, on the days from 2 January 1970 on, the newest first."""
    found = []
    for index, state in enumerate(states):
        before = states[index - 1] if index else (None, None)
        changes = {
            path: Change("" if old is None else path, "" if old is None else f"text{old}", f"text{new}")
            for path, old, new in zip((CS, EN), before, state, strict=True)
            if old != new
        }
        parent = str(index) if index else ""
        found.append(Commit(str(index + 1), (index + 1) * DAY, (Step(parent, changes),)))
    return found[::-1]


@given(STATES)
def test_a_translation_is_compared_with_what_was_there_when_it_was_changed(states: list[State]) -> None:
    made = max(i for i, (_, en) in enumerate(states) if i == 0 or states[i - 1][1] != en)
    base, now = states[made][0], states[-1][0]
    history = compare(commits(states), [[CS, EN]], text, ZoneInfo("UTC"))
    assert history.originals == {EN: CS}
    assert history.outdated.keys() == ({EN} if base != now else set())
    if base != now:
        left = max(i for i in range(made, len(states)) if states[i][0] == base) + 1
        day = datetime.fromtimestamp((left + 1) * DAY, UTC).date()
        assert history.outdated[EN].since == day
        assert history.outdated[EN].before.says_the_same(text(f"text{base}"))
        assert history.outdated[EN].after.says_the_same(text(f"text{now}"))


@given(STATES, STATES, st.booleans())
def test_a_merged_branch_is_as_if_its_commits_had_come_before(
    main: list[State], branch: list[State], is_trunk_first: bool
) -> None:
    """Only the branch touched the page: what it knew is what counts, whichever parent the merge names first."""
    trunk, side = commits(main[:1])[0], commits([main[0], *branch])[:-1]
    side = [
        Commit(f"side{c.id}", c.seconds, (Step(_side(c.steps[0].parent), c.steps[0].changes),)) for c in side
    ]
    changes = {
        path: Change(path, f"text{old}", f"text{new}")
        for path, old, new in zip((CS, EN), main[0], branch[-1], strict=True)
        if old != new
    }
    other = Commit("other", 50 * DAY, (Step("1", {"content/b.cs.md": Change("", "", "b")}),))
    steps = (Step("other", changes), Step(side[0].id, {"content/b.cs.md": Change("", "", "b")}))
    merge = Commit("merge", 60 * DAY, steps if is_trunk_first else steps[::-1])
    found = compare([merge, other, *side, trunk], [[CS, EN]], text, ZoneInfo("UTC"))
    straight = compare(commits([main[0], *branch]), [[CS, EN]], text, ZoneInfo("UTC"))
    if branch[-1][1] != main[0][1]:  # else nobody can say by whom the translation was left as it was
        assert found.outdated.keys() == straight.outdated.keys()


def _side(parent: str) -> str:
    return parent if parent == "1" else f"side{parent}"
