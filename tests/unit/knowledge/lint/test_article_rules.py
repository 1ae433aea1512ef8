"""Rules for one article: the small content keeps them all, and each is broken once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.article import Section
from knowledge.library import Library
from knowledge.lint.article_rules import ARTICLE_RULES, no_now_before_an_amount
from knowledge.lint.finding import Finding

FOLDER = "articles/tenancy/deposit/"
YAML, NB, EN = FOLDER + "article.yaml", FOLDER + "nb.md", FOLDER + "en.md"
STEP = "1. Be om en egen konto."
LONG = "Husleietvistutvalgets saksbehandlingsgebyr forutsetter tilfredsstillende dokumentasjon. "

# (rule, file changed, old, new, message, file found in when another)
BROKEN = [
    ("fixed-sections", NB, "## Kort svar", "## Svar", "add the section '## Kort svar'"),
    ("fixed-sections", EN, "## Do this now", "## Now", "add the section '## Do this now'"),
    ("fixed-sections", NB, "## Hva loven sier", "## Loven", "add the section '## Hva loven sier'"),
    ("fixed-sections", NB, "1. Be om en egen konto.\n2. Ta vare på kvitteringen. Ring Nav på {{contact:nav}}.\n", "",
     "add the section '## Gjør dette nå'"),
    ("enough-questions", NB, "  - får jeg renter på depositumet\n", "",
     "has 9 sample questions; write at least 10"),
    ("enough-questions", NB, "- får jeg renter på depositumet", "- når får jeg depositumet tilbake",
     "the question 'når får jeg depositumet tilbake' stands twice"),
    ("laws-exist", YAML, "  - {ref: husleieloven § 3-5, as_of: 2026-07-01}\n  - {ref: husleieloven § 9-3 a, as_of: 2026-07-01}\n",
     "  []\n", "cite at least one section under `laws`"),
    ("laws-exist", YAML, "ref: husleieloven § 9-3 a", "ref: husleieloven § 99-9",
     "'husleieloven § 99-9': husleieloven has no § 99-9"),
    ("laws-exist", YAML, "ref: husleieloven § 9-3 a", "ref: avhendingslova § 1",
     "'avhendingslova § 1': the act 'avhendingslova' is not in laws.yaml"),
    ("source-read-lately", YAML, "read: 2026-07-28", "read: 2024-12-31",
     "no source was read in 2025 or later; read one again"),
    ("cited-laws-listed", NB, STEP, STEP + " Se husleieloven § 9-8.",
     "husleieloven § 9-8 is named but not listed in article.yaml"),
    ("cited-laws-listed", NB, STEP, STEP + " Se forskrift om Husleietvistutvalget § 5.",
     "forskrift om Husleietvistutvalget § 5 is named but not listed in article.yaml"),
    ("cited-laws-listed", NB, "answer: Nei.", "answer: Nei (husleieloven § 9-8).",
     "husleieloven § 9-8 is named but not listed in article.yaml"),
    ("names-resolve", YAML, "contacts: [nav, ", "contacts: [nobody, ", "contacts: there is no 'nobody'"),
    ("names-resolve", YAML, "deadlines: []", "deadlines: [next-week]", "deadlines: there is no 'next-week'"),
    ("names-resolve", YAML, "guides: []", "guides: [rent_increase]",
     "guides: there is no 'rent_increase'"),
    ("names-resolve", YAML, "related: [notice, ", "related: [pets, ", "related: there is no 'pets'"),
    ("names-resolve", NB, "{{court-fee}}", "{{cuort-fee}}", "{{cuort-fee}} is no constant and no contact with a phone"),
    ("names-resolve", NB, "{{contact:nav}}", "{{contact:municipality}}",
     "{{contact:municipality}} is no constant and no contact with a phone"),
    ("plain-text-only", NB, STEP, STEP + " Se https://nav.no", "holds a web address; take it out"),
    ("plain-text-only", NB, STEP, STEP + " Se www.nav.no", "holds a web address; take it out"),
    ("plain-text-only", NB, STEP, STEP + " <b>Nå</b>", "holds HTML; take it out"),
    ("plain-text-only", NB, STEP, STEP + " [Nav](nav)", "holds a Markdown link; take it out"),
    ("plain-text-only", NB, STEP, STEP + " **Nå**", "holds bold text; take it out"),
    ("amounts-are-constants", NB, STEP, STEP + " Det koster 1 345 kr.", "'1 345 kr' must be a constant"),
    ("amounts-are-constants", NB, STEP, STEP + " Det koster 500 kroner.", "'500 kroner' must be a constant"),
    ("amounts-are-constants", NB, STEP, STEP + " Du får 12,5 prosent.", "'12,5 prosent' must be a constant"),
    ("amounts-are-constants", NB, STEP, STEP + " Du får 20 %.", "'20 %' must be a constant"),
    ("amounts-are-constants", EN, "1. Ask", "1. Pay NOK 500. Ask", "'NOK 5' must be a constant"),
    ("amounts-are-constants", EN, "1. Ask", "1. Pay 500 کرون. Ask", "'500 کرون' must be a constant"),
    ("amounts-are-constants", EN, "1. Ask", "1. Pay 20 درصد. Ask", "'20 درصد' must be a constant"),
    ("amounts-are-constants", EN, "1. Ask", "1. Pay 20 відсотків. Ask", "'20 відсот' must be a constant"),
    ("no-now-before-an-amount", NB, STEP, STEP + " Gebyret er nå {{court-fee}}.",
     "'nå {{': leave out the word for now before a constant"),
    ("no-now-before-an-amount", NB, STEP, STEP + " Er summen under ett rettsgebyr, nå\n{{court-fee}}, slipper du.",
     "'nå {{': leave out the word for now before a constant"),
    ("no-now-before-an-amount", EN, "1. Ask", "1. Now that is a fee of {{court-fee}}. Ask",
     "'Now that is a fee of {{': leave out the word for now before a constant"),
    ("lengths-from-the-table", NB, STEP, STEP + " Vent tre måneder.",
     "'3 months' is the length of no deadline listed in article.yaml"),
    ("lengths-from-the-table", EN, "1. Ask", "1. Wait 14 days. Ask",
     "'14 days' is the length of no deadline listed in article.yaml"),
    ("same-lengths", NB, STEP, STEP + " Vent tre måneder.", "'3 months' of nb.md is missing", EN),
    ("same-lengths", EN, "1. Ask", "1. Wait two weeks. Ask", "'2 weeks' is not in nb.md"),
    ("languages-in-step", EN, "## What the law says", "## More\nText.\n\n## What the law says",
     "sections differ from nb: ['short', 'do', None, 'law'] instead of ['short', 'do', 'law']"),
    ("languages-in-step", EN, "2. Keep the receipt. Call Nav on {{contact:nav}}.", "   Call Nav on {{contact:nav}}.",
     "list items differ from nb: [[], ['1.'], ['-', '-']] instead of [[], ['1.', '2.'], ['-', '-']]"),
    ("languages-in-step", EN, " on {{contact:nav}}", "",
     "placeholders differ from nb: ['court-fee'] instead of ['contact:nav', 'court-fee']"),
    ("languages-in-step", EN, " (husleieloven § 9-3 a)", "",
     "sections of law differ from nb: ['3-5'] instead of ['3-5', '9-3a']"),
    ("languages-in-step", EN, "myths:\n  - says:\n      - The landlord may take the deposit in cash\n    answer: No."
     " The deposit (*depositum*) must be in an account of its own (husleieloven § 3-5).",
     "myths: []", "myths differ from nb: 0 instead of 1"),
    ("translations-fresh", NB, STEP, "1. Krev en egen konto.",
     "the Norwegian text has changed since; read it again, then set source_digest to null and run `bovett stamp`", EN),
    ("short-and-plain", NB, STEP, "1. " + LONG * 2, "shorten sentences or words such as husleietvistutvalgets"),
    ("languages-in-step", EN, " (husleieloven § 9-3 a)", " (§ 9-3)",
     "sections of law differ from nb: ['3-5', '9-3'] instead of ['3-5', '9-3a']"),
    ("languages-in-step", NB, STEP, STEP + " Du må være 18 år.", "numbers differ from nb: [] instead of ['18']", EN),
    ("languages-in-step", EN, "1. Ask", "1. Call before 12:30. Ask", "numbers differ from nb: ['12.30'] instead of []"),
    ("second-reading", YAML, "  date: 2026-11-20", "  on: 2026-11-20", "the second reading needs `date: 2026-11-26`"),
    ("second-reading", YAML, "  date: 2026-11-20", "  date: last week", "the second reading needs `date: 2026-11-26`"),
    ("second-reading-fresh", NB, STEP, "1. Krev en egen konto.",
     "nb.md has changed since its second reading; have it read again, then run `bovett stamp --read-again deposit`", YAML),
    ("second-reading-complete", YAML, "[husleieloven § 3-5, husleieloven § 9-3 a]", '["husleieloven §§ 3-4 til 3-6"]',
     "`against` of the second reading does not name husleieloven § 9-3 a"),
]  # fmt: skip


def _findings(library: Library, article: str = "deposit") -> list[Finding]:
    return [finding for rule in ARTICLE_RULES for finding in rule(library.articles[article], library)]


@pytest.mark.parametrize("rule", ARTICLE_RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("article", ["deposit", "notice", "mould", "violence"])
def test_sound_content_keeps_the_rule(sample: Library, article: str, rule: Callable[..., object]) -> None:
    assert list(rule(sample.articles[article], sample)) == []  # type: ignore[call-overload]


@pytest.mark.parametrize("case", BROKEN, ids=[f"{case[0]}-{number}" for number, case in enumerate(BROKEN)])
def test_what_breaks_the_rule_is_told(
    content: Path, edit: Callable[[str, str, str], Path], case: tuple[str, ...]
) -> None:
    rule, changed, old, new, message, *found_in = case
    edit(changed, old, new)
    found = [finding for finding in _findings(Library.read(content)) if finding.rule == rule]
    assert found, f"{rule} found nothing"
    assert found[0].path == content / (found_in[0] if found_in else changed)
    assert message in found[0].message


def test_every_rule_is_broken_by_a_test() -> None:
    broken = {case[0].replace("-", "_") for case in BROKEN}
    for rule in ARTICLE_RULES:
        assert any(rule.__name__.startswith(name) for name in broken), rule.__name__


def test_an_article_without_bokmal_is_told(content: Path) -> None:
    (content / NB).unlink()
    found = _findings(Library.read(content))
    assert "has no nb.md, the source text" in [finding.message for finding in found]


def test_a_safety_text_needs_no_law_part(sample: Library) -> None:
    assert sample.articles["violence"].texts["nb"].section("law") is None
    assert _findings(sample, "violence") == []


@pytest.mark.parametrize(("sentences", "is_error"), [(LONG + "Skriv nå. " * 2, False), (LONG * 4, True)])
def test_hard_reading_warns_and_very_hard_reading_stops(
    content: Path, edit: Callable[[str, str, str], Path], sentences: str, is_error: bool
) -> None:
    edit("articles/tenancy/mould/nb.md", "1. Ta bilder.", "1. " + sentences)
    found = [finding for finding in _findings(Library.read(content), "mould") if finding.rule == "short-and-plain"]
    assert [finding.is_error for finding in found] == [is_error], [finding.message for finding in found]


@pytest.mark.parametrize(
    ("cut", "message"),
    [
        (r"second_reading:\n(  .*\n)+", "no second reading is recorded"),
        (r"  of: .*\n", "`of` names no text that was read; run `bovett stamp`"),
    ],
)
def test_a_second_reading_that_is_gone_is_an_error(content: Path, cut: str, message: str) -> None:
    path = content / YAML
    text, count = re.subn(cut, "", path.read_text("utf-8"))
    assert count == 1
    path.write_text(text, "utf-8")
    assert [(f.rule, f.message, f.is_error) for f in _findings(Library.read(content))] == [
        ("second-reading", message, True)
    ]


@pytest.mark.parametrize(
    ("against", "unread"),
    [
        ("husleieloven §§ 3-1 to 3-5, 9-3 a", []),
        ("husleieloven §§ 3-5, 9-1 to 9-3 a", []),
        ("husleieloven §§ 3-5, 9-3 a–c", []),
        ("husleieloven §§ 3-5, 9-3", ["husleieloven § 9-3 a"]),
        ("forskrift om Husleietvistutvalget §§ 3-5, 9-3 a", ["husleieloven § 3-5", "husleieloven § 9-3 a"]),
    ],
)
def test_what_was_read_is_understood_as_it_is_noted(
    content: Path, edit: Callable[[str, str, str], Path], against: str, unread: list[str]
) -> None:
    edit(YAML, "[husleieloven § 3-5, husleieloven § 9-3 a]", f'["{against}"]')
    found = [f.message for f in _findings(Library.read(content)) if f.rule == "second-reading-complete"]
    assert found == [f"`against` of the second reading does not name {', '.join(unread)}"] * bool(unread)


@pytest.mark.parametrize("rule", ["second-reading-fresh", "second-reading-complete"])
def test_what_was_read_in_part_or_in_other_words_warns(
    content: Path, edit: Callable[[str, str, str], Path], rule: str
) -> None:
    _, changed, old, new, *_ = next(case for case in BROKEN if case[0] == rule)
    edit(changed, old, new)
    found = [finding for finding in _findings(Library.read(content)) if finding.rule == rule]
    assert [finding.is_error for finding in found] == [False]


@pytest.mark.parametrize("text", ["§ 9-3 a", "to måneder", "14 dager", "kl. 12.30", "18 år", "1. januar 2027"])
def test_numbers_that_are_no_amounts_are_let_through(
    content: Path, edit: Callable[[str, str, str], Path], text: str
) -> None:
    edit(NB, STEP, f"{STEP} Det står {text}.")
    assert "amounts-are-constants" not in {finding.rule for finding in _findings(Library.read(content))}


@pytest.mark.parametrize(
    ("locale", "sentence", "is_found"),
    [
        ("nb", "Full stønad er nå {{court-fee}}.", True),
        ("nn", "under eitt rettsgebyr, no {{court-fee}}", True),
        ("nn", "Full stønad er no, {{court-fee}}", True),
        ("en", "one court fee unit, now {{court-fee}}", True),
        ("uk", "збір, зараз це {{court-fee}}", True),
        ("ar", "وهو الآن {{court-fee}}", True),
        ("fa", "که اکنون {{court-fee}} است", True),
        ("fa", "حالا {{court-fee}} است", True),
        ("nb", "Skriv nå. Gebyret er {{court-fee}}.", False),
        ("nb", "Ring nå på {{contact:nav}}.", False),
        ("nb", "Gjør du det nå, slipper du gebyret på {{court-fee}}.", False),
        ("en", "no more than {{court-fee}}", False),
    ],
)
def test_the_word_for_now_is_seen_before_a_constant(
    sample: Library, locale: str, sentence: str, is_found: bool
) -> None:
    article = sample.articles["deposit"]
    text = replace(article.texts["en"], locale=locale, sections=(Section("Law", "law", sentence, 1),))
    found = list(no_now_before_an_amount(replace(article, texts={locale: text}), sample))
    assert bool(found) == is_found, found
