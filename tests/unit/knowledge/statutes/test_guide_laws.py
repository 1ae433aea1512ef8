"""The sections that guides rest on."""

from __future__ import annotations

from knowledge.guides import known_guides
from knowledge.library import Library
from knowledge.statutes.guide_laws import guide_laws


def test_every_guide_says_which_law_it_rests_on(real: Library) -> None:
    assert set(guide_laws()) == known_guides(), "list each guide of bot/domain in knowledge/statutes/guides.yaml"
    for refs in guide_laws().values():
        assert refs
        for ref in refs:
            real.laws.parse(ref)
